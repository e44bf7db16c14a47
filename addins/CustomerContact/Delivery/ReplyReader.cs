using System.Globalization;
using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Cuts what a server says into replies: a code and its text, with the lines of a longer reply joined by line feeds.</summary>
internal sealed class ReplyReader
{
    private const int LongestText = 8_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<byte> _line = [];
    private readonly StringBuilder _text = new();
    private int _code;

    /// <summary>The beginning of a line that can be no reply; null when there is none. A reply that merely broke off is not garbage.</summary>
    public string? Garbage => _line.Count > 0 && !char.IsAsciiDigit((char)_line[0]) ? Decode(_line) : null;

    /// <summary>Takes the next bytes and gives the replies that they complete; a line that is no reply comes with code 0.</summary>
    public IReadOnlyList<(int Code, string Text)> Read(ReadOnlySpan<byte> bytes)
    {
        var replies = new List<(int, string)>(1);
        foreach (var next in bytes)
        {
            if (next != '\n')
            {
                if (_line.Count < LongestText)
                    _line.Add(next);
                continue;
            }
            if (EndLine() is { } reply)
                replies.Add(reply);
        }
        return replies;
    }

    private (int Code, string Text)? EndLine()
    {
        var line = Decode(_line);
        _line.Clear();
        if (!TryCode(line, out var code) || (_code != 0 && code != _code))
            return (0, line);
        var more = line.Length > 3 && line[3] == '-';
        if (_text.Length < LongestText)
            _text.Append(line.Length > 4 ? line[4..] : "").Append(more ? "\n" : "");
        _code = more ? code : 0;
        if (more)
            return null;
        var text = _text.ToString();
        _text.Clear();
        return (code, text.Length > LongestText ? text[..LongestText] : text);
    }

    private static bool TryCode(string line, out int code)
    {
        code = 0;
        return line.Length >= 3
            && (line.Length == 3 || line[3] is ' ' or '-')
            && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out code)
            && code >= 100;
    }

    private static string Decode(List<byte> line)
    {
        var bytes = line.ToArray().AsSpan().TrimEnd((byte)'\r');
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
