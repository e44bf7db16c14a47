using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A line of the text on its way to a page: the space above it sets it off as the first of a block.</summary>
internal sealed record FlowLine(SetLine Line, double SpaceAbove, bool KeepWithNext);

/// <summary>Subject and body as a stream of lines, and its division into pages.</summary>
internal static class BodyFlow
{
    // An empty line of a plain text is a little too much between paragraphs of type.
    private const double EmptyLine = 0.7;

    private const string LeftToRightMark = "\u200E", RightToLeftMark = "\u200F";

    /// <summary>
    /// The lines of subject and body in a column of this width in points. What stands above two or more empty lines, the room for a
    /// signature, stays with what follows.
    /// </summary>
    public static ImmutableArray<FlowLine> Lines(Letter letter, double width, Typesetter type)
    {
        var lines = ImmutableArray.CreateBuilder<FlowLine>();
        lines.AddRange(Paragraph(type.Lines(OneLine(letter.Subject), TextLook.Subject, width), 0, keep: true));
        var empty = 1;
        var texts = Directed([.. letter.Body.TrimEnd().Split('\n').SkipWhile(string.IsNullOrWhiteSpace)]);
        foreach (var (i, text) in texts.Index())
        {
            var set = type.Lines(text, TextLook.Body, width);
            if (empty > 1 && set.Count > 0 && lines.Count > 0)
                lines[^1] = lines[^1] with { KeepWithNext = true };
            lines.AddRange(Paragraph(set, empty * TextLook.Body.Leading * EmptyLine, keep: BelongsTogether(text, texts.ElementAtOrDefault(i + 1))));
            empty = set.Count > 0 ? 0 : empty + 1;
        }
        return lines.ToImmutable();
    }

    /// <summary>Divides the lines by the room in points on the first and on each later page; one page, perhaps empty, at least.</summary>
    public static IReadOnlyList<ImmutableArray<FlowLine>> Pages(ImmutableArray<FlowLine> lines, double firstRoom, double nextRoom)
    {
        var pages = new List<ImmutableArray<FlowLine>>();
        // Where the head fills the first page, its text begins on the second.
        if (firstRoom < TextLook.Subject.Leading && lines.Length > 0)
            pages.Add([]);
        for (var start = 0; start < lines.Length || pages.Count == 0;)
        {
            var end = EndOfPage(lines, start, pages.Count == 0 ? firstRoom : nextRoom);
            pages.Add(lines[start..end]);
            start = end;
        }
        return pages;
    }

    public static string OneLine(string text) => text.Replace('\n', ' ').Trim();

    // The items of a list stand at the edge of the letter's other lines, whatever script a title begins in.
    private static IReadOnlyList<string> Directed(IReadOnlyList<string> texts)
    {
        if (!texts.Any(BidiClasses.MayRunRightToLeft))
            return texts;
        var others = texts.Where(text => !string.IsNullOrWhiteSpace(text) && !Typesetter.Number().IsMatch(text)).ToList();
        var fromRight = others.Count(text => BidiText.Of(text).RightToLeft) * 2 > others.Count;
        return [.. texts.Select(text => Typesetter.Number().Match(text) is { Success: true } number && BidiText.Of(text).RightToLeft != fromRight
            ? text.Insert(number.Length, fromRight ? RightToLeftMark : LeftToRightMark)
            : text)];
    }

    // The first and the last two lines of a text that was wrapped stay together.
    private static IEnumerable<FlowLine> Paragraph(IReadOnlyList<SetLine> lines, double space, bool keep)
        => lines.Select((line, i) => new FlowLine(line, i == 0 ? space : 0, keep || (lines.Count > 1 && (i == 0 || i == lines.Count - 2))));

    // An item and what is set in below it.
    private static bool BelongsTogether(string text, string? next) => !text.StartsWith(' ') && next is [' ', ..] && !string.IsNullOrWhiteSpace(next);

    private static int EndOfPage(ImmutableArray<FlowLine> lines, int start, double room)
    {
        var end = start;
        while (end < lines.Length && (room -= lines[end].Line.Look.Leading + (end == start ? 0 : lines[end].SpaceAbove)) >= 0)
            end++;
        if (end == lines.Length)
            return end;
        var kept = WithoutStragglers(lines, end);
        return kept > start ? kept : Math.Max(start + 1, end);
    }

    // No last line of a block alone at the top of a page, no first line alone at the bottom, no subject without its text.
    private static int WithoutStragglers(ImmutableArray<FlowLine> lines, int end)
    {
        if (!BeginsBlock(end) && BeginsBlock(end + 1))
            end--;
        if (!BeginsBlock(end) && BeginsBlock(end - 1))
            end--;
        while (end > 0 && lines[end - 1].KeepWithNext)
            end--;
        return end;

        bool BeginsBlock(int line) => line <= 0 || line >= lines.Length || lines[line].SpaceAbove > 0;
    }
}
