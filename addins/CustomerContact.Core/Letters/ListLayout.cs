using System.Collections.Immutable;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Lays a list out as a table over as many pages as it takes; no row is torn, and each page repeats the columns' titles.</summary>
public static class ListLayout
{
    private const double MarginMm = 14, GapMm = 2.5;
    private const double AboveGroup = 8, RowGap = 3;
    private const int MostCellLines = 4;

    private static TextLook Cell { get; } = new() { Size = 8, Leading = 10.5 };
    private static TextLook Heading { get; } = new() { Size = 8, Leading = 10.5, Bold = true };
    private static TextLook Title { get; } = new() { Size = 13, Leading = 17, Bold = true };

    /// <summary>The pages of a list; only one thread may ask.</summary>
    public static IEnumerable<LetterPages> Pages(ListSheet sheet, RunWidth widths, FamilyCovers covers)
    {
        var table = new Table(sheet, Typesetter.For(widths, covers));
        var bodies = Divide([.. sheet.Groups.Where(group => group.Rows.Count > 0).SelectMany(table.Group)], table);
        IReadOnlyList<LetterPage> pages = [.. bodies.Select((body, i) => table.Page(body, i + 1, bodies.Count))];
        yield return new(pages, PrintableText.Warnings(LetterWords.List, table.Missing));
    }

    // A group's title stays with its first row.
    private static List<ImmutableArray<Block>> Divide(ImmutableArray<Block> blocks, Table table)
    {
        var pages = new List<ImmutableArray<Block>>();
        var start = 0;
        while (start < blocks.Length || pages.Count == 0)
        {
            var (end, room) = (start, table.Room);
            while (end < blocks.Length && (room -= blocks[end].Height) >= 0)
                end++;
            if (end < blocks.Length && end > start + 1 && blocks[end - 1].IsTitle)
                end--;
            end = Math.Max(end, Math.Min(start + 1, blocks.Length));
            pages.Add(blocks[start..end]);
            start = end;
        }
        return pages;
    }

    /// <summary>A row or a group's title: its lines by distance from its top, and its height in points.</summary>
    private sealed record Block(ImmutableArray<(SetLine Line, double Left, double Top)> Lines, double Height, bool IsTitle);

    private sealed class Table(ListSheet sheet, Typesetter type)
    {
        private readonly double _left = Typesetter.Points(MarginMm);
        private readonly double _width = Typesetter.Points(sheet.Paper.HeightMm - 2 * MarginMm);
        private readonly double _height = Typesetter.Points(sheet.Paper.WidthMm);

        public List<Rune> Missing { get; } = [];

        public double Room => _height - Typesetter.Points(2 * MarginMm) - Title.Leading - Heading.Leading - TextLook.Margin.Leading - 4 * RowGap;

        public IEnumerable<Block> Group(ListGroup group) => group.Rows.Select(row => Row(row, Cell, MostCellLines)).Prepend(new Block(
            [.. Set(group.Title, Heading with { Size = 9.5 }, _width, 1).Select(line => (line, _left, AboveGroup))], Heading.Leading + AboveGroup + RowGap, IsTitle: true));

        public LetterPage Page(ImmutableArray<Block> blocks, int page, int pages)
        {
            var top = Typesetter.Points(MarginMm);
            var part = PagePart.Stack(Set(sheet.Title, Title, _width * 0.6, 1), _left, _width, top)
                .With(PagePart.Stack(Set(sheet.Note, TextLook.Margin, _width * 0.4, 1), _left, _width, top + 4, flushRight: true));
            top += Title.Leading + RowGap;
            var head = Row([.. sheet.Columns.Select(column => column.Title)], Heading, 1);
            part = part.With(Placed(head, top));
            top += head.Height;
            foreach (var block in blocks)
            {
                part = part.With(Placed(block, top)) with { Rules = part.Rules.Add(new(_left, top, _left + _width, 0.3)) };
                top += block.Height;
            }
            var label = type.Lines(LetterMargins.PageLabelAlways(sheet.PageLabel, page, pages), TextLook.Margin, _width);
            part = part.With(PagePart.Stack(label, _left, _width, _height - Typesetter.Points(MarginMm), flushRight: true));
            return new() { Width = Typesetter.Points(sheet.Paper.HeightMm), Height = _height, Lines = part.Lines, Rules = part.Rules };
        }

        private Block Row(IReadOnlyList<string> cells, TextLook look, int most)
        {
            var (lines, left, gap) = (ImmutableArray.CreateBuilder<(SetLine, double, double)>(), _left, Typesetter.Points(GapMm));
            var (shares, tallest) = (sheet.Columns.Sum(column => column.Share), 1);
            for (var i = 0; i < sheet.Columns.Count; i++)
            {
                var width = sheet.Columns[i].Share / shares * _width;
                var set = Set(cells[i], look, width - gap, most);
                lines.AddRange(set.Select((line, at) => (line, line.RightToLeft ? left + width - gap - line.Width : left, RowGap / 2 + at * look.Leading)));
                tallest = Math.Max(tallest, set.Count);
                left += width;
            }
            return new(lines.ToImmutable(), tallest * look.Leading + RowGap, IsTitle: false);
        }

        private static PagePart Placed(Block block, double top) => new([.. block.Lines.Select(each => each.Line.At(each.Left, each.Line.Width, top + each.Top))], [], 0);

        private IReadOnlyList<SetLine> Set(string text, TextLook look, double width, int most)
        {
            var printable = PrintableText.Of(BodyFlow.OneLine(text), character => type.CoversAny(character));
            Missing.AddRange(printable.Missing);
            return type.FirstLines(printable.Text, look, width, most);
        }
    }
}
