namespace IllAddins.Host.Scripting.Patterns;

/// <summary>What find, match, gmatch and gsub have in common on every engine.</summary>
internal static class Search
{
    public static readonly string PatternTooLong = $"the pattern is longer than {Pattern.Longest} bytes";

    /// <summary>Where a search begins, counted from 0; a negative place counts from the end.</summary>
    /// <returns>From 0 to one more than the length, where nothing is found.</returns>
    public static int From(long init, int length) => init switch
    {
        > 0 => (int)Math.Min(init - 1, length + 1L),
        0 => 0,
        _ => (int)Math.Max(0, length + Math.Max(init, -length - 1L)),
    };

    /// <summary>The pattern, read; null where it is too long.</summary>
    public static Pattern? Take(ScriptCall call, ReadOnlySpan<byte> pattern, bool anchors) =>
        pattern.Length <= Pattern.Longest ? call.Patterns.Take(pattern, anchors) : null;

    public static string TooManySteps(ScriptCall call) => $"the search needed more than {call.Limits.PatternSteps} steps and was stopped";

    /// <summary>How many values a match has for a function that wants so many at most.</summary>
    /// <param name="run">The match.</param>
    /// <param name="whole">How many a match without captures has: 1 is the match itself.</param>
    /// <param name="most">How many are wanted; those that are not are not looked at.</param>
    public static int Values(in PatternRun run, int whole, int most) => Math.Min(most, run.Level == 0 ? whole : run.Level);
}
