using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>How patiently and how fast a site's mails are sent.</summary>
public sealed record DeliveryRules
{
    public RetryPlan Retry { get; init; } = new();

    /// <summary>A notice older than this goes out only by staff's word; 1 hour to 365 days.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>After what time a notice whose fate is unknown is sent once more by itself; null: never, staff decide.</summary>
    public TimeSpan? ResendUnknownAfter { get; init; }

    /// <summary>Mails a minute at the most; null for as fast as the server takes them.</summary>
    public int? PerMinute { get; init; }

    /// <summary>Mails a minute at the most while a site catches up after its mail server was down; null for as fast as the server takes them.</summary>
    public int? CatchUpPerMinute { get; init; } = 600;

    /// <summary>Mails a minute at the most; null for as fast as the server takes them.</summary>
    /// <param name="catchingUp">Whether the mail server was down a moment ago.</param>
    public int? Pace(bool catchingUp) => (PerMinute, catchingUp ? CatchUpPerMinute : null) switch
    {
        ({ } usual, { } slowly) => Math.Min(usual, slowly),
        var (usual, slowly) => usual ?? slowly,
    };
}
