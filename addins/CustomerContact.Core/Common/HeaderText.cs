using System.Buffers;
using System.Text;

namespace IllAddins.CustomerContact.Core.Common;

/// <summary>Makes a text fit for a line of a mail's header: no line break of a title can become a header, no stray control character a second message.</summary>
public static class HeaderText
{
    // All of Unicode's control characters and its two separators that some readers take for a line's end.
    private static readonly SearchValues<char> LineBreaking = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029']);

    /// <summary>The text on one line: a run of line breaks, control characters and blanks becomes one space; none at the ends.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(LineBreaking) && !text.Contains("  ", StringComparison.Ordinal))
            return text.Trim();
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (letter != ' ' && !IsBreak(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        return line.ToString().Trim();
    }

    /// <summary>True for what must never stand in an address: control characters and every kind of line break.</summary>
    public static bool IsBreak(char letter) => LineBreaking.Contains(letter);
}
