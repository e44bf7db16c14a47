using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>One line of a paragraph: its pieces in logical order, without the spaces at its end.</summary>
internal sealed record TextLine(bool RightToLeft, ImmutableArray<TextPiece> Pieces)
{
    /// <summary>The pieces from left to right: rule L2 of UAX #9.</summary>
    public IReadOnlyList<TextPiece> FromLeft()
    {
        if (Pieces.All(piece => piece.Level == 0))
            return Pieces;
        var visual = Pieces.ToArray();
        for (var level = visual.Max(piece => piece.Level); level >= 1; level--)
        {
            for (var start = 0; start < visual.Length; start++)
            {
                var end = start;
                while (end < visual.Length && visual[end].Level >= level)
                    end++;
                visual.AsSpan(start..end).Reverse();
                start = Math.Max(start, end - 1);
            }
        }
        return visual;
    }
}
