using System.Collections.Immutable;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The smallest part of a line: one level, one family, its width in ems; a line may end only behind it.</summary>
internal readonly record struct TextPiece(TextRun Run, double Width, byte Level, bool IsSpace, bool MayEndAfter);

/// <summary>Printable text without line breaks, cut into pieces in logical order.</summary>
internal sealed record TextParagraph(bool RightToLeft, ImmutableArray<TextPiece> Pieces)
{
    // A word without end, as some fields hold, is measured in parts: whatever is cut off for a line, the rest need not be shaped anew.
    private const int LongestPiece = 100;

    public static TextParagraph Of(string text, bool bold, RunWidth widths, FamilyCovers covers)
    {
        var bidi = BidiText.Of(text);
        var pieces = ImmutableArray.CreateBuilder<TextPiece>(text.Length / 3 + 1);
        var (start, position, family) = (0, 0, TypeFamily.Sans);
        foreach (var character in text.EnumerateRunes())
        {
            var own = FamilyOf(character, family, covers);
            if (position > start && (own != family || IsBorder(text, position, bidi.Levels) || (position - start >= LongestPiece && MayPart(text, position, character))))
            {
                pieces.Add(Piece(start, position));
                start = position;
            }
            family = own;
            position += character.Utf16SequenceLength;
        }
        if (position > start)
            pieces.Add(Piece(start, position));
        return new(bidi.RightToLeft, pieces.ToImmutable());

        TextPiece Piece(int from, int to)
        {
            var run = new TextRun(text[from..to], family, bold, bidi.Levels[from] % 2 == 1);
            return new(run, widths(run), bidi.Levels[from], LineBreaks.IsSpace(text[from]), LineBreaks.MayEndAfter(text, to - 1));
        }
    }

    private static bool IsBorder(string text, int position, ImmutableArray<byte> levels)
        => levels[position] != levels[position - 1]
            || LineBreaks.IsSpace(text[position]) != LineBreaks.IsSpace(text[position - 1])
            || LineBreaks.MayEndAfter(text, position - 1);

    // Not before a mark or a joiner, nor behind a joiner.
    private static bool MayPart(string text, int position, Rune character)
        => BidiClasses.Of(character) is not (BidiClass.NSM or BidiClass.BN) && text[position - 1] is not (>= '\u200B' and <= '\u200F');

    // Marks and joiners stay in the family of what they stand on, or letters would fall apart; spaces and signs stay where they can.
    private static TypeFamily FamilyOf(Rune character, TypeFamily current, FamilyCovers covers)
    {
        if (current == TypeFamily.Sans && character.IsAscii)
            return TypeFamily.Sans;
        var direction = BidiClasses.Of(character);
        if (direction == BidiClass.BN || (direction is not (BidiClass.L or BidiClass.R or BidiClass.AL or BidiClass.EN) && covers(current, character)))
            return current;
        return covers(TypeFamily.Sans, character) ? TypeFamily.Sans
            : covers(TypeFamily.Hebrew, character) ? TypeFamily.Hebrew
            : covers(TypeFamily.Arabic, character) ? TypeFamily.Arabic : current;
    }
}
