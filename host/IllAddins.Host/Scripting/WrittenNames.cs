namespace IllAddins.Host.Scripting;

/// <summary>The names that a script's text uses without saying what they are; comments, texts and fields are passed over.</summary>
internal sealed class WrittenNames
{
    private readonly string text;
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Line)> used = [];
    private int at;
    private int line = 1;
    private bool declaring;

    private WrittenNames(string text) => this.text = text;

    /// <summary>Each name once, with the line where it stands first, in the order of the text.</summary>
    public static IReadOnlyList<(string Name, int Line)> Of(string text)
    {
        var names = new WrittenNames(text);
        while (names.at < text.Length)
            names.Step();
        return [.. names.used.Where(use => !names.declared.Contains(use.Name)).DistinctBy(use => use.Name)];
    }

    private void Step()
    {
        var sign = text[at];
        if (sign == '-' && Next(1) == '-')
            PassTo(LongEnd(at + 2) ?? End("\n", at));
        else if (sign == '[' && LongEnd(at) is { } end)
            PassTo(end);
        else if (sign is '"' or '\'')
            PassText(sign);
        else if (char.IsAsciiLetter(sign) || sign == '_')
            Name();
        else
            Sign(sign);
    }

    // A declaration ends with its list of names.
    private void Sign(char sign)
    {
        if (sign is ')' or '=' or '\n')
            declaring = false;
        PassTo(at + 1);
    }

    private void Name()
    {
        var from = at;
        while (char.IsAsciiLetterOrDigit(Next(0)) || Next(0) == '_')
            at++;
        var name = text[from..at];
        if (name is "local" or "function" or "for")
            declaring = true;
        else if (name == "in")
            declaring = false;
        else if (declaring || IsAssigned())
            declared.Add(name);
        else if (from == 0 || text[from - 1] is not ('.' or ':'))
            used.Add((name, line));
    }

    private bool IsAssigned()
    {
        var rest = text.AsSpan(at).TrimStart(' ');
        return rest.StartsWith("=") && !rest.StartsWith("==");
    }

    private void PassText(char mark)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != mark && text[end] != '\n')
            end += text[end] == '\\' ? 2 : 1;
        PassTo(end + 1);
    }

    // [[ ... ]] and [==[ ... ]==]
    private int? LongEnd(int from)
    {
        var open = from + 1;
        while (open < text.Length && text[open] == '=')
            open++;
        return from < text.Length && text[from] == '[' && open < text.Length && text[open] == '['
            ? End($"]{new string('=', open - from - 1)}]", open)
            : null;
    }

    private int End(string mark, int from) => text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var found ? found + (mark == "\n" ? 0 : mark.Length) : text.Length;

    private void PassTo(int end)
    {
        end = Math.Min(end, text.Length);
        line += text.AsSpan(at, end - at).Count('\n');
        at = end;
    }

    private char Next(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';
}
