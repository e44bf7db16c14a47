namespace IllAddins.Host.Scripting.Versions;

/// <summary>How a version fares in this process. Safe to use from many threads.</summary>
internal sealed class Fortune
{
    /// <summary>A version that fails so many times in a row is parked.</summary>
    public const int MostFaults = 20;

    private int faults;
    private int rounds;
    private long addinFailedAt;
    private int keptFaults = -1;
    private volatile bool worked;
    private bool keptWorked;
    private volatile ScriptFault? parked;

    /// <summary>Faults in a row.</summary>
    public int Faults
    {
        get => Volatile.Read(ref faults);
        set => Volatile.Write(ref faults, value);
    }

    /// <summary>Why it is not asked; null where it is.</summary>
    public ScriptFault? Parked
    {
        get => parked;
        set => parked = value;
    }

    /// <summary>How often everything is decided again because an add-in had failed.</summary>
    public int Rounds => Volatile.Read(ref rounds);

    /// <summary>Notes that an add-in failed.</summary>
    /// <param name="now">The moment, in the clock's ticks.</param>
    public void AddinFailed(long now) => Interlocked.CompareExchange(ref addinFailedAt, now, 0);

    /// <summary>Begins another round where an add-in failed long enough ago.</summary>
    /// <param name="isOver">Whether enough time has passed since a moment.</param>
    public void BeginRound(Func<long, bool> isOver)
    {
        var failed = Interlocked.Read(ref addinFailedAt);
        if (failed != 0 && isOver(failed) && Interlocked.CompareExchange(ref addinFailedAt, 0, failed) == failed)
            Interlocked.Increment(ref rounds);
    }

    /// <returns>The faults in a row, this one included.</returns>
    public int Bad() => Interlocked.Increment(ref faults);

    public void Good()
    {
        // Read first: most answers are good ones, and writing would make the processors wait for each other.
        if (Faults != 0)
            Faults = 0;
        if (!worked)
            worked = true;
    }

    /// <summary>Whether there is anything that the database does not know; asked by one thread at a time, which then keeps it.</summary>
    public bool Unkept(int storedFaults, out int faultsNow, out bool workedNow)
    {
        (faultsNow, workedNow) = (Faults, worked);
        if (keptFaults < 0)
            keptFaults = storedFaults;
        if (faultsNow == keptFaults && workedNow == keptWorked)
            return false;
        (keptFaults, keptWorked) = (faultsNow, workedNow);
        return true;
    }
}
