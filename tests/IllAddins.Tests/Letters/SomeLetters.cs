using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.Tests.Letters;

/// <summary>Letters and a simple type for the tests of this folder.</summary>
internal static class SomeLetters
{
    /// <summary>On A4 a line of the body takes this many characters of the even type.</summary>
    public const int CharactersInALine = 89;

    public static Letter Letter(
        string subject = "Your loan is here", string body = "Dear reader,\n\nplease come.", string reference = "Transaction 481675",
        string senderName = "Main Library", string[]? senderLines = null, string[]? recipient = null) => new()
        {
            SenderName = senderName,
            SenderLines = senderLines ?? ["Main Street 1", "12345 Town"],
            RecipientLines = recipient ?? ["Ms Anna Nowak", "Side Street 2", "54321 Village"],
            DateLine = "23 November 2026",
            Subject = subject,
            Body = body,
            Requests = [.. Regex.Matches(reference, "[0-9]+").Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))],
            Reference = reference,
        };

    public static LetterDocument Document(params Letter[] letters) => new()
    {
        Title = "Notices of 23 November",
        Letters = letters.Length > 0 ? letters : [Letter()],
        CreatedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
    };

    /// <summary>Lays a document out in a type in which every character is half an em wide and the families cover what their names say.</summary>
    public static List<LetterPages> InEvenType(LetterDocument document)
        => [.. LetterLayout.Letters(document, run => run.Text.Length * 0.5, Covers)];

    public static List<LetterPage> PagesOf(Letter letter, PaperSize? paper = null)
        => [.. InEvenType(Document(letter with { Style = letter.Style with { Envelope = paper == PaperSize.Letter ? EnvelopeLayout.Us10 : letter.Style.Envelope } }))[0].Pages];

    /// <summary>The lines of one look, each with its runs joined from left to right.</summary>
    public static List<string> Texts(LetterPage page, TextLook look) => [.. Lines(page, look).Select(Text)];

    public static IEnumerable<PlacedLine> Lines(LetterPage page, TextLook look) => page.Lines.Where(line => line.Look == look);

    public static string Text(PlacedLine line) => string.Concat(line.Runs.Select(run => run.Run.Text));

    public static double RightEdge(PlacedLine line) => line.Left + line.Runs[^1].X + line.Runs[^1].Run.Text.Length * 0.5 * line.Look.Size;

    public static double Mm(double points) => points * 25.4 / 72;

    private static bool Covers(TypeFamily family, Rune character) => family switch
    {
        TypeFamily.Hebrew => character.Value is >= 0x0590 and <= 0x05FF or ' ',
        TypeFamily.Arabic => character.Value is >= 0x0600 and <= 0x06FF or ' ',
        _ => character.Value is < 0x0530 or (>= 0x2000 and < 0x2100) or 0xFFFD,
    };
}
