using System.Buffers;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Where a line may end: the common part of UAX #14, and what to do with a word that is longer than a line.</summary>
internal static class LineBreaks
{
    private static readonly SearchValues<char> SignsInAddresses = SearchValues.Create("/.?&=_-");

    /// <summary>A space that gives way at a line's end; no-break spaces do not.</summary>
    public static bool IsSpace(char character)
        => character == '\u200B' || (character is not '\u00A0' and not '\u202F' and not '\u2007' && char.IsWhiteSpace(character));

    /// <summary>Whether a line may end after the character at this position.</summary>
    public static bool MayEndAfter(string text, int position)
    {
        if (position + 1 >= text.Length || IsSpace(text[position + 1]))
            return false;
        return text[position] switch
        {
            '-' or '\u2010' or '\u058A' or '\u05BE' => position > 0 && char.IsLetterOrDigit(text[position - 1]) && !char.IsDigit(text[position + 1]),
            '\u2013' => position > 0 && !char.IsDigit(text[position + 1]),
            '\u2014' => position > 0,
            var character => IsSpace(character),
        };
    }

    /// <summary>
    /// The longest head of a word that fits, at least one visible character: cut after one of / . ? &amp; = _ - where that leaves a
    /// third of it or more (addresses of web pages), else between two characters as the reader counts them.
    /// </summary>
    public static int HeadThatFits(string word, Func<string, bool> fits)
    {
        var ends = StringInfo.ParseCombiningCharacters(word).Skip(1).Append(word.Length).ToArray();
        var (fitting, beyond) = (0, ends.Length);
        while (beyond - fitting > 1)
        {
            var middle = (fitting + beyond) / 2;
            (fitting, beyond) = fits(word[..ends[middle]]) ? (middle, beyond) : (fitting, middle);
        }
        var longest = ends[fitting];
        if (longest == word.Length)
            return longest;
        var sign = word.AsSpan(..longest).LastIndexOfAny(SignsInAddresses);
        return sign >= longest / 3 ? sign + 1 : longest;
    }
}
