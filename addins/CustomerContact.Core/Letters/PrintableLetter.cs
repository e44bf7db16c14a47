using System.Collections.Immutable;
using System.Text;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A letter whose every text is printable, and the characters that had to give way, each once in reading order.</summary>
internal sealed record PrintableLetter(Letter Letter, ImmutableList<Rune> Missing)
{
    public static PrintableLetter Of(Letter letter, Typesetter type)
    {
        var missing = new List<Rune>();
        var printable = letter with
        {
            SenderName = Printable(letter.SenderName),
            SenderLines = [.. letter.SenderLines.Select(Printable)],
            RecipientLines = [.. letter.RecipientLines.Select(Printable)],
            DateLine = Printable(letter.DateLine),
            Subject = Printable(letter.Subject),
            Body = Printable(letter.Body),
            Reference = Printable(letter.Reference),
        };
        return new(printable, [.. missing.Distinct()]);

        string Printable(string text)
        {
            var result = PrintableText.Of(text, type.CoversAny);
            missing.AddRange(result.Missing);
            return result.Text;
        }
    }
}
