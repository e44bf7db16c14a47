namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A notice in the words of one request. Every part but the bodies is one line without control characters; empty means as in <see cref="NotificationTemplate"/>.</summary>
public sealed record NoticeText
{
    public required string FromName { get; init; }

    public required string FromAddress { get; init; }

    public required string ToName { get; init; }

    public required string ToAddress { get; init; }

    public required string CC { get; init; }

    public required string BCC { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The body as HTML; empty where the template has none.</summary>
    public string HtmlBody { get; init; } = "";
}
