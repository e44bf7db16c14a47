namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Cuts a word that is wider than a line.</summary>
internal static class WordCut
{
    /// <summary>
    /// The head of a word that fits a width in ems, and the rest. At least one visible character goes to the head: a line
    /// narrower than that overflows rather than never ending.
    /// </summary>
    public static (ReadOnlyMemory<TextPiece> Head, ReadOnlyMemory<TextPiece> Tail) At(
        double width, ReadOnlyMemory<TextPiece> word, RunWidth widths)
    {
        var (used, whole) = (0.0, 0);
        while (whole < word.Length - 1 && used + word.Span[whole].Width <= width)
            used += word.Span[whole++].Width;
        var cut = word.Span[whole];
        var text = cut.Run.Text;
        var length = LineBreaks.HeadThatFits(text, head => used + Part(cut, head, widths).Width <= width);
        var head = Part(cut, text[..length], widths);
        if (whole > 0 && used + head.Width > width)
            return (word[..whole], word[whole..]);
        TextPiece[] rest = length == text.Length ? [] : [Part(cut, text[length..], widths)];
        return ((TextPiece[])[.. word.Span[..whole], head], (TextPiece[])[.. rest, .. word.Span[(whole + 1)..]]);
    }

    private static TextPiece Part(TextPiece piece, string text, RunWidth widths)
    {
        var run = piece.Run with { Text = text };
        return piece with { Run = run, Width = widths(run) };
    }
}
