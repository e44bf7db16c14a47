using System.Text;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>A script's text as this engine's compiler may have it.</summary>
/// <param name="Text">With escapes such as <c>\u{e9}</c> as the bytes that they stand for.</param>
/// <param name="Noted">The lines on which a function may be called or end, counted from 1.</param>
/// <param name="Line">Where it cannot be compiled; null where it can.</param>
/// <param name="Fault">What is wrong with that line.</param>
internal sealed record ScannedSource(string Text, HashSet<int> Noted, int? Line, string? Fault)
{
    /// <summary>Looks through a text for what the compiler takes and must not: syntax that only it knows or does not know, and nesting without end.</summary>
    public static ScannedSource Read(string text)
    {
        var scan = new SourceScan(text);
        scan.Run();
        return new ScannedSource(scan.Text, scan.Noted, scan.Fault is null ? null : scan.Line, scan.Fault);
    }
}

/// <summary>Goes through a text from word to word.</summary>
internal sealed class SourceScan(string source)
{
    /// <summary>How deep brackets and blocks may stand within each other, as in Lua.</summary>
    private const int Deepest = 200;

    /// <summary>How many operators, calls and fields may follow each other in one expression; the compiler goes down one step for each.</summary>
    private const int LongestChain = 10_000;

    private static readonly HashSet<string> Openers = ["function", "do", "then", "repeat"];
    private static readonly HashSet<string> Closers = ["end", "until", "elseif", "else"];
    private static readonly HashSet<string> Others = ["local", "if", "while", "for", "return", "break", "goto", "in"];

    private readonly StringBuilder text = new(source.Length + 16);
    private int at;
    private int depth;
    private int chain;

    public string Text => text.ToString();

    public HashSet<int> Noted { get; } = [];

    public int Line { get; private set; } = 1;

    public string? Fault { get; private set; }

    private char Next => at + 1 < source.Length ? source[at + 1] : '\0';

    public void Run()
    {
        while (at < source.Length && Fault is null)
            Step(source[at]);
    }

    private void Step(char letter)
    {
        if (char.IsAsciiLetter(letter) || letter == '_')
            Word();
        else if (char.IsAsciiDigit(letter))
            Number();
        else if (letter == '-' && Next == '-')
            Comment();
        else if (letter is '"' or '\'')
            Quoted(letter);
        else if (letter == '[' && LongLevel(at) is { } level)
            Long(level);
        else
            Sign(letter);
    }

    private void Word()
    {
        var begun = at;
        while (at < source.Length && (char.IsAsciiLetterOrDigit(source[at]) || source[at] == '_'))
            text.Append(source[at++]);
        var word = source[begun..at];
        if (word is "return" or "end" or "until" or "goto")
            Noted.Add(Line);
        if (Openers.Contains(word))
            Nest(1);
        else if (Closers.Contains(word))
            Nest(-1);
        if (word is "else")
            Nest(1);
        if (Openers.Contains(word) || Closers.Contains(word) || Others.Contains(word))
            chain = 0;
        else if (word is "not")
            Link();
    }

    private void Number()
    {
        while (at < source.Length && (char.IsAsciiLetterOrDigit(source[at]) || source[at] == '.' || (source[at] is '+' or '-' && source[at - 1] is 'e' or 'E' or 'p' or 'P')))
        {
            // 1..2 joins two numbers.
            if (source[at] == '.' && Next == '.')
                break;
            text.Append(source[at++]);
        }
    }

    private void Comment()
    {
        Copy(2);
        if (at < source.Length && source[at] == '[' && LongLevel(at) is { } level)
        {
            Long(level);
            return;
        }

        while (at < source.Length && source[at] != '\n')
            Copy(1);
    }

    /// <summary>How many signs of equality a long bracket has that opens here; null where none does.</summary>
    private int? LongLevel(int from)
    {
        var end = from + 1;
        while (end < source.Length && source[end] == '=')
            end++;
        return end < source.Length && source[end] == '[' ? end - from - 1 : null;
    }

    private void Long(int level)
    {
        var closing = "]" + new string('=', level) + "]";
        var end = source.IndexOf(closing, at, StringComparison.Ordinal);
        Copy((end < 0 ? source.Length : end + closing.Length) - at);
        Link();
    }

    private void Quoted(char quote)
    {
        Copy(1);
        while (at < source.Length && source[at] != quote && source[at] != '\n')
        {
            if (source[at] == '\\' && Next == 'u')
                Character();
            else
                Copy(source[at] == '\\' && Next != '\0' ? 2 : 1);
        }

        Copy(at < source.Length ? 1 : 0);
        Link();
    }

    private void Character()
    {
        var end = source.IndexOf('}', at);
        if (end < 0 || at + 2 >= source.Length || source[at + 2] != '{'
            || !long.TryParse(source.AsSpan(at + 3, end - at - 3), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number) || number is < 0 or > int.MaxValue)
        {
            Fault = "invalid escape sequence '\\u'";
            return;
        }

        var bytes = new StringBuilder();
        ByteText.Append(bytes, number);
        foreach (var one in bytes.ToString())
            text.Append($"\\{(int)one:000}");
        at = end + 1;
    }

    private void Sign(char sign)
    {
        if (Foreign(sign) is { } foreign)
        {
            Fault = foreign;
            return;
        }

        if (sign == '(')
            Noted.Add(Line);
        if (sign is '(' or '{' or '[')
            Nest(1);
        else if (sign is ')' or '}' or ']')
            Nest(-1);
        if (sign is ',' or ';' || (sign == '=' && Next != '='))
            chain = 0;
        else if (!char.IsWhiteSpace(sign))
            Link();
        Copy(sign is '=' or '~' or '<' or '>' or ':' && Next == (sign == ':' ? ':' : '=') ? 2 : 1);
    }

    /// <summary>What is wrong with a sign that only one of the engines knows.</summary>
    private string? Foreign(char sign) => sign switch
    {
        '/' when Next == '/' => Unknown("//", "math.floor(a / b)"),
        '<' when Next == '<' => Unknown("<<", "a * 2 ^ n"),
        '>' when Next == '>' => Unknown(">>", "math.floor(a / 2 ^ n)"),
        '&' => Unknown("&", "arithmetic"),
        '|' => Unknown("|", "arithmetic"),
        '~' when Next != '=' => Unknown("~", "arithmetic"),
        '<' when source.AsSpan(at).StartsWith("<const>") || source.AsSpan(at).StartsWith("<close>") => Unknown(source.Substring(at, 7), "a plain local variable"),
        '!' or '$' or '@' or '`' or '\\' or '?' or '\0' => $"unexpected symbol near '{(sign == '\0' ? "<\\0>" : sign)}'",
        >= '\u0080' => $"unexpected symbol near '<\\{(int)sign}>'",
        _ => null,
    };

    private static string Unknown(string sign, string instead) =>
        $"'{sign}' is Lua 5.4 and not known to MoonSharp, the engine of this host; write {instead} in its place";

    private void Nest(int step)
    {
        depth = Math.Max(0, depth + step);
        if (depth > Deepest)
            Fault = "brackets, blocks or calls are nested too deeply";
    }

    private void Link()
    {
        if (++chain > LongestChain)
            Fault = $"an expression has more than {LongestChain} parts";
    }

    private void Copy(int count)
    {
        for (; count > 0; count--)
        {
            if (source[at] == '\n')
                Line++;
            text.Append(source[at++]);
        }
    }
}
