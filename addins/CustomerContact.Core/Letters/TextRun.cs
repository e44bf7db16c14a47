using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The families of type that the add-in brings along, in the order in which a character looks for a home.</summary>
public enum TypeFamily
{
    /// <summary>Latin, Greek and Cyrillic.</summary>
    Sans,
    Hebrew,
    Arabic,
}

/// <summary>A stretch of text of one family, weight and direction, in logical order.</summary>
public readonly record struct TextRun(string Text, TypeFamily Family, bool Bold, bool RightToLeft);

/// <summary>The width of a run in ems: times the size of the type it is the width in points.</summary>
public delegate double RunWidth(TextRun run);

/// <summary>Whether a family has a glyph for a character.</summary>
public delegate bool FamilyCovers(TypeFamily family, Rune character);
