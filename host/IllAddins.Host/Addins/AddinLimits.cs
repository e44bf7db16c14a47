namespace IllAddins.Host.Addins;

/// <summary>How long the host waits for an add-in, and how much it bears.</summary>
public sealed record AddinLimits
{
    /// <summary>For its loading, its constructor and its start, each; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 30 seconds.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For its stop; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 10 seconds.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one sweep of one site; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. Default one hour: a site's mails of a day may be sent at a slow pace.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For a listener with one event; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 30 seconds.</summary>
    public TimeSpan Event { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For reading a screen, a panel or a dialog; more than zero. Default 30 seconds.</summary>
    public TimeSpan Read { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a command or its undo; more than zero. Default 5 minutes.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the answer of an HTTP endpoint; more than zero. Default 30 seconds.</summary>
    public TimeSpan Endpoint { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For sending one notice by a channel; more than zero. Default 30 seconds.</summary>
    public TimeSpan Send { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a template field of one notice; more than zero. Default 5 seconds.</summary>
    public TimeSpan Field { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For a health check; more than zero. Default 10 seconds.</summary>
    public TimeSpan Health { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For an add-in's own check of a value entered for a setting; more than zero. Default 5 seconds.</summary>
    public TimeSpan Check { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long calls under way may go on when a newer version has taken over. Default 5 minutes, which is as long as a command may take.</summary>
    public TimeSpan Replaced { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long calls under way may go on when the add-in is switched off, removed or parked. Default 30 seconds.</summary>
    public TimeSpan Withdrawn { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>So many failures in a row, without one call that worked between them, park the add-in; 1 or more. Default 10.</summary>
    public int FailuresToPark { get; init; } = 10;

    /// <summary>The waits before an add-in that was parked is started again by itself; the last one repeats.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>So many crashes of the process in a row while this add-in was called put it into quarantine; 1 or more. Default 3.</summary>
    public int CrashesToQuarantine { get; init; } = 3;
}
