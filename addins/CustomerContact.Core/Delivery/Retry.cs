using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Delivery;

/// <summary>How a site's mails are tried again.</summary>
public sealed record RetryPlan
{
    /// <summary>The waits after the first attempts in minutes, each 0 to 1,440; hourly after the last of them.</summary>
    public ImmutableArray<int> Minutes { get; init; } = [1, 5, 15, 60];

    /// <summary>No wait is longer.</summary>
    public TimeSpan Longest => TimeSpan.FromMinutes(Math.Max(Minutes.Max(), Retry.LongestHourly));

    /// <summary>How long after its first attempt a mail is tried at the most; 1 hour to 30 days.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>When a mail that the server asked to try later is tried again.</summary>
public static class Retry
{
    private const double Hour = 60;

    // So that what failed in one minute does not come back in one minute for a day.
    private const double Spread = 12;

    /// <summary>Minutes.</summary>
    internal const double LongestHourly = Hour + (Spread / 2);

    /// <summary>The wait after an attempt; null where the time for tries is over.</summary>
    /// <param name="plan">The site's.</param>
    /// <param name="attempts">How many there were, from 1.</param>
    /// <param name="firstTried">When the first one was.</param>
    /// <param name="now">When the last one ended.</param>
    /// <param name="chance">0 up to 1: where in the spread of the hourly waits (54 to 66 minutes) this one lies.</param>
    public static TimeSpan? After(RetryPlan plan, int attempts, DateTimeOffset firstTried, DateTimeOffset now, double chance)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var minutes = attempts <= plan.Minutes.Length ? plan.Minutes[attempts - 1] : Hour + (Spread * (chance - 0.5));
        var wait = TimeSpan.FromMinutes(minutes);
        return now + wait - firstTried > plan.GiveUpAfter ? null : wait;
    }

    /// <summary>The same chance for the same attempt of the same notice, 0 up to 1.</summary>
    public static double Chance(long notice, int attempts) => unchecked((uint)((notice * 2_654_435_761) + (attempts * 40_503))) / (uint.MaxValue + 1.0);
}
