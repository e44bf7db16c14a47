namespace IllAddins.Host.Addins;

/// <summary>How long the host waits for an add-in.</summary>
public sealed record AddinLimits
{
    /// <summary>For its loading, its constructor and its start, each; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 30 seconds.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For its stop; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 10 seconds.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(10);
}
