using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Makes free text fit for a mail: no line break of a title can become a header, no stray control character a second message.</summary>
internal static class HeaderText
{
    /// <summary>One line: each run of line breaks, control characters and blanks becomes one space; the ends are trimmed.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!IsBreak(character) && character != ' ')
                line.Append(character);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Lines that all end in CR LF, without control characters other than the tab: a bare CR means different things to different servers.</summary>
    public static string Body(string text)
    {
        var body = new StringBuilder(text.Length + 64);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                continue;
            if (character is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
                body.Append("\r\n");
            else if (character == '\t' || !char.IsControl(character))
                body.Append(character);
        }
        return body.ToString();
    }

    /// <summary>True for what must never stand in an address: control characters and every kind of line break.</summary>
    public static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
