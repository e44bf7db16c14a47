using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What the form leaves in History, and in what is kept of the acts of staff. The words stand in EntryWords.resx.</summary>
internal static class EntryWords
{
    private static readonly RoomWords Words = new(typeof(EntryWords), kept: true);

    public static string MoveTakenBack(string status) => Words.Text(nameof(MoveTakenBack), status);

    public static string AttemptTakenBack(string outcome) => Words.Text(nameof(AttemptTakenBack), outcome);

    public static string MailWritten(string template) => Words.Text(nameof(MailWritten), template);

    public static string LetterPrinted => Words.Text(nameof(LetterPrinted));

    public static string LetterPrintedAgain => Words.Text(nameof(LetterPrintedAgain));

    public static string SlipPrinted => Words.Text(nameof(SlipPrinted));

    public static string SlipPrintedAgain => Words.Text(nameof(SlipPrintedAgain));

    public static string MethodChanged(string old, string method) => Words.Text(nameof(MethodChanged), old, method);

    public static string MethodSet(string method) => Words.Text(nameof(MethodSet), method);

    public static string Moved(int requests) => Words.Text(nameof(Moved), requests);

    public static string Letters(int letters) => Words.Count(nameof(Letters), letters);

    public static string LettersFor(string letters, string requests) => Words.Text(nameof(LettersFor), letters, requests);

    public static string Requests(int requests) => Words.Count(nameof(Requests), requests);

    public static string Slips(int slips) => Words.Count(nameof(Slips), slips);
}
