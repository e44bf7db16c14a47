using System.Collections.Immutable;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>What stands in the margins: the reference and the page number below, the library and the date above later pages, fold marks.</summary>
internal static class LetterMargins
{
    // A reference that lists more requests than this many lines hold ends in an ellipsis: the record has them all.
    private const int MostFootLines = 4;

    private const double PageLabelMm = 40;

    /// <summary>The lines of the reference; at most four.</summary>
    public static IReadOnlyList<SetLine> Reference(Letter letter, LetterFrame frame, Typesetter type)
    {
        var width = Typesetter.Points(frame.TextWidth - PageLabelMm);
        var text = BodyFlow.OneLine(letter.Reference);
        var lines = type.Lines(text, TextLook.Margin, width);
        if (lines.Count <= MostFootLines)
            return lines;
        var kept = string.Concat(lines.Take(MostFootLines).SelectMany(line => line.Runs).Select(run => run.Run.Text)).Length;
        return [.. type.Lines(Shortened(text, kept), TextLook.Margin, width).Take(MostFootLines)];
    }

    /// <summary>A list cut behind its last item that fits this many characters.</summary>
    public static string Shortened(string list, int characters)
    {
        if (list.Length <= characters)
            return list;
        var comma = list.LastIndexOf(',', characters - 2);
        return comma > 0 ? list[..comma] + ", \u2026" : list[..(characters - 1)] + "\u2026";
    }

    /// <summary>The foot of a page; nothing where there is neither a reference nor a page number.</summary>
    public static PagePart Foot(IReadOnlyList<SetLine> reference, string pageLabel, LetterFrame frame, Typesetter type)
    {
        var (left, width) = (Typesetter.Points(frame.Left), Typesetter.Points(frame.TextWidth));
        var last = Typesetter.Points(frame.FootLine) - TextLook.Margin.Ascent;
        // One edge for the whole reference, and the page number across from it.
        var fromRight = reference.Any(line => line.RightToLeft);
        var lines = PagePart.Stack(reference, left, width, FootTop(reference, frame), fromRight);
        var label = type.Lines(pageLabel, TextLook.Margin, Typesetter.Points(PageLabelMm)).Select(line => line.At(left, width, last, flushRight: !fromRight));
        return lines with { Lines = [.. lines.Lines, .. label] };
    }

    public static double FootTop(IReadOnlyList<SetLine> reference, LetterFrame frame)
        => Typesetter.Points(frame.FootLine) - TextLook.Margin.Ascent - Math.Max(0, reference.Count - 1) * TextLook.Margin.Leading;

    public static string PageLabel(string label, int page, int pages)
        => pages == 1 ? "" : PageLabelAlways(label, page, pages);

    public static string PageLabelAlways(string label, int page, int pages)
        => label.Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{pages}", pages.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The running head of the second and later pages, so that a loose sheet finds back to its letter.</summary>
    public static PagePart RunningHead(Letter letter, LetterFrame frame, Typesetter type)
    {
        var (left, width) = (Typesetter.Points(frame.Left), Typesetter.Points(frame.TextWidth));
        var top = Typesetter.Points(frame.HeadTop);
        var name = type.FirstLines(BodyFlow.OneLine(letter.SenderName), TextLook.Margin, width * 0.7, 1);
        var fromRight = name.Any(line => line.RightToLeft);
        var date = type.FirstLines(BodyFlow.OneLine(letter.DateLine), TextLook.Margin, width * 0.3, 1).Select(line => line.At(left, width, top, flushRight: !fromRight));
        var y = top + TextLook.Margin.Leading + 3;
        return new([.. name.Select(line => line.At(left, width, top, fromRight)), .. date], [new(left, y, left + width, 0.4)], y);
    }

    public static ImmutableArray<PlacedRule> FoldMarks(LetterFrame frame)
        => [.. frame.FoldMarks.Select(mark => new PlacedRule(Typesetter.Points(5), Typesetter.Points(mark), Typesetter.Points(9), 0.3))];
}
