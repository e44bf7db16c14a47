namespace IllAddins.Tests.Addins;

/// <summary>A clock whose time limits pass when the test says so.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HandTimer> waiting = [];
    private bool hurried;

    /// <summary>Lets every limit that is being waited for pass.</summary>
    public void Pass()
    {
        List<HandTimer> due;
        lock (gate)
        {
            due = [.. waiting];
            waiting.Clear();
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Lets every limit pass, now and from now on.</summary>
    public void Hurry()
    {
        lock (gate)
            hurried = true;
        Pass();
    }

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(() => callback(state));
        bool atOnce;
        lock (gate)
        {
            atOnce = hurried;
            if (!hurried)
                waiting.Add(timer);
        }

        if (atOnce)
            timer.Fire();
        return timer;
    }

    private sealed class HandTimer(Action callback) : ITimer
    {
        private int over;

        public void Fire()
        {
            if (Interlocked.Exchange(ref over, 1) == 0)
                ThreadPool.QueueUserWorkItem(_ => callback());
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Limits are not changed.");

        public void Dispose() => Interlocked.Exchange(ref over, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
