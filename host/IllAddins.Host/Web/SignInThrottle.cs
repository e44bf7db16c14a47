namespace IllAddins.Host.Web;

/// <summary>Slows down the guessing of passwords: five failures for one account from one address, or fifty from one address, then a wait.</summary>
/// <remarks>Kept in memory: a restart forgets it. An attempt counts from its start, so that many at once win nothing.</remarks>
public sealed class SignInThrottle(TimeProvider clock)
{
    public const int PerAccount = 5;

    public const int PerAddress = 50;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    private const int KeptAtMost = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Failures> byKey = [];

    /// <summary>Counts an attempt.</summary>
    /// <returns>Null if it may go on; else how long to wait.</returns>
    public TimeSpan? Begin(string userName, string address)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (byKey.Count > KeptAtMost)
                Forget(now);
            var wait = Longer(Left(AccountKey(userName, address), PerAccount, now), Left(address, PerAddress, now));
            if (wait is not null)
                return wait;
            Count(AccountKey(userName, address), now);
            Count(address, now);
            return null;
        }
    }

    /// <summary>Forgets the failures of an account that has signed in.</summary>
    public void Succeeded(string userName, string address)
    {
        lock (gate)
        {
            byKey.Remove(AccountKey(userName, address));
            if (byKey.TryGetValue(address, out var failures))
                byKey[address] = failures with { Number = failures.Number - 1 };
        }
    }

    private static string AccountKey(string userName, string address) => $"{address} {userName.Trim().ToUpperInvariant()}";

    private static TimeSpan? Longer(TimeSpan? left, TimeSpan? right) => left is null ? right : right is null || left > right ? left : right;

    private TimeSpan? Left(string key, int limit, DateTimeOffset now) =>
        byKey.TryGetValue(key, out var failures) && failures.Number >= limit && failures.Last + Wait > now ? failures.Last + Wait - now : null;

    private void Count(string key, DateTimeOffset now)
    {
        var before = byKey.TryGetValue(key, out var failures) && failures.Last + Wait > now ? failures.Number : 0;
        byKey[key] = new Failures(before + 1, now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, failures) in byKey.ToList().Where(pair => pair.Value.Last + Wait <= now))
            byKey.Remove(key);
    }

    private sealed record Failures(int Number, DateTimeOffset Last);
}
