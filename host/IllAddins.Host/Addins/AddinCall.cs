namespace IllAddins.Host.Addins;

/// <summary>What became of a call of an add-in's code.</summary>
public abstract record AddinOutcome<T>
{
    private AddinOutcome()
    {
    }

    /// <summary>The add-in answered.</summary>
    public sealed record Completed : AddinOutcome<T>
    {
        public required T Value { get; init; }
    }

    /// <summary>The add-in threw, or was not done in time.</summary>
    public sealed record Failed : AddinOutcome<T>
    {
        /// <summary>The add-in, what it was called for, and how it failed, in words.</summary>
        public required string Message { get; init; }

        /// <summary>For the log; null where the call has not ended.</summary>
        public Exception? Exception { get; init; }

        /// <summary>The call itself where it went on past its limit and the cancellation after it; never faults. Null where it has ended.</summary>
        public Task? StillRunning { get; init; }
    }
}

/// <summary>A guarded call of an add-in's code: one of the three places where any exception is caught.</summary>
/// <remarks>It runs on a thread of its own up to its first real wait, so that code which blocks or hangs takes no thread of the pool.</remarks>
public sealed record AddinCall
{
    /// <summary>How long a cancelled call is waited for before it is left to itself.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The add-in's name.</summary>
    public required string Addin { get; init; }

    /// <summary>What it is called for, as a noun that fits <c>X failed in ...</c>, e.g. <c>sweep 'Notification' at MAIN</c>.</summary>
    public required string What { get; init; }

    /// <summary>More than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. The call's token is cancelled when it has passed.</summary>
    public required TimeSpan Limit { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Calls the add-in and waits for its answer, its failure or the limit.</summary>
    /// <param name="call">The add-in's code; its token is cancelled at the limit and with <paramref name="cancellationToken"/>.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants the answer any more.</param>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled and the call did not answer all the same.</exception>
    public async Task<AddinOutcome<T>> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Not linked to the caller's token: what the add-in hangs on its own token must not run, throw or block inside the caller's Cancel.
        // Not disposed: a call that goes on may still look at the token, and without a timer it holds nothing.
        var stop = new CancellationTokenSource();
        var running = CallThreads.Start(() => call(stop.Token));

        if (await EndsWithinAsync(running, Limit, cancellationToken))
            return Ended(running);

        await EndsWithinAsync(Task.WhenAll(running, stop.CancelAsync()), Grace < Limit || Limit == Timeout.InfiniteTimeSpan ? Grace : Limit, CancellationToken.None);
        if (running.IsCompletedSuccessfully)
            return Ended(running);
        cancellationToken.ThrowIfCancellationRequested();
        return TooLate(running);
    }

    /// <summary>An exception as the end of a sentence: its type, message and full stop.</summary>
    internal static string Words(Exception exception) =>
        $"{exception.GetType().Name}: {exception.Message}{(exception.Message.EndsWith('.') ? "" : ".")}";

    private async Task<bool> EndsWithinAsync(Task running, TimeSpan limit, CancellationToken cancellationToken)
    {
        await running.WaitAsync(limit, Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return running.IsCompleted;
    }

    private AddinOutcome<T> Ended<T>(Task<T> ended)
    {
        if (ended.IsCompletedSuccessfully)
            return new AddinOutcome<T>.Completed { Value = ended.Result };
        var exception = Thrown(ended);
        return new AddinOutcome<T>.Failed
        {
            Message = CallWords.Failed(Addin, What, Words(exception)),
            Exception = exception,
        };
    }

    private AddinOutcome<T>.Failed TooLate<T>(Task<T> call) => new()
    {
        Message = call.IsCompleted
            ? CallWords.TooLate(Addin, What, Words(Limit))
            : CallWords.TooLateAndRunning(Addin, What, Words(Limit)),
        Exception = call.IsCompleted ? Thrown(call) : null,
        StillRunning = call.IsCompleted ? null : EndAsync(call),
    };

    /// <summary>The end of a task, however it ends; the exception counts as seen, since the outcome has told of the failure.</summary>
    private static async Task EndAsync(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static Exception Thrown(Task ended) => ended.Exception?.InnerException switch
    {
        null => new OperationCanceledException("The add-in cancelled its own call."),
        TypeInitializationException { InnerException: { } inner } => inner,
        var thrown => thrown,
    };

    private static string Words(TimeSpan limit) => limit switch
    {
        { TotalMinutes: >= 2 } when limit.Ticks % TimeSpan.TicksPerMinute == 0 => CallWords.LimitInMinutes(limit.TotalMinutes),
        { TotalSeconds: >= 1 } => CallWords.LimitInSeconds(limit.TotalSeconds),
        _ => CallWords.LimitInMilliseconds(limit.TotalMilliseconds),
    };
}
