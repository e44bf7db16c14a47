using System.Collections.Immutable;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The pages of one letter, and what in it could not be printed as it was meant.</summary>
public sealed record LetterPages(IReadOnlyList<LetterPage> Pages, IReadOnlyList<string> Warnings);

/// <summary>Lays letters out: everything but the drawing.</summary>
public static class LetterLayout
{
    // Between the head of the first page, whatever its height, and the subject.
    private const double AboveSubjectMm = 7;
    private const double AboveFootMm = 5;

    /// <summary>Lays out the letters of a document one by one, as they are asked for; only one thread may ask.</summary>
    public static IEnumerable<LetterPages> Letters(LetterDocument document, RunWidth widths, FamilyCovers covers)
    {
        var type = Typesetter.For(widths, covers);
        return document.Letters.Select((letter, i) => Pages(letter, i + 1, type));
    }

    private static LetterPages Pages(Letter letter, int number, Typesetter type)
    {
        var frame = LetterFrame.Of(letter.Style);
        var (printable, missing) = PrintableLetter.Of(letter, type);
        var name = letter.Requests.Count > 0 ? LetterWords.Letter(RowNumbers.Words(letter.Requests)) : LetterWords.LetterNumber(number);
        return new(Pages(printable, frame, type), [.. PrintableText.Warnings(name, missing), .. AddressWarning(name, printable, frame, type)]);
    }

    private static List<LetterPage> Pages(Letter letter, LetterFrame frame, Typesetter type)
    {
        var head = LetterHead.Of(letter, frame, type);
        var reference = LetterMargins.Reference(letter, frame, type);
        var footTop = LetterMargins.FootTop(reference, frame);
        var codes = LetterCodes.Above(footTop, letter, frame, type, fromRight: reference.Any(line => line.RightToLeft));
        var top = Math.Max(Typesetter.Points(frame.BodyTop), head.Bottom + Typesetter.Points(AboveSubjectMm));
        var nextTop = Typesetter.Points(frame.NextTop);
        var bottom = Bottom(footTop);
        var lines = BodyFlow.Lines(letter, Typesetter.Points(frame.TextWidth), type);
        var bodies = BodyFlow.Pages(lines, Bottom(footTop - LetterCodes.Height(letter)) - top, bottom - nextTop);
        return [.. bodies.Select((body, i) =>
            Page(frame, [
                i == 0 ? head.With(codes) with { Rules = head.Rules.AddRange(LetterMargins.FoldMarks(frame)) } : LetterMargins.RunningHead(letter, frame, type),
                Body(body, i == 0 ? top : nextTop, frame),
                LetterMargins.Foot(reference, LetterMargins.PageLabel(letter.Style.PageLabel, i + 1, bodies.Count), frame, type)]))];

        double Bottom(double foot) => Math.Min(Typesetter.Points(frame.BodyBottom), foot - Typesetter.Points(AboveFootMm));
    }

    private static PagePart Body(ImmutableArray<FlowLine> lines, double top, LetterFrame frame)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedLine>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            top += i == 0 ? 0 : lines[i].SpaceAbove;
            placed.Add(lines[i].Line.At(Typesetter.Points(frame.Left), Typesetter.Points(frame.TextWidth), top));
            top += lines[i].Line.Look.Leading;
        }
        return new(placed.ToImmutable(), [], top);
    }

    private static LetterPage Page(LetterFrame frame, IReadOnlyList<PagePart> parts) => new()
    {
        Width = Typesetter.Points(frame.Paper.WidthMm),
        Height = Typesetter.Points(frame.Paper.HeightMm),
        Lines = [.. parts.SelectMany(part => part.Lines)],
        Rules = [.. parts.SelectMany(part => part.Rules)],
        Bars = [.. parts.SelectMany(part => part.Bars)],
    };

    private static IEnumerable<string> AddressWarning(string name, Letter letter, LetterFrame frame, Typesetter type)
    {
        var lines = LetterHead.AddressLines(letter, frame, type).Count;
        if (LetterHead.MostWindowLines(frame) is { } shown && lines > shown)
            yield return LetterWords.LongAddress(name, lines, shown);
    }
}
