using System.Diagnostics;

namespace IllAddins.Host.Scripting;

/// <summary>How long a script has worked in one call; lies in an engine's meter, also in native memory.</summary>
internal struct WorkClock
{
    /// <summary>The most that a script without large texts and tables takes from one look to the next. What took longer is asked of the thread's own
    /// clock: the machine may have been busy elsewhere, and an innocent script must not be stopped for it.</summary>
    private static readonly long LongestStep = Stopwatch.Frequency / 1_000;

    /// <summary>How many times the limit may pass on the clock of a busy machine.</summary>
    private const int Patience = 5;

    // In ticks of the stopwatch.
    private long allowed;
    private long worked;
    private long looked;

    /// <summary>When the script is stopped though it hardly worked.</summary>
    private long deadline;

    /// <summary>What the thread's own clock told when it was last asked, and what had been worked by then; zero where it was not asked in this call.</summary>
    private long threadAsked;
    private long workedWhenAsked;

    public void Begin(TimeSpan limit)
    {
        allowed = (long)(limit.TotalSeconds * Stopwatch.Frequency);
        (worked, threadAsked, looked) = (0, 0, Stopwatch.GetTimestamp());
        deadline = looked + (allowed * Patience);
    }

    /// <summary>What is left of the limit.</summary>
    public readonly TimeSpan Left => TimeSpan.FromSeconds(Math.Max(0, allowed - worked) / (double)Stopwatch.Frequency);

    /// <summary>Counts the time since the last look in full: somebody else worked for the script.</summary>
    public void CountAll()
    {
        var now = Stopwatch.GetTimestamp();
        worked += now - looked;
        (looked, threadAsked) = (now, 0);
    }

    /// <summary>Counts the time since the last look; answers whether the limit is passed.</summary>
    /// <param name="counts">Whether a long step is known to be the script's own.</param>
    public bool IsPassed(bool counts)
    {
        var now = Stopwatch.GetTimestamp();
        var step = now - looked;
        looked = now;
        if (step <= LongestStep)
            worked += step;
        else
            CountLongStep(step, counts);
        return worked >= allowed || now >= deadline;
    }

    private void CountLongStep(long step, bool counts)
    {
        var thread = ThreadClock.Worked();
        if (thread is not null && threadAsked != 0)
            worked = Math.Max(worked, workedWhenAsked + thread.Value - threadAsked);
        else
            worked += counts ? step : LongestStep;
        (threadAsked, workedWhenAsked) = (thread ?? 0, worked);
    }
}
