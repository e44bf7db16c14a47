namespace IllAddins.Host.Scripting;

/// <summary>What a script logs in one call; what goes beyond the bounds is left out and said so.</summary>
internal sealed class ScriptLog
{
    public const int MostLines = 100;

    public const int LongestLine = 1_000;

    private List<string>? lines;

    public void Write(string text)
    {
        lines ??= [];
        if (lines.Count >= MostLines)
            return;
        lines.Add(lines.Count == MostLines - 1 ? $"... more than {MostLines - 1} lines were logged; the rest is left out" : OneLine.Of(text, LongestLine));
    }

    /// <summary>The lines so far, which are then forgotten.</summary>
    public IReadOnlyList<string> Take()
    {
        if (lines is null)
            return [];
        var taken = lines;
        lines = null;
        return taken;
    }
}
