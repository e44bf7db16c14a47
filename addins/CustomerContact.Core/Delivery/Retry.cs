namespace IllAddins.CustomerContact.Core.Delivery;

/// <summary>When a mail that the server asked to try later is tried again.</summary>
public static class Retry
{
    private static readonly int[] FirstMinutes = [1, 5, 15, 60];

    // The first four waits are 81 minutes; with hourly tries after them the last one comes within 24 hours.
    private const int MostAttempts = 26;

    /// <summary>The wait after so many attempts, from 1: 1, 5, 15 and 60 minutes, then hourly; null where a day of tries is over.</summary>
    public static TimeSpan? After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts > MostAttempts)
            return null;
        return TimeSpan.FromMinutes(attempts <= FirstMinutes.Length ? FirstMinutes[attempts - 1] : 60);
    }
}
