namespace IllAddins.Host.Scripting;

/// <summary>Makes one line of a bounded length out of a text that a script wrote.</summary>
internal static class OneLine
{
    /// <summary>The text with spaces for control characters, its end cut off where it is longer than <paramref name="most"/> characters.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most && !text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f'))
            return text;
        var cut = text.Length > most ? string.Concat(text.AsSpan(0, most - 3), "...") : text;
        return string.Create(cut.Length, cut, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }
}
