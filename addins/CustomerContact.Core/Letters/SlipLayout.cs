using System.Collections.Immutable;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A slip that lies in an item on the hold shelf. Any text may be empty and is left out then.</summary>
public sealed record Slip
{
    public required int TransactionNumber { get; init; }

    /// <summary>The library's name, small at the top.</summary>
    public required string LibraryName { get; init; }

    /// <summary>The patron, last name first: the shelf is sorted by it.</summary>
    public required string Customer { get; init; }

    public required string PickupLocation { get; init; }

    public required string Title { get; init; }

    /// <summary>Author, due date, conditions: one line each.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The day on which it was printed.</summary>
    public string DateLine { get; init; } = "";

    public CodeKind Code { get; init; } = CodeKind.Code128;
}

/// <summary>Lays slips out on paper of 80 mm from a roll: each page is as long as its slip.</summary>
public static class SlipLayout
{
    private const double WidthMm = 80;

    // Receipt printers print 72 mm of the 80.
    private const double MarginMm = 5;
    private const double ShortestMm = 50;

    // Whatever a field holds, a slip stays short, and no page is longer than a PDF's may be.
    private const int MostLines = 4;

    private static TextLook Customer { get; } = new() { Size = 18, Leading = 22, Bold = true };
    private static TextLook Place { get; } = new() { Size = 12, Leading = 16, Bold = true };
    private static TextLook Small { get; } = new() { Size = 8.5, Leading = 12 };

    /// <summary>Lays out the slips one by one, as they are asked for; only one thread may ask.</summary>
    public static IEnumerable<LetterPages> Slips(IReadOnlyList<Slip> slips, RunWidth widths, FamilyCovers covers)
    {
        var type = Typesetter.For(widths, covers);
        return slips.Select(slip => Pages(slip, type));
    }

    private static LetterPages Pages(Slip slip, Typesetter type)
    {
        var missing = new List<Rune>();
        var (left, width) = (Typesetter.Points(MarginMm), Typesetter.Points(WidthMm - 2 * MarginMm));
        var part = PagePart.Empty with { Bottom = Typesetter.Points(MarginMm) };
        Add(slip.LibraryName, Small, 0);
        Add(slip.Customer, Customer, 4);
        Add(slip.PickupLocation, Place, 2);
        part = part with { Rules = [new(left, part.Bottom + 3, left + width, 0.5)], Bottom = part.Bottom + 3 };
        Add(slip.Title, TextLook.Body, 4);
        foreach (var line in slip.Lines)
            Add(line, Small, 1);
        if (slip.Code != CodeKind.None)
            part = part.With(LetterCodes.One(slip.TransactionNumber, slip.Code, left + Typesetter.Points(3), part.Bottom + 8, type));
        Add(slip.DateLine, Small, 2);
        return new([Page(part)], PrintableText.Warnings(LetterWords.Slip(slip.TransactionNumber), missing));

        void Add(string text, TextLook look, double above)
        {
            var printable = PrintableText.Of(BodyFlow.OneLine(text), character => type.CoversAny(character));
            missing.AddRange(printable.Missing);
            var lines = type.FirstLines(printable.Text, look, width, MostLines);
            part = lines.Count == 0 ? part : part.With(PagePart.Stack(lines, left, width, part.Bottom + above));
        }
    }

    private static LetterPage Page(PagePart part) => new()
    {
        Width = Typesetter.Points(WidthMm),
        Height = Math.Max(Typesetter.Points(ShortestMm), part.Bottom + Typesetter.Points(MarginMm)),
        Lines = part.Lines,
        Rules = part.Rules,
        Bars = part.Bars,
    };
}
