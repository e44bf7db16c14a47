using System.Collections.Immutable;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>
/// The direction of one plain line or paragraph and the embedding level of each of its UTF-16 units: even reads left to right,
/// odd right to left. Unicode Standard Annex #9 without explicit embeddings and isolates, which printable text no longer holds.
/// </summary>
public sealed record BidiText(bool RightToLeft, ImmutableArray<byte> Levels)
{
    /// <summary>Resolves the levels of one paragraph without line breaks; an empty one reads left to right.</summary>
    public static BidiText Of(string text)
    {
        if (!BidiClasses.MayRunRightToLeft(text))
            return new(false, [.. new byte[text.Length]]);
        var runes = text.EnumerateRunes().ToArray();
        var classes = Array.ConvertAll(runes, BidiClasses.Of);
        var paragraph = StartsRightToLeft(classes) ? (byte)1 : (byte)0;
        return new(paragraph == 1, ByUnit(runes, LevelsOf(runes, classes, paragraph)));
    }

    // P2, P3: the first strong character decides.
    private static bool StartsRightToLeft(BidiClass[] classes)
        => classes.FirstOrDefault(each => each is BidiClass.L or BidiClass.R or BidiClass.AL) is BidiClass.R or BidiClass.AL;

    // X9: boundary neutrals take no part; afterwards they go with the character before them.
    private static byte[] LevelsOf(Rune[] runes, BidiClass[] classes, byte paragraph)
    {
        var taking = Enumerable.Range(0, runes.Length).Where(i => classes[i] != BidiClass.BN).ToArray();
        var characters = Array.ConvertAll(taking, i => runes[i].Value);
        var resolved = BidiResolution.Levels(characters, Array.ConvertAll(taking, i => classes[i]), paragraph);
        var levels = new byte[runes.Length];
        Array.Fill(levels, paragraph);
        for (var i = 0; i < taking.Length; i++)
            levels.AsSpan(taking[i]..(i + 1 < taking.Length ? taking[i + 1] : runes.Length)).Fill(resolved[i]);
        return levels;
    }

    private static ImmutableArray<byte> ByUnit(Rune[] runes, byte[] levels)
    {
        var units = ImmutableArray.CreateBuilder<byte>(runes.Length);
        for (var i = 0; i < runes.Length; i++)
            units.AddRange(Enumerable.Repeat(levels[i], runes[i].Utf16SequenceLength));
        return units.ToImmutable();
    }
}
