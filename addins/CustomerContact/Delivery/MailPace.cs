using System.Data.Common;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Spaces a site's mails evenly, so that no minute has more than its limit, whatever other processes send; a run ends before its site's next sweep is due.</summary>
/// <param name="clock">The clock.</param>
/// <param name="perMinute">Mails a minute, from 1; null for no limit.</param>
/// <param name="minutes">How long a run may take, in minutes.</param>
public sealed class MailPace(TimeProvider clock, int? perMinute, int minutes)
{
    private const int Fast = 60;

    private readonly Lock gate = new();
    private readonly Queue<long> booked = [];
    private long taken;

    /// <summary>How many may be under way at once: what leaves within a second.</summary>
    public int Most { get; } = perMinute is { } limit ? Math.Max(1, limit / 60) : int.MaxValue;

    /// <summary>How many more the run may send; what is left goes out at the next sweep.</summary>
    public int Left => perMinute is { } limit ? (int)Math.Clamp(((long)limit * Math.Max(1, minutes)) - taken, 0, int.MaxValue) : int.MaxValue;

    /// <summary>Whether a mail may follow the one before at once.</summary>
    public bool IsFree => perMinute is null;

    /// <summary>So many more are to be sent.</summary>
    public void Take(int notices) => taken += notices;

    /// <summary>Books the moments at which claimed notices leave, in the transaction that claims them.</summary>
    /// <returns>The same notices.</returns>
    public List<NoticeRow> Book(DbTransaction within, string site, List<NoticeRow> claimed)
    {
        if (perMinute is not { } limit || claimed.Count == 0)
            return claimed;
        var (each, now) = (TimeSpan.FromMinutes(1) / limit, clock.GetUtcNow());
        Book(MailSlots.Take(within, site, claimed.Count, each, now), now, claimed.Count);
        return claimed;
    }

    /// <summary>Waits for the next mail's moment. Those of one second go together.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        long moment;
        lock (gate)
            if (!booked.TryDequeue(out moment))
                return Task.CompletedTask;
        var wait = TimeSpan.FromSeconds((moment - clock.GetTimestamp()) / (double)clock.TimestampFrequency);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Books moments that were given out; the clock may be set while they are waited for.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="now">The moment.</param>
    /// <param name="many">How many.</param>
    public void Book(DateTimeOffset first, DateTimeOffset now, int many)
    {
        if (perMinute is not { } limit)
            return;
        var stamp = clock.GetTimestamp();
        lock (gate)
            for (var at = 0; at < many; at++)
            {
                var moment = first + (at * TimeSpan.FromMinutes(1) / limit);
                var leaves = limit > Fast ? moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)) : moment;
                booked.Enqueue(stamp + (long)((leaves - now).TotalSeconds * clock.TimestampFrequency));
            }
    }
}
