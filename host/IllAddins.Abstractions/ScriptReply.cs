namespace IllAddins;

/// <summary>What a site's script said.</summary>
public abstract record ScriptReply
{
    private ScriptReply()
    {
    }

    /// <summary>The script that was asked, e.g. <c>MAIN/notify.lua v7</c>; <c>no script</c> where the site has none.</summary>
    public required string ScriptVersion { get; init; }

    /// <summary>The script has no such function, or the site has no script.</summary>
    public sealed record NoHook : ScriptReply;

    /// <summary>The function answered.</summary>
    public sealed record Answer : ScriptReply
    {
        /// <summary>string, double, long, bool, or null for nil; anything else as its Lua type's name in <see cref="Unusable"/>.</summary>
        public required object? Value { get; init; }

        /// <summary>Null, or the Lua type (<c>table</c>, <c>function</c>) of an answer that is no plain value.</summary>
        public string? Unusable { get; init; }
    }

    /// <summary>The script failed; nothing was decided.</summary>
    public sealed record Fault : ScriptReply
    {
        /// <summary>File, line and message in words.</summary>
        public required string Message { get; init; }
    }
}
