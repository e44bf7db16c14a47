using System.Collections.Concurrent;

namespace IllAddins.Host.Web;

/// <summary>Holds every key to its calls a minute: a bucket that holds a minute's calls and is filled evenly.</summary>
/// <remarks>Kept in memory: a restart fills every bucket.</remarks>
public sealed class KeyRates(TimeProvider clock)
{
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, Bucket> byKey = [];

    /// <summary>Counts a call.</summary>
    public Admission Admit(ApiKey key)
    {
        var now = clock.GetUtcNow();
        var bucket = byKey.GetOrAdd(key.Id, _ => new Bucket { Calls = key.PerMinute, FilledAt = now });
        lock (bucket.Gate)
        {
            var each = TimeSpan.FromMinutes(1) / key.PerMinute;
            // Nothing is taken away where the clock was set back.
            bucket.Calls = Math.Min(key.PerMinute, bucket.Calls + Math.Max(0, (now - bucket.FilledAt) / each));
            bucket.FilledAt = now;
            if (bucket.Calls < 1)
                return new Admission.Wait((1 - bucket.Calls) * each);
            bucket.Calls--;
            var noteUse = bucket.NotedAt is not { } noted || now < noted || now - noted >= UseIsNotedEvery;
            bucket.NotedAt = noteUse ? now : bucket.NotedAt;
            return new Admission.GoOn(noteUse);
        }
    }

    private sealed class Bucket
    {
        public Lock Gate { get; } = new();

        public double Calls { get; set; }

        public DateTimeOffset FilledAt { get; set; }

        public DateTimeOffset? NotedAt { get; set; }
    }
}

/// <summary>Whether a call may go on.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It may; the key's last use is to be written down where that was not done within the last minute.</summary>
    public sealed record GoOn(bool NoteUse) : Admission;

    /// <summary>Not before this time has passed.</summary>
    public sealed record Wait(TimeSpan Time) : Admission;
}
