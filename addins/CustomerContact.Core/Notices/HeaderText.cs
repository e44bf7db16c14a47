using System.Buffers;
using System.Text;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Makes a rendered value fit for a line of a mail's header.</summary>
internal static class HeaderText
{
    // All of Unicode's control characters and its two separators that some readers take for a line's end.
    private static readonly SearchValues<char> LineBreaking = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029']);

    /// <summary>The text on one line: a run of line breaks and control characters becomes a space; none at the ends.</summary>
    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny(LineBreaking))
            return text.Trim();
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!LineBreaking.Contains(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        return line.ToString().Trim();
    }
}
