using System.Collections.Immutable;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A page by which staff see whether an address stands in the window of their envelopes, and by how much it is off.</summary>
public static class TestSheet
{
    private const double Stroke = 0.7;
    private const int RulerMm = 40;

    /// <summary>The sample letter of a style, with the part that the window shows framed and rulers from that frame's corner.</summary>
    public static IEnumerable<LetterPages> Pages(Letter letter, RunWidth widths, FamilyCovers covers)
    {
        var document = new LetterDocument { Title = "", Letters = [letter] };
        var window = letter.Style.Envelope.Frame.Window;
        foreach (var pages in LetterLayout.Letters(document, widths, covers))
            yield return window is { } seen
                ? pages with { Pages = [pages.Pages[0] with { Bars = [.. pages.Pages[0].Bars, .. Frame(seen), .. Rulers(seen)] }, .. pages.Pages.Skip(1)] }
                : pages;
    }

    /// <summary>The words of the page.</summary>
    public static string Words(LetterStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        var frame = style.Envelope.Frame;
        return frame.Window is not { } window
            ? "These letters go into envelopes without a window. The address stands where it would on any letter.\n\nPrint at 100 %, without 'fit to page'."
            : string.Create(CultureInfo.InvariantCulture, $"""
                Print this page at 100 %, without 'fit to page'. Fold it as a letter, put it into the envelope and push it to each edge.

                The frame is what a usual window always shows: {window.Width:0.#} x {window.Height:0.#} mm, {window.Left:0.#} mm from the left edge of the paper and {window.Top:0.#} mm from the top. The marks beside it are 1 mm apart, each tenth is longer.

                If the address is cut off, count the marks by which it must move and set Letters:OffsetX (to the right) and Letters:OffsetY (down) in millimetres; to the left and up are negative. For one site alone the keys stand under Letters:Sites and its code.

                Now: envelope {style.Envelope.Name}, paper {style.Envelope.Paper.Name}, offsets {style.OffsetXMm:0.##} and {style.OffsetYMm:0.##} mm, {frame.WindowLines} lines of address.
                """);
    }

    private static IEnumerable<PlacedBar> Frame(PlacedBar mm)
    {
        var (left, top, width, height) = (Typesetter.Points(mm.Left), Typesetter.Points(mm.Top), Typesetter.Points(mm.Width), Typesetter.Points(mm.Height));
        return [new(left, top, width, Stroke), new(left, top + height, width, Stroke), new(left, top, Stroke, height), new(left + width, top, Stroke, height)];
    }

    private static IEnumerable<PlacedBar> Rulers(PlacedBar mm) => Enumerable.Range(0, RulerMm + 1).SelectMany(mark =>
    {
        var length = Typesetter.Points(mark % 10 == 0 ? 4 : mark % 5 == 0 ? 3 : 2);
        var (x, y) = (Typesetter.Points(mm.Left + mark), Typesetter.Points(mm.Top + mark));
        return (ImmutableArray<PlacedBar>)
        [
            new(x, Typesetter.Points(mm.Top) - length, Stroke / 2, length),
            .. mark <= mm.Height ? [new(Typesetter.Points(mm.Left) - length, y, length, Stroke / 2)] : (PlacedBar[])[],
        ];
    });
}
