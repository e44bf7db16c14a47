using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IllAddins.Testing;

/// <summary>Keeps what is logged.</summary>
internal sealed class TestLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("A test's log has no other providers.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            lines.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $"{Environment.NewLine}{exception}")}");
    }

    public void Dispose()
    {
    }
}
