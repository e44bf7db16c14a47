namespace IllAddins.Host.Scripting.Api;

/// <summary>A value of the sandbox that is no function, e.g. <c>math.pi</c>.</summary>
public sealed record ApiValue
{
    /// <summary>As scripts write it.</summary>
    public required string Name { get; init; }

    /// <summary>By the names of the Lua language server, e.g. <c>number</c>.</summary>
    public required string Type { get; init; }

    public required string Description { get; init; }
}
