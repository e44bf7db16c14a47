using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins;

/// <summary>Keeps what is logged, and tells of the first error.</summary>
internal sealed class ListeningLog : ILogger
{
    private readonly TaskCompletionSource<string> firstError = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>The first error, as soon as it is logged.</summary>
    public Task<string> FirstErrorAsync() => firstError.Task.WaitAsync(TimeSpan.FromMinutes(3));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
        if (logLevel == LogLevel.Error)
            firstError.TrySetResult(formatter(state, exception));
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
