using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>What staff read of letters, slips and lists that could not be printed as they were meant, and on the test page. The words stand in LetterWords.resx.</summary>
internal static class LetterWords
{
    private static readonly RoomWords Words = new(typeof(LetterWords));

    public static string Letter(string requests) => Words.Text(nameof(Letter), requests);

    public static string LetterNumber(int number) => Words.Text(nameof(LetterNumber), number);

    public static string Slip(int transactionNumber) => Words.Text(nameof(Slip), transactionNumber);

    public static string List => Words.Text(nameof(List));

    public static string ListPage => Words.Text(nameof(ListPage));

    public static string Character(string character, string code) => Words.Text(nameof(Character), character, code);

    public static string AndMoreCharacters(string named, int more) => Words.Text(nameof(AndMoreCharacters), named, more);

    public static string NoFontFor(string where, string characters, char standIn) => Words.Text(nameof(NoFontFor), where, characters, standIn);

    public static string LongAddress(string letter, int lines, int windowLines) => Words.Text(nameof(LongAddress), letter, lines, windowLines);

    public static string NoWindow => Words.Text(nameof(NoWindow));

    public static string PrintAndFold => Words.Text(nameof(PrintAndFold));

    public static string Frame(double width, double height, double left, double top) => Words.Text(nameof(Frame), width, height, left, top);

    public static string CountTheMarks => Words.Text(nameof(CountTheMarks));

    public static string Settings(string envelope, string paper, double offsetX, double offsetY, int lines) => Words.Text(nameof(Settings), envelope, paper, offsetX, offsetY, lines);
}
