using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Web;

/// <summary>Keeps the lines of the log, by default of warnings and worse.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public LogLevel Least { get; init; } = LogLevel.Warning;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Lines.Enqueue($"{formatter(state, exception)} {exception}".Trim());
    }

    public void Dispose()
    {
    }
}
