using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins;

/// <summary>A log that can be waited for.</summary>
internal sealed class WordLog : ILoggerProvider, ILogger
{
    // Far beyond what any line takes: only so that one that never comes is told of.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Lock gate = new();
    private readonly List<(string Words, TaskCompletionSource Heard)> awaited = [];

    /// <summary>Done as soon as a line of after this moment has these words.</summary>
    public Task NextAsync(string words)
    {
        lock (gate)
        {
            var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((words, heard));
            return heard.Task.WaitAsync(Longest);
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
        {
            var line = formatter(state, exception);
            foreach (var (_, heard) in awaited.Where(waiting => line.Contains(waiting.Words, StringComparison.Ordinal)))
                heard.TrySetResult();
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }
}
