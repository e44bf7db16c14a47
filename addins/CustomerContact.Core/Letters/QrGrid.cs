using System.Collections.Immutable;
using System.Diagnostics;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Draws the modules of a QR code of version 1.</summary>
internal static class QrGrid
{
    public const int Masks = 8;

    private const int Side = QrCode.Side, Timing = 6;

    /// <summary>The modules row by row: the fixed patterns, the words along their snaking road, and the format under one of the masks.</summary>
    public static ImmutableArray<bool> Drawn(ReadOnlySpan<byte> words, int mask)
    {
        var (dark, bit) = (new bool[Side * Side], 0);
        foreach (var (row, column) in Road())
        {
            var word = (words[bit / 8] >> (7 - bit % 8) & 1) == 1;
            dark[row * Side + column] = word ^ Masked(mask, row, column);
            bit++;
        }
        DrawPatterns(dark);
        DrawFormat(dark, mask);
        return [.. dark];
    }

    // Pairs of columns from the right, up and down in turn, around what is fixed; the column of the timing pattern is passed over.
    private static IEnumerable<(int Row, int Column)> Road()
    {
        var up = true;
        for (var right = Side - 1; right > 0; right -= right == Timing + 2 ? 3 : 2)
        {
            for (var step = 0; step < Side; step++)
            {
                var row = up ? Side - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (!IsFixed(row, column))
                        yield return (row, column);
                }
            }
            up = !up;
        }
    }

    // Finders with their borders and formats, and the timing patterns between them.
    private static bool IsFixed(int row, int column)
        => row == Timing || column == Timing || (row <= 8 && (column <= 8 || column >= Side - 8)) || (row >= Side - 8 && column <= 8);

    private static void DrawPatterns(bool[] dark)
    {
        for (var i = 8; i < Side - 8; i++)
            dark[Timing * Side + i] = dark[i * Side + Timing] = i % 2 == 0;
        foreach (var (top, left) in ((int, int)[])[(0, 0), (0, Side - 7), (Side - 7, 0)])
        {
            for (var i = 0; i < 49; i++)
            {
                var ring = Math.Max(Math.Abs(i / 7 - 3), Math.Abs(i % 7 - 3));
                dark[(top + i / 7) * Side + left + i % 7] = ring != 2;
            }
        }
        dark[(Side - 8) * Side + 8] = true;
    }

    // Level M is 00, then the mask, then the rest of a division (7.9 of the standard), all under a mask of its own; written twice.
    private static void DrawFormat(bool[] dark, int mask)
    {
        var rest = mask << 10;
        for (var bit = 14; bit >= 10; bit--)
            rest ^= (rest >> bit & 1) * (0x537 << (bit - 10));
        var format = (mask << 10 | rest) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var bit = (format >> i & 1) == 1;
            dark[(i < 6 ? i : i < 8 ? i + 1 : Side - 15 + i) * Side + 8] = bit;
            dark[8 * Side + (i < 8 ? Side - 1 - i : i == 8 ? 7 : 14 - i)] = bit;
        }
    }

    private static bool Masked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => (row / 2 + column / 3) % 2 == 0,
        5 => row * column % 2 + row * column % 3 == 0,
        6 => (row * column % 2 + row * column % 3) % 2 == 0,
        7 => ((row + column) % 2 + row * column % 3) % 2 == 0,
        _ => throw new UnreachableException(),
    };
}

/// <summary>How badly a drawn code reads (7.8.3 of the standard); the mask with the least is taken.</summary>
internal static class QrPenalty
{
    private const int Side = QrCode.Side;

    public static int Of(ImmutableArray<bool> dark)
    {
        var penalty = Enumerable.Range(0, Side).Sum(i => Line(dark, i * Side, 1) + Line(dark, i, Side));
        for (var row = 0; row + 1 < Side; row++)
            for (var column = 0; column + 1 < Side; column++)
            {
                var at = row * Side + column;
                penalty += dark[at] == dark[at + 1] && dark[at] == dark[at + Side] && dark[at] == dark[at + Side + 1] ? 3 : 0;
            }
        return penalty + Math.Abs(dark.Count(each => each) * 20 - Side * Side * 10) / (Side * Side) * 10;
    }

    // Long runs of one colour, and what looks like the middle of a finder beside light modules.
    private static int Line(ImmutableArray<bool> dark, int start, int step)
    {
        var line = string.Concat(Enumerable.Range(0, Side).Select(i => dark[start + i * step] ? '1' : '0'));
        var penalty = 0;
        for (var at = 0; at < Side;)
        {
            var end = at;
            while (end < Side && line[end] == line[at])
                end++;
            penalty += end - at >= 5 ? end - at - 2 : 0;
            at = end;
        }
        for (var at = 0; at + 11 <= Side; at++)
            penalty += line.AsSpan(at, 11) is "10111010000" or "00001011101" ? 40 : 0;
        return penalty;
    }
}
