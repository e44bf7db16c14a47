namespace IllAddins;

/// <summary>Something that an add-in can say of its own health, e.g. whether it reaches its gateway; shown to admins with the add-in's name.</summary>
public sealed record HealthCheck
{
    /// <summary>Unique within the add-in, e.g. <c>Gateway</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Looks now. It changes nothing; an exception, or more than 10 seconds, is unhealthy.</summary>
    public required Func<CancellationToken, Task<HealthAnswer>> LookAsync { get; init; }
}

/// <summary>What a health check found; a closed family.</summary>
public abstract record HealthAnswer
{
    private HealthAnswer()
    {
    }

    /// <summary>What was found and, where something is wrong, what to do; without anything about patrons.</summary>
    public required string Message { get; init; }

    /// <summary>All is well.</summary>
    public sealed record Healthy : HealthAnswer;

    /// <summary>It works, and somebody should look.</summary>
    public sealed record Degraded : HealthAnswer;

    /// <summary>It does not work.</summary>
    public sealed record Unhealthy : HealthAnswer;
}
