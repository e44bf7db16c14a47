using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The codes of a letter's transaction numbers beside each other above its foot, each with its digits below.</summary>
internal static class LetterCodes
{
    private const double GapMm = 8;
    private const double AboveReferenceMm = 2;

    // The narrowest bar that an office printer and a hand scanner agree on is about a quarter of a millimetre.
    private const double BarMm = 0.33;
    private const double BarHeightMm = 9;
    private const double SquareMm = 0.6;

    /// <summary>The height in points that the codes take; 0 where there are none.</summary>
    public static double Height(Letter letter)
        => letter.Style.Code == CodeKind.None || letter.Requests.Count == 0
            ? 0
            : Typesetter.Points(HeightMm(letter.Style.Code) + AboveReferenceMm) + TextLook.Margin.Leading;

    /// <summary>As many codes as stand beside each other; the foot names all numbers.</summary>
    public static PagePart Above(double footTop, Letter letter, LetterFrame frame, Typesetter type)
    {
        if (Height(letter) == 0)
            return PagePart.Empty;
        var (left, right) = (Typesetter.Points(frame.Left), Typesetter.Points(frame.Right));
        var part = PagePart.Empty;
        foreach (var number in letter.Requests)
        {
            var code = One(number, letter.Style.Code, left, footTop - Height(letter), type);
            var end = code.Bars.Max(bar => bar.Left + bar.Width);
            if (end > right)
                break;
            part = part.With(code);
            left = end + Typesetter.Points(GapMm);
        }
        return part with { Bottom = 0 };
    }

    /// <summary>One code at a place in points, with its digits below.</summary>
    public static PagePart One(int number, CodeKind kind, double left, double top, Typesetter type)
    {
        var (picture, module, height) = kind switch
        {
            CodeKind.Code128 => (Code128.Of(number), Typesetter.Points(BarMm), Typesetter.Points(BarHeightMm)),
            CodeKind.QR => (QrCode.Of(number), Typesetter.Points(SquareMm), Typesetter.Points(SquareMm)),
            _ => throw new UnreachableException(),
        };
        ImmutableArray<PlacedBar> bars = [.. Enumerable.Range(0, picture.Rows).SelectMany(row => picture.Bars(row)
            .Select(bar => new PlacedBar(left + bar.Start * module, top + row * height, bar.Length * module, height)))];
        var digits = type.Lines(number.ToString(CultureInfo.InvariantCulture), TextLook.Margin, picture.Columns * module + Typesetter.Points(GapMm));
        return PagePart.Stack(digits, left, picture.Columns * module, top + picture.Rows * height) with { Bars = bars };
    }

    /// <summary>Height of one code without its digits, in millimetres.</summary>
    public static double HeightMm(CodeKind kind) => kind == CodeKind.QR ? QrCode.Side * SquareMm : BarHeightMm;
}
