using System.Collections.Immutable;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>
/// QR code (ISO/IEC 18004) of a number: version 1, 21 x 21 modules, digits, error correction M. That holds 34 digits; a number has 10 at the most.
/// </summary>
public static class QrCode
{
    /// <summary>Modules along a side.</summary>
    public const int Side = 21;

    private const int WordsOfText = 16, WordsOfCorrection = 10;

    /// <summary>The code of a number.</summary>
    /// <param name="number">0 or more.</param>
    public static CodePicture Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var text = Words(number.ToString(CultureInfo.InvariantCulture));
        byte[] words = [.. text, .. QrCorrection.Of(text, WordsOfCorrection)];
        return new(Side, [.. Enumerable.Range(0, QrGrid.Masks).Select(mask => QrGrid.Drawn(words, mask)).MinBy(QrPenalty.Of)!]);
    }

    /// <summary>Mode, count, digits in threes, and the padding up to the code's capacity (7.4 of the standard).</summary>
    public static byte[] Words(string digits)
    {
        var bits = Bits(1, 4).Concat(Bits(digits.Length, 10))
            .Concat(digits.Chunk(3).SelectMany(group => Bits(int.Parse(group, CultureInfo.InvariantCulture), group.Length * 3 + 1)))
            .Concat(Bits(0, 4)).ToList();
        while (bits.Count % 8 != 0)
            bits.Add(false);
        var words = bits.Chunk(8).Select(word => (byte)word.Aggregate(0, (value, bit) => value * 2 + (bit ? 1 : 0))).ToList();
        for (var pad = 0; words.Count < WordsOfText; pad++)
            words.Add((byte)(pad % 2 == 0 ? 0xEC : 0x11));
        return [.. words];
    }

    private static IEnumerable<bool> Bits(int value, int count) => Enumerable.Range(0, count).Select(bit => (value >> (count - 1 - bit) & 1) == 1);
}
