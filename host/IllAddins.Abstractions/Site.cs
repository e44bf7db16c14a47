namespace IllAddins;

/// <summary>A site: an ILL unit with its own settings and script, by its NVTGC code.</summary>
public sealed record Site
{
    /// <summary>The code of the default site, whose templates and settings the others fall back to.</summary>
    public const string DefaultCode = "ILL";

    public required string NVTGC { get; init; }

    public required string Name { get; init; }

    /// <summary>An IANA time zone, e.g. <c>America/New_York</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The same moment on the site's clock.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> ToLocal { get; init; }

    /// <summary>How long a request rests in transit where its script says nothing; minutes, 0 to 43,200.</summary>
    public required int DefaultDelayMinutes { get; init; }

    /// <summary>How often the sweeps run; minutes, 1 to 1,440.</summary>
    public required int SweepMinutes { get; init; }

    /// <summary>The sender's name of mails whose template names none.</summary>
    public required string FromName { get; init; }

    /// <summary>The sender's address of mails whose template names none.</summary>
    public required string FromAddress { get; init; }

    /// <summary>The field that holds the pickup location, e.g. <c>User.Site</c> or <c>Transaction.ItemInfo4</c>.</summary>
    public required string PickupField { get; init; }

    /// <summary>How dates are written on screen and in letters, a .NET format; default <c>d MMMM yyyy</c>.</summary>
    public required string DateFormat { get; init; }

    /// <summary>The fields of <c>LocalInfo</c> in templates, with the default site's where the site has none of its own; names without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> LocalInfo { get; init; }

    /// <summary>The number of the last change of the site's settings; a decision made under another one is made again.</summary>
    public required long Change { get; init; }
}
