namespace IllAddins.CustomerContact.Delivery;

/// <summary>Spaces a site's mails evenly, so that no minute has more than its limit; a run ends before its site's next sweep is due.</summary>
/// <param name="clock">The clock.</param>
/// <param name="perMinute">Mails a minute, from 1; null for no limit.</param>
/// <param name="minutes">How long a run may take, in minutes.</param>
public sealed class MailPace(TimeProvider clock, int? perMinute, int minutes)
{
    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private long taken;
    private int begun;

    /// <summary>How many may be under way at once: what leaves within a second.</summary>
    public int Most { get; } = perMinute is { } limit ? Math.Max(1, limit / 60) : int.MaxValue;

    /// <summary>How many more the run may send; what is left goes out at the next sweep.</summary>
    public int Left => perMinute is { } limit ? (int)Math.Clamp(((long)limit * Math.Max(1, minutes)) - taken, 0, int.MaxValue) : int.MaxValue;

    /// <summary>Whether a mail may follow the one before at once.</summary>
    public bool IsFree => perMinute is null;

    /// <summary>So many more are to be sent.</summary>
    public void Take(int notices) => taken += notices;

    /// <summary>Waits for the next mail's moment. Those of one second go together.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (perMinute is not { } limit)
            return Task.CompletedTask;
        TimeSpan wait;
        lock (gate)
            wait = TimeSpan.FromMinutes((double)(begun++ / Most) * Most / limit) - clock.GetElapsedTime(start);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }
}
