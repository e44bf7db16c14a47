using System.Buffers;
using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Reads one text into segments; all faults of the text are found, not only the first.</summary>
internal sealed class TemplateParser
{
    private const string Opening = "<#";
    private static readonly SearchValues<char> TagEnds = SearchValues.Create("<>\r\n");
    private readonly string text;
    private readonly string part;
    private readonly ImmutableArray<TemplateSegment>.Builder segments = ImmutableArray.CreateBuilder<TemplateSegment>();
    private readonly ImmutableArray<TemplateFault>.Builder faults = ImmutableArray.CreateBuilder<TemplateFault>();

    public TemplateParser(string text, string part) => (this.text, this.part) = (text, part);

    public TemplateParse Parse()
    {
        var literal = 0;
        for (var at = NextTag(0); at >= 0; at = NextTag(literal))
        {
            AddLiteral(literal, at);
            literal = ReadTag(at);
        }
        AddLiteral(literal, text.Length);
        return faults.Count > 0
            ? new TemplateParse.Faulty(faults.ToImmutable())
            : new TemplateParse.Parsed(new TemplateText(segments.ToImmutable()));
    }

    private int NextTag(int from)
    {
        var at = text.IndexOf(Opening, from, StringComparison.Ordinal);
        while (at >= 0 && !BeginsTag(at))
            at = text.IndexOf(Opening, at + Opening.Length, StringComparison.Ordinal);
        return at;
    }

    private bool BeginsTag(int at)
    {
        var inside = text.AsSpan(at + Opening.Length).TrimStart(" \t/");
        return inside.Length > 0 && (char.IsLetter(inside[0]) || inside[0] is '_' or '>');
    }

    private void AddLiteral(int from, int to)
    {
        if (to > from)
            segments.Add(new TemplateSegment.Literal(text[from..to]));
    }

    private int ReadTag(int start)
    {
        var inside = start + Opening.Length;
        var length = text.AsSpan(inside).IndexOfAny(TagEnds);
        if (length >= 0 && text[inside + length] == '>')
        {
            AddTag(start, text.AsSpan(inside, length));
            return inside + length + 1;
        }
        var name = TagContent.NameAtStart(text.AsSpan(inside).TrimStart());
        AddFault(start, TemplateWords.UnclosedTag(name.ToString()), TemplateWords.CloseTag);
        return inside;
    }

    private void AddTag(int start, ReadOnlySpan<char> inside)
    {
        switch (TagContent.Read(inside))
        {
            case TagContent.Good good:
                var (line, column) = Position(start);
                segments.Add(new TemplateSegment.Tag(good.Written, good.Set, good.Name, good.MaxSize, line, column));
                break;
            case TagContent.Bad bad:
                AddFault(start, bad.Found, bad.Advice);
                break;
        }
    }

    private void AddFault(int at, string found, string advice)
    {
        var (line, column) = Position(at);
        faults.Add(new TemplateFault(line, column, TemplateWords.At(found, line, column, part, advice)));
    }

    private (int Line, int Column) Position(int at)
    {
        var line = 1;
        var begin = 0;
        for (var i = 0; i < at; i++)
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
                (line, begin) = (line + 1, i + 1);
        return (line, at - begin + 1);
    }
}
