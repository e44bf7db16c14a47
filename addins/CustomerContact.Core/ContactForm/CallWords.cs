using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>What came of phoning a customer, as History keeps it. The words stand in CallWords.resx.</summary>
internal static class CallWords
{
    private static readonly RoomWords Words = new(typeof(CallWords), kept: true);

    public static string Reached => Words.Text(nameof(Reached));

    public static string LeftMessage => Words.Text(nameof(LeftMessage));

    public static string NoAnswer => Words.Text(nameof(NoAnswer));

    public static string Phoned(string outcome) => Words.Text(nameof(Phoned), outcome);

    public static string CallAgain(string moment) => Words.Text(nameof(CallAgain), moment);

    public static string Note(string note) => Words.Text(nameof(Note), note);
}
