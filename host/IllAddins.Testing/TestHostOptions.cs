namespace IllAddins.Testing;

/// <summary>What a test's host begins with.</summary>
public sealed record TestHostOptions
{
    /// <summary>The time at the start. Default Monday 2 March 2026, 15:00 UTC.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    /// <summary>What stands in the installation's appsettings.json, by keys such as <c>Mail:FromAddress</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
