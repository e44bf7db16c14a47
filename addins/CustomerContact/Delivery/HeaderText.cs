using System.Buffers;
using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Makes free text fit for a mail: no line break of a title can become a header, no stray control character a second message.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> NotInBody =
        SearchValues.Create([.. Enumerable.Range(0, 0x2030).Select(code => (char)code).Where(code => code != '\t' && IsBreak(code))]);

    /// <summary>One line: each run of line breaks, control characters and blanks becomes one space; the ends are trimmed.</summary>
    public static string OneLine(string text)
    {
        if (IsOneLine(text))
            return text;
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

    private static bool IsOneLine(string text)
    {
        var before = ' ';
        foreach (var character in text)
        {
            if (IsBreak(character) || (character == ' ' && before == ' '))
                return false;
            before = character;
        }

        return text.Length == 0 || before != ' ';
    }

    /// <summary>Lines that all end in CR LF, without control characters other than the tab: a bare CR means different things to different servers.</summary>
    public static string Body(string text)
    {
        if (!text.AsSpan().ContainsAny(NotInBody))
            return text;
        var body = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(NotInBody) is >= 0 and var at)
        {
            body.Append(rest[..at]);
            var isPair = rest[at..] is ['\r', '\n', ..];
            if (rest[at] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
                body.Append("\r\n");
            rest = rest[(at + (isPair ? 2 : 1))..];
        }

        return body.Append(rest).ToString();
    }

    /// <summary>True for what must never stand in an address: control characters and every kind of line break.</summary>
    public static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
