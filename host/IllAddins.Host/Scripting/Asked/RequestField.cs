namespace IllAddins.Host.Scripting.Asked;

/// <summary>A field of <c>request</c>, <c>request.User</c> or <c>request.Site</c>.</summary>
public sealed record RequestField
{
    internal RequestField(Func<AskedRequest, object?> read) => Read = read;

    public required string Name { get; init; }

    /// <summary>By the names of the Lua language server, e.g. <c>string?</c>; with a question mark where it may be nil.</summary>
    public required string Type { get; init; }

    public required string Description { get; init; }

    /// <summary>The value for scripts: string, int, long, double, bool, a table, or null.</summary>
    internal Func<AskedRequest, object?> Read { get; }
}
