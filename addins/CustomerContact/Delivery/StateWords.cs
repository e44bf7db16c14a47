using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What a notice's states, the outcomes of its attempts and their steps are called. The words stand in StateWords.resx.</summary>
internal static class StateWords
{
    private static readonly RoomWords Words = new(typeof(StateWords), kept: true);

    public static string Pending => Words.Text(nameof(Pending));

    public static string Sending => Words.Text(nameof(Sending));

    public static string Sent => Words.Text(nameof(Sent));

    public static string Retrying => Words.Text(nameof(Retrying));

    public static string Failed => Words.Text(nameof(Failed));

    public static string Unknown => Words.Text(nameof(Unknown));

    public static string Cancelled => Words.Text(nameof(Cancelled));

    public static string Accepted => Words.Text(nameof(Accepted));

    public static string RefusedRecipient => Words.Text(nameof(RefusedRecipient));

    public static string Unsendable => Words.Text(nameof(Unsendable));

    public static string Withdrawn => Words.Text(nameof(Withdrawn));

    public static string TryLater => Words.Text(nameof(TryLater));

    public static string ServerFault => Words.Text(nameof(ServerFault));

    public static string Composing => Words.Text(nameof(Composing));

    public static string Connecting => Words.Text(nameof(Connecting));

    public static string Greeting => Words.Text(nameof(Greeting));

    public static string Hello => Words.Text(nameof(Hello));

    public static string Tls => Words.Text(nameof(Tls));

    public static string Login => Words.Text(nameof(Login));

    public static string Sender => Words.Text(nameof(Sender));

    public static string Recipient => Words.Text(nameof(Recipient));

    public static string Data => Words.Text(nameof(Data));

    public static string Text => Words.Text(nameof(Text));

    public static string FinalDot => Words.Text(nameof(FinalDot));

    public static string PickupFile => Words.Text(nameof(PickupFile));
}
