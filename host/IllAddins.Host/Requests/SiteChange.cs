namespace IllAddins.Host.Requests;

/// <summary>New settings of a site. Null leaves a setting as it is; an empty text gives it back to the default site (for the default site: to the defaults).</summary>
public sealed record SiteChange
{
    /// <summary>How staff and mails name the site; not empty.</summary>
    public string? SiteName { get; init; }

    /// <summary>An IANA name, e.g. <c>America/New_York</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Minutes, 0 to 43,200.</summary>
    public int? DefaultDelayMinutes { get; init; }

    /// <summary>Minutes, 1 to 1,440.</summary>
    public int? SweepMinutes { get; init; }

    public string? FromName { get; init; }

    public string? FromAddress { get; init; }

    /// <summary><c>User.X</c> or <c>Transaction.X</c>.</summary>
    public string? PickupField { get; init; }

    /// <summary>A .NET date format.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Fields of <c>LocalInfo</c> in templates, by name; those not named stay, an empty value removes one.</summary>
    public IReadOnlyDictionary<string, string> LocalInfo { get; init; } = new Dictionary<string, string>();
}

/// <summary>What became of a <see cref="SiteChange"/>.</summary>
public abstract record SiteAnswer
{
    private SiteAnswer()
    {
    }

    /// <summary>It is written.</summary>
    /// <param name="Created">The site is new.</param>
    /// <param name="OnOtherClock">The site has another time zone now, and requests whose dates were read on the clock before.</param>
    public sealed record Done(bool Created, bool OnOtherClock = false) : SiteAnswer;

    /// <summary>Nothing was written; every problem in words.</summary>
    public sealed record Refused(IReadOnlyList<string> Problems) : SiteAnswer;
}
