using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Calls;

/// <summary>What is asked and answered where staff note an attempt to phone. The words stand in AttemptWords.resx.</summary>
internal static class AttemptWords
{
    private static readonly RoomWords Words = new(typeof(AttemptWords));

    public static string LeftMessage => Words.Text(nameof(LeftMessage));

    public static string NoAnswer => Words.Text(nameof(NoAnswer));

    public static string NoteTheAttempt => Words.Text(nameof(NoteTheAttempt));

    public static string NoneNoted => Words.Text(nameof(NoneNoted));

    public static string Noted(int requests) => Words.Count(nameof(Noted), requests);

    public static string NothingNoted => Words.Text(nameof(NothingNoted));

    public static string NotedAs(string noted, string outcome) => Words.Text(nameof(NotedAs), noted, outcome);

    public static string WasTry(int tries) => Words.Text(nameof(WasTry), tries);

    public static string Undo(string outcome, int requests) => Words.Text(nameof(Undo), outcome, requests);

    public static string NotedAlready(string staff, string outcome, string moment) => Words.Text(nameof(NotedAlready), staff, outcome, moment);

    public static string Note => Words.Text(nameof(Note));

    public static string NoteHelp => Words.Text(nameof(NoteHelp));

    public static string CallAgainAt => Words.Text(nameof(CallAgainAt));

    public static string CallAgainHelp(string clock) => Words.Text(nameof(CallAgainHelp), clock);

    public static string ClockOf(string zone) => Words.Text(nameof(ClockOf), zone);

    public static string ClocksOfSites => Words.Text(nameof(ClocksOfSites));
}
