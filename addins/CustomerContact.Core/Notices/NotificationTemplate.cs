namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A template as stored. All parts may hold tags; empty parts fall back as said.</summary>
public sealed record NotificationTemplate
{
    public required string Name { get; init; }

    /// <summary>The code of the site that owns it; empty means the default site, or the site whose code begins the name.</summary>
    public string NVTGC { get; init; } = "";

    /// <summary>A disabled template means that no mail is sent.</summary>
    public bool Enabled { get; init; } = true;

    public string Description { get; init; } = "";

    /// <summary>Empty: the site's settings.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Empty: the site's settings.</summary>
    public string FromAddress { get; init; } = "";

    /// <summary>Empty: the user's name.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Empty: the user's EMailAddress.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Empty: nobody.</summary>
    public string CC { get; init; } = "";

    /// <summary>Empty: nobody.</summary>
    public string BCC { get; init; } = "";

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The body as HTML, whose tags are replaced by values that are safe in it; empty: a mail of plain text only.</summary>
    public string HtmlBody { get; init; } = "";
}
