using System.Globalization;
using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Cuts what a server says into replies: a code and its text, with the lines of a longer reply joined by line feeds.</summary>
internal sealed class ReplyReader
{
    private const int LongestText = 8_000;

    // No server says so much in one reply; what never ends would fill the memory of whoever waits for its end.
    private const int LongestReply = 2 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<byte> _line = [];
    private readonly StringBuilder _text = new();
    private int _code;
    private int _length;

    /// <summary>What can be no reply: the beginning of a line, or one that does not end; null when there is none. A reply that merely broke off is not garbage.</summary>
    public string? Garbage => _length > LongestReply ? MailWords.TooLongWithoutEnd
        : _line.Count > 0 && !char.IsAsciiDigit((char)_line[0]) ? Decode(_line) : null;

    /// <summary>Takes the next bytes and gives the replies that they complete; a line that is no reply comes with code 0.</summary>
    public IReadOnlyList<(int Code, string Text)> Read(ReadOnlySpan<byte> bytes)
    {
        var replies = new List<(int, string)>(1);
        foreach (var next in bytes)
        {
            _length++;
            if (next != '\n')
            {
                if (_line.Count < LongestText)
                    _line.Add(next);
                continue;
            }
            if (EndLine() is not { } reply)
                continue;
            replies.Add(reply);
            _length = 0;
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
