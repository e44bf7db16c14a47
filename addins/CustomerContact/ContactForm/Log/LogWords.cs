using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Log;

/// <summary>What the Notification Log says. The words stand in LogWords.resx.</summary>
internal static class LogWords
{
    private static readonly RoomWords Words = new(typeof(LogWords));

    public static string NotificationLog => Words.Text(nameof(NotificationLog));

    public static string When => Words.Text(nameof(When));

    public static string Channel => Words.Text(nameof(Channel));

    public static string Template => Words.Text(nameof(Template));

    public static string Result => Words.Text(nameof(Result));

    public static string Answer => Words.Text(nameof(Answer));

    public static string NextTry => Words.Text(nameof(NextTry));

    public static string Attempts => Words.Text(nameof(Attempts));

    public static string By => Words.Text(nameof(By));

    public static string Note => Words.Text(nameof(Note));

    public static string To => Words.Text(nameof(To));

    public static string Date => Words.Text(nameof(Date));

    public static string ToDecide => Words.Text(nameof(ToDecide));

    public static string UnderWay => Words.Text(nameof(UnderWay));

    public static string Settled => Words.Text(nameof(Settled));

    public static string LogHelp(int most) => Words.Text(nameof(LogHelp), most);
}
