namespace IllAddins.Host.Addins;

/// <summary>The one way by which the host calls what a generation of an add-in contributed: counts who is inside, closes when a newer one has taken over, and tells of failures.</summary>
/// <param name="addin">The add-in's name.</param>
/// <param name="mark">Written before every call, so that a crash of the process is known to be this add-in's.</param>
/// <param name="told">Told of every call that failed, on the caller's way; must not throw.</param>
public sealed class AddinDoor(string addin, CallMark? mark, Action<FailedCall> told)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly (CancellationToken Token, Func<Task> CancelAsync) givenUp = GivenUp();
    private int inside;
    private int row;
    private bool closed;

    /// <summary>Calls under way.</summary>
    public int Inside
    {
        get
        {
            lock (gate)
                return inside;
        }
    }

    /// <summary>Goes in, unless the door is closed; whoever is in must call <see cref="RunAsync"/>.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (closed)
                return false;
            inside++;
            return true;
        }
    }

    /// <summary>Runs a call that has entered, and leaves.</summary>
    public async Task<AddinOutcome<T>> RunAsync<T>(AddinCall call, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        mark?.Begin(call.What);
        AddinOutcome<T>.Failed? failed = null;
        try
        {
            var outcome = await call.RunAsync(token => UntilGivenUpAsync(run, token), cancellationToken);
            failed = outcome as AddinOutcome<T>.Failed;
            if (failed is not null && givenUp.Token.IsCancellationRequested)
                return failed with { Message = CallWords.Stopped(addin, call.What) };
            Tell(failed?.Message, failed?.Exception);
            return outcome;
        }
        finally
        {
            Unmark(failed?.StillRunning);
            Leave();
        }
    }

    /// <summary>Counts a failure of a thread, timer or async void method of the add-in's own.</summary>
    public void Fail(string message, Exception exception) => Tell(message, exception);

    /// <summary>Lets nobody in any more, waits until all have left, and after the limit cancels what is still under way.</summary>
    /// <param name="limit">How long calls may go on.</param>
    /// <param name="clock">For the limit.</param>
    /// <param name="hurry">Ends the limit at once: the host stops.</param>
    /// <returns>When all have left, or soon after the limit.</returns>
    public async Task CloseAsync(TimeSpan limit, TimeProvider clock, CancellationToken hurry)
    {
        lock (gate)
        {
            closed = true;
            if (inside == 0)
                empty.TrySetResult();
        }

        await empty.Task.WaitAsync(limit, clock, hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (empty.Task.IsCompleted)
            return;
        await Task.WhenAll(givenUp.CancelAsync(), empty.Task).WaitAsync(AddinCall.Grace, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // A call that worked ends the row; while there is none, that costs one look.
    private void Tell(string? message, Exception? exception)
    {
        if (message is not null)
            told(new FailedCall { Message = message, Exception = exception, InARow = Interlocked.Increment(ref row) });
        else if (Volatile.Read(ref row) != 0)
            Interlocked.Exchange(ref row, 0);
    }

    // Never disposed: a call that goes on may still look at its token, and without a timer the source holds nothing.
    private static (CancellationToken, Func<Task>) GivenUp()
    {
        var source = new CancellationTokenSource();
        return (source.Token, source.CancelAsync);
    }

    private async Task<T> UntilGivenUpAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken token)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, givenUp.Token);
        return await run(both.Token);
    }

    // A call that is left running may still bring the process down.
    private void Unmark(Task? stillRunning)
    {
        if (mark is null)
            return;
        if (stillRunning is null)
            mark.End();
        else
            stillRunning.ContinueWith(_ => mark.End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Leave()
    {
        lock (gate)
            if (--inside == 0 && closed)
                empty.TrySetResult();
    }
}

/// <summary>A call of an add-in that failed.</summary>
public sealed record FailedCall
{
    /// <summary>Who failed at what, in words.</summary>
    public required string Message { get; init; }

    /// <summary>Null where the call never ended.</summary>
    public required Exception? Exception { get; init; }

    /// <summary>So many have failed since the last one that worked; 1 or more.</summary>
    public required int InARow { get; init; }
}
