using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Fills lines of a width with the pieces of a paragraph, first fit.</summary>
internal static class LineFill
{
    /// <summary>The lines of a paragraph, each at most <paramref name="width"/> ems wide; none when it holds only spaces.</summary>
    public static ImmutableArray<TextLine> Lines(TextParagraph paragraph, double width, RunWidth widths)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        var line = ImmutableArray.CreateBuilder<TextPiece>();
        var used = 0.0;
        foreach (var whole in Words(paragraph.Pieces))
        {
            var word = whole;
            if (line.Count > 0 && used + Width(Ink(word)) > width)
                EndLine();
            while (line.Count == 0 && Width(Ink(word)) > width)
            {
                (var head, word) = WordCut.At(width, word, widths);
                line.AddRange(head.Span);
                EndLine();
            }
            line.AddRange(word.Span);
            used += Width(word);
        }
        EndLine();
        return lines.ToImmutable();

        void EndLine()
        {
            while (line.Count > 0 && line[^1].IsSpace)
                line.RemoveAt(line.Count - 1);
            if (line.Count > 0)
                lines.Add(new(paragraph.RightToLeft, line.ToImmutable()));
            line.Clear();
            used = 0;
        }
    }

    private static IEnumerable<ReadOnlyMemory<TextPiece>> Words(ImmutableArray<TextPiece> pieces)
    {
        var start = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (!pieces[i].MayEndAfter && i < pieces.Length - 1)
                continue;
            yield return pieces.AsMemory()[start..(i + 1)];
            start = i + 1;
        }
    }

    private static ReadOnlyMemory<TextPiece> Ink(ReadOnlyMemory<TextPiece> pieces)
    {
        while (pieces.Length > 0 && pieces.Span[^1].IsSpace)
            pieces = pieces[..^1];
        return pieces;
    }

    private static double Width(ReadOnlyMemory<TextPiece> pieces)
    {
        var width = 0.0;
        foreach (var piece in pieces.Span)
            width += piece.Width;
        return width;
    }
}
