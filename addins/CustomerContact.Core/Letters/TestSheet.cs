using System.Collections.Immutable;

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
        return style.Envelope.Frame is not { Window: { } window, WindowLines: { } lines }
            ? LetterWords.NoWindow
            : string.Join(
                "\n\n",
                LetterWords.PrintAndFold,
                LetterWords.Frame(window.Width, window.Height, window.Left, window.Top),
                LetterWords.CountTheMarks,
                LetterWords.Settings(style.Envelope.Name, style.Envelope.Paper.Name, style.OffsetXMm, style.OffsetYMm, lines));
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
