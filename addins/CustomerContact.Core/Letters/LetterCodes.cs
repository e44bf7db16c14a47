using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The codes of a letter's transaction numbers beside each other above its foot, each with its digits below.</summary>
internal static class LetterCodes
{
    private const double GapMm = 8;
    private const double BesideMm = 2;
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

    /// <summary>As many codes as stand beside each other, from the edge of the reference below, and how many requests have none; the foot names all numbers.</summary>
    public static PagePart Above(double footTop, Letter letter, LetterFrame frame, Typesetter type, bool fromRight)
    {
        if (Height(letter) == 0)
            return PagePart.Empty;
        var (kind, top, width) = (letter.Style.Code, footTop - Height(letter), Typesetter.Points(frame.TextWidth));
        var (part, taken, shown) = (PagePart.Empty, 0.0, 0);
        foreach (var number in letter.Requests)
        {
            var own = Width(number, kind);
            if (taken + own > width)
                break;
            part = part.With(One(number, kind, Typesetter.Points(frame.Left) + (fromRight ? width - taken - own : taken), top, type));
            taken += own + Typesetter.Points(GapMm);
            shown++;
        }
        return part.With(Rest(letter.Requests.Count - shown)) with { Bottom = 0 };

        PagePart Rest(int more)
        {
            if (more == 0)
                return PagePart.Empty;
            var lines = type.Lines(string.Create(CultureInfo.InvariantCulture, $"+{more}"), TextLook.Margin, width);
            var beside = Math.Max(0, taken - Typesetter.Points(GapMm - BesideMm));
            return PagePart.Stack(lines, Typesetter.Points(frame.Left) + (fromRight ? 0 : beside), width - beside, top + Typesetter.Points(HeightMm(kind)), fromRight);
        }
    }

    /// <summary>One code at a place in points, with its digits below.</summary>
    public static PagePart One(int number, CodeKind kind, double left, double top, Typesetter type)
    {
        var (picture, module, height) = Drawn(number, kind);
        ImmutableArray<PlacedBar> bars = [.. Enumerable.Range(0, picture.Rows).SelectMany(row => picture.Bars(row)
            .Select(bar => new PlacedBar(left + bar.Start * module, top + row * height, bar.Length * module, height)))];
        var digits = type.Lines(number.ToString(CultureInfo.InvariantCulture), TextLook.Margin, picture.Columns * module + Typesetter.Points(GapMm));
        return PagePart.Stack(digits, left, picture.Columns * module, top + picture.Rows * height) with { Bars = bars };
    }

    private static double Width(int number, CodeKind kind)
    {
        var (picture, module, _) = Drawn(number, kind);
        return picture.Columns * module;
    }

    // The picture, and the width and height of one of its modules in points.
    private static (CodePicture Picture, double Module, double Height) Drawn(int number, CodeKind kind) => kind switch
    {
        CodeKind.Code128 => (Code128.Of(number), Typesetter.Points(BarMm), Typesetter.Points(BarHeightMm)),
        CodeKind.QR => (QrCode.Of(number), Typesetter.Points(SquareMm), Typesetter.Points(SquareMm)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Height of one code without its digits, in millimetres.</summary>
    public static double HeightMm(CodeKind kind) => kind == CodeKind.QR ? QrCode.Side * SquareMm : BarHeightMm;
}
