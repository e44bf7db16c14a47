using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Text that the shipped families can print as it stands, and the characters that had to give way to '?'.</summary>
public sealed record PrintableText(string Text, ImmutableList<Rune> Missing)
{
    public const char StandIn = '?';

    private const int MostNamed = 3;

    /// <summary>
    /// Makes every line break a line feed and every tab four spaces, drops what has no ink and no bearing on the ink (control
    /// characters, explicit direction marks, soft hyphens, variation selectors), and puts '?' for what no family covers.
    /// </summary>
    public static PrintableText Of(string text, Func<Rune, bool> covered)
    {
        if (IsPlainAscii(text))
            return new(text, []);
        var printable = new StringBuilder(text.Length);
        var missing = ImmutableList<Rune>.Empty;
        foreach (var character in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (character.Value is '\n' or '\v')
                printable.Append('\n');
            else if (character.Value == '\t')
                printable.Append("    ");
            else if (ShapesOrOrders(character.Value) || (!IsInkless(character) && covered(character)))
                printable.Append(character.ToString());
            else if (!IsInkless(character))
            {
                printable.Append(StandIn);
                missing = missing.Contains(character) ? missing : missing.Add(character);
            }
        }
        return new(printable.ToString(), missing);
    }

    /// <summary>That characters gave way, the first of them named, e.g. <c>Letter for 482101: no font here has '漢' (U+6F22); '?' is printed instead.</c> Empty where none did.</summary>
    public static IReadOnlyList<string> Warnings(string where, IEnumerable<Rune> missing)
    {
        var named = missing.Distinct().Select(character => LetterWords.Character(character.ToString(), character.Value.ToString("X4", CultureInfo.InvariantCulture))).ToList();
        // "and 1 more character" would be longer than its name.
        var shown = named.Count <= MostNamed + 1 ? named.Count : MostNamed;
        var words = string.Join(", ", named.Take(shown));
        return named.Count == 0 ? [] : [LetterWords.NoFontFor(where, shown == named.Count ? words : LetterWords.AndMoreCharacters(words, named.Count - shown), StandIn)];
    }

    private static bool IsPlainAscii(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    // Joiners choose letter forms, the marks LRM, RLM and ALM take part in the order of a line, the zero width space allows a break.
    private static bool ShapesOrOrders(int character) => character is >= 0x200B and <= 0x200F or 0x061C;

    private static bool IsInkless(Rune character) => character.Value switch
    {
        >= 0x0600 and <= 0x0605 or 0x06DD or 0x08E2 => false, // format characters by category, yet they print a sign around numbers
        >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF => true, // variation selectors and tags
        _ => Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format,
    };
}
