namespace IllAddins;

/// <summary>What a site's script said.</summary>
public abstract record ScriptReply
{
    private ScriptReply()
    {
    }

    /// <summary>The script that was asked, e.g. <c>MAIN/notify.lua v7</c>; <c>no script</c> where the site has none.</summary>
    public required string ScriptVersion { get; init; }

    /// <summary>Where the answer was returned, e.g. <c>MAIN/notify.lua@3fa9c1d2 line 6</c> or, from a library, <c>lib/couriers.lua line 3 (MAIN/notify.lua@3fa9c1d2)</c>;
    /// the version alone where no line is known.</summary>
    public string Source => (Line, File) switch
    {
        (null, _) => ScriptVersion,
        (_, null) => $"{ScriptVersion} line {Line}",
        _ => $"{File} line {Line} ({ScriptVersion})",
    };

    /// <summary>The library that the line belongs to, e.g. <c>lib/couriers.lua</c>; null where it is the script itself.</summary>
    public string? File { get; init; }

    /// <summary>The line that returned the answer, or at which the script failed, counted from 1; null where none is known.</summary>
    public int? Line { get; init; }

    /// <summary>What the script gives as its reason, one line of at most 500 characters; null where it gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>The script has no such function, or the site has no script.</summary>
    public sealed record NoHook : ScriptReply;

    /// <summary>The function answered nil, a plain value or what is no answer at all.</summary>
    public sealed record Answer : ScriptReply
    {
        /// <summary>string, double, long, bool, or null for nil; anything else as its Lua type's name in <see cref="Unusable"/>.</summary>
        public required object? Value { get; init; }

        /// <summary>Null, or the Lua type (<c>table</c>, <c>function</c>) of an answer that is no plain value.</summary>
        public string? Unusable { get; init; }
    }

    /// <summary>The request rests until a moment.</summary>
    public sealed record Wait : ScriptReply
    {
        /// <summary>When the wait ends, counted from the request's arrival by its site's clock and its place's calendar; whole seconds.</summary>
        public required DateTimeOffset Until { get; init; }

        /// <summary>The answer as the script wrote it, e.g. <c>Wait.Until("08:30")</c>.</summary>
        public required string Said { get; init; }
    }

    /// <summary>The request rests until something that never comes, e.g. the next opening of a place without opening hours.</summary>
    public sealed record EndlessWait : ScriptReply
    {
        /// <summary>As <see cref="Wait.Said"/>.</summary>
        public required string Said { get; init; }

        /// <summary>Why it does not end and what to do about it, in sentences.</summary>
        public required string Why { get; init; }
    }

    /// <summary>The request rests until staff release it; <see cref="ScriptReply.Reason"/> says why.</summary>
    public sealed record Hold : ScriptReply;

    /// <summary>The notice is written from a template.</summary>
    public sealed record Template : ScriptReply
    {
        /// <summary>As the script wrote it; it may be the name of no template.</summary>
        public required string Name { get; init; }
    }

    /// <summary>No mail is sent; <see cref="ScriptReply.Reason"/> says why.</summary>
    public sealed record Suppress : ScriptReply;

    /// <summary>The script failed; nothing was decided.</summary>
    public sealed record Fault : ScriptReply
    {
        /// <summary>File, line and message in words.</summary>
        public required string Message { get; init; }
    }
}
