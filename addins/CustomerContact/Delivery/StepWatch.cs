namespace IllAddins.CustomerContact.Delivery;

/// <summary>The time-out of one attempt, wound up again at every step, so that a slow but living server is not given up.</summary>
internal sealed class StepWatch : IDisposable
{
    private readonly TimeSpan _step;
    private readonly TimeSpan _finalAnswer;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _caller;

    public StepWatch(MailSettings settings, TimeProvider time, CancellationToken caller)
    {
        _step = settings.StepTimeout;
        _finalAnswer = settings.FinalAnswerTimeout;
        _caller = caller;
        Current = _step;
        _timer = new CancellationTokenSource(_step, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>Cancelled by the caller or by the time-out.</summary>
    public CancellationToken Token => _either.Token;

    public bool TimedOut => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public bool Cancelled => _caller.IsCancellationRequested;

    /// <summary>The wait that is running, or that ran out.</summary>
    public TimeSpan Current { get; private set; }

    /// <summary>A step was done; the next one has the full time.</summary>
    public void NextStep() => Wind(_step);

    /// <summary>The final dot goes out; its answer has longer.</summary>
    public void AwaitFinalAnswer() => Wind(_finalAnswer);

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }

    private void Wind(TimeSpan wait)
    {
        // What has run out stays so, with the wait that it ran out of.
        if (_timer.IsCancellationRequested)
            return;
        Current = wait;
        _timer.CancelAfter(wait);
    }
}
