using System.Globalization;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The bidirectional character types of UAX #9 (table 4) that plain lines can hold; the names are its own.</summary>
internal enum BidiClass
{
    L, R, AL, EN, ES, ET, AN, CS, NSM, BN, WS, ON,
}

/// <summary>The type of each character that a shipped family covers; others never reach the page.</summary>
internal static class BidiClasses
{
    /// <summary>Whether a text may need ordering at all: it holds a letter, number or mark of the right-to-left blocks.</summary>
    public static bool MayRunRightToLeft(string text)
        => text.AsSpan().ContainsAnyInRange('\u0590', '\u08FF') || text.AsSpan().ContainsAnyInRange('\uFB1D', '\uFEFC') || text.Contains('\u200F');

    public static BidiClass Of(Rune character)
        => ByCharacter(character.Value) ?? ByCategory(Rune.GetUnicodeCategory(character)) ?? ByBlock(character.Value);

    // Where the type does not follow from the general category: DerivedBidiClass.txt of the Unicode Character Database.
    private static BidiClass? ByCharacter(int character) => character switch
    {
        >= '0' and <= '9' or 0xB2 or 0xB3 or 0xB9 or (>= 0x06F0 and <= 0x06F9) or 0x2070 or (>= 0x2074 and <= 0x2079)
            or (>= 0x2080 and <= 0x2089) => BidiClass.EN,
        '+' or '-' or 0x207A or 0x207B or 0x208A or 0x208B or 0xFB29 => BidiClass.ES,
        '#' or '%' or 0xB0 or 0xB1 or 0x0609 or 0x060A or 0x066A or (>= 0x2030 and <= 0x2034) or 0x212E => BidiClass.ET,
        ',' or '.' or '/' or ':' or 0xA0 or 0x060C or 0x202F or 0x2044 => BidiClass.CS,
        (>= 0x0600 and <= 0x0605) or (>= 0x0660 and <= 0x0669) or 0x066B or 0x066C or 0x06DD or 0x08E2 => BidiClass.AN,
        0x0608 or 0x060B or 0x061C or 0x06FD or 0x06FE or 0xFDFC => BidiClass.AL,
        0x200F => BidiClass.R,
        0x200E or 0x0482 or 0x214F or 0xA789 or 0xA78A or 0xA92E or 0xAB5B => BidiClass.L,
        (>= 0xBC and <= 0xBE) or 0x02B9 or 0x02BA or (>= 0x02C6 and <= 0x02CF) or 0x02EC or 0x0374 or (>= 0x2150 and <= 0x215F)
            or 0x2189 or 0x2E2F or 0xA67F or (>= 0xA717 and <= 0xA71F) or 0xA788 => BidiClass.ON,
        // Punctuation of the right-to-left scripts is strong.
        0x05BE or 0x05C0 or 0x05C3 or 0x05C6 or 0x05F3 or 0x05F4 => BidiClass.R,
        0x060D or 0x061B or 0x061D or 0x061E or 0x061F or (>= 0x066D and <= 0x066F) or 0x06D4 or (>= 0xFBB2 and <= 0xFBC1) => BidiClass.AL,
        _ => null,
    };

    private static BidiClass? ByCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
        UnicodeCategory.SpaceSeparator => BidiClass.WS,
        UnicodeCategory.Format or UnicodeCategory.Control => BidiClass.BN,
        UnicodeCategory.CurrencySymbol => BidiClass.ET,
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.OtherSymbol => BidiClass.ON,
        _ => null,
    };

    private static BidiClass ByBlock(int character) => character switch
    {
        (>= 0x0590 and <= 0x05FF) or (>= 0xFB1D and <= 0xFB4F) => BidiClass.R,
        (>= 0x0600 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) => BidiClass.AL,
        _ => BidiClass.L,
    };
}
