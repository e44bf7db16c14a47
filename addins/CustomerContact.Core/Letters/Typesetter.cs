using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The lines of text without line breaks in a column of this width in points; leading spaces indent all of them.</summary>
internal delegate IReadOnlyList<SetLine> LineSetting(string text, TextLook look, double width);

/// <summary>Sets plain text in lines, with the widths and coverage of the type at hand.</summary>
internal sealed partial record Typesetter(LineSetting Lines, FamilyCovers Covers)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // More than this part of a column as indentation is a template's table, which a letter cannot keep.
    private const double WidestIndent = 1.0 / 3;

    // As far as the facts of an item are set in below its title.
    private const int HangingSpaces = 4;

    private static ImmutableArray<TypeFamily> Families { get; } = [.. Enum.GetValues<TypeFamily>()];

    /// <summary>A typesetter for the letters of one document, which mostly say the same: it sets a text once.</summary>
    public static Typesetter For(RunWidth widths, FamilyCovers covers)
    {
        var known = new Dictionary<(string, TextLook, double), IReadOnlyList<SetLine>>();
        // A thousand letters are made of few words, and every second run is a space: each is kept once.
        var runs = new HashSet<TextRun>();
        return new(Lines, covers);

        IReadOnlyList<SetLine> Lines(string text, TextLook look, double width)
        {
            if (!known.TryGetValue((text, look, width), out var lines))
                known.Add((text, look, width), lines = Set(text, look, width, widths, covers, Kept));
            return lines;
        }

        TextRun Kept(TextRun run)
        {
            if (runs.TryGetValue(run, out var same))
                return same;
            runs.Add(run);
            return run;
        }
    }

    /// <summary>The first lines of a text; where there are more of them the last one ends in an ellipsis.</summary>
    public IReadOnlyList<SetLine> FirstLines(string text, TextLook look, double width, int most)
    {
        var lines = Lines(text, look, width);
        if (lines.Count <= most)
            return lines;
        var fitting = Math.Min(text.Length, lines.Take(most).Sum(line => line.Runs.Sum(run => run.Run.Text.Length)) + most);
        return Enumerable.Range(1, fitting).Select(drop => Lines(Cut(text, fitting - drop), look, width)).First(cut => cut.Count <= most);
    }

    private static string Cut(string text, int length)
        => text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "\u2026";

    /// <summary>Whether any family has a glyph for a character.</summary>
    public bool CoversAny(Rune character) => Families.Any(family => Covers(family, character));

    public static double Points(double millimetres) => millimetres * PointsPerMillimetre;

    private static IReadOnlyList<SetLine> Set(string text, TextLook look, double width, RunWidth widths, FamilyCovers covers, Func<TextRun, TextRun> kept)
    {
        var inner = text.TrimStart(' ');
        var space = widths(new(" ", TypeFamily.Sans, look.Bold, false)) * look.Size;
        var indent = Math.Min((text.Length - inner.Length) * space, width * WidestIndent);
        // The number of an item stands by itself: its further lines begin below its text.
        var hanging = Number().IsMatch(inner) ? HangingSpaces * space : 0;
        var paragraph = TextParagraph.Of(inner, look.Bold, widths, covers);
        return [.. LineFill.Lines(paragraph, (width - indent - hanging) / look.Size, widths).Select((line, i) => Set(line, look, i == 0 ? indent : indent + hanging, kept))];
    }

    private static SetLine Set(TextLine line, TextLook look, double indent, Func<TextRun, TextRun> kept)
    {
        var runs = ImmutableArray.CreateBuilder<PlacedRun>(line.Pieces.Length);
        var x = 0.0;
        foreach (var piece in line.FromLeft())
        {
            runs.Add(new(x, kept(piece.Run)));
            x += piece.Width * look.Size;
        }
        return new(look, runs.MoveToImmutable(), x, indent, line.RightToLeft);
    }

    /// <summary>The number of an item at the beginning of its line.</summary>
    [GeneratedRegex(@"\A[0-9]{1,3}\. ")]
    public static partial Regex Number();
}

/// <summary>A line whose runs stand from left to right, not yet on a page; all in points.</summary>
internal sealed record SetLine(TextLook Look, ImmutableArray<PlacedRun> Runs, double Width, double Indent, bool RightToLeft)
{
    /// <summary>Puts the line into a column: at the edge that it shall stand at, or else the one that it reads from.</summary>
    public PlacedLine At(double left, double columnWidth, double top, bool? flushRight = null)
    {
        var x = flushRight ?? RightToLeft ? left + columnWidth - Width - Indent : left + Indent;
        return new(x, top + Look.Ascent, Look, Runs);
    }
}
