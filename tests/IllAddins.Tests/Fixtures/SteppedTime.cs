namespace IllAddins.Tests.Fixtures;

/// <summary>A clock that stands until the test moves it; its timers run out in the moving.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(int Windings, TaskCompletionSource Reached)> _watches = [];
    private DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How often a timer was wound up.</summary>
    public int Windings { get; private set; }

    /// <summary>Waits until timers were wound up so often: whoever waits with this clock has done what it does before.</summary>
    public Task WoundAsync(int windings)
    {
        lock (_lock)
        {
            if (Windings >= windings)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watches.Add((windings, reached));
            return reached.Task;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Pass(TimeSpan span)
    {
        Timer[] due;
        lock (_lock)
        {
            _now += span;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }
        foreach (var timer in due)
            timer.Ring();
    }

    /// <summary>Sets the clock; nobody waits longer or shorter for it.</summary>
    public void Set(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
            foreach (var timer in _timers)
                timer.Due += by;
        }
    }

    private sealed class Timer(SteppedTime time, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                time.Windings++;
                foreach (var (_, reached) in time._watches.Where(watch => watch.Windings <= time.Windings))
                    reached.TrySetResult();
                time._watches.RemoveAll(watch => watch.Windings <= time.Windings);
                Due = time._now + dueTime;
                time._timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
