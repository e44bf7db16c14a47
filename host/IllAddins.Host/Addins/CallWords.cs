using IllAddins.Host.Wording;

namespace IllAddins.Host.Addins;

/// <summary>What the host was calling in an add-in, as the rest of "X failed in ...".</summary>
public static class CallWords
{
    private static readonly RoomWords Words = new(typeof(CallWords));

    public static string CommandOfPanel(string command, string panel) => Words.Text(nameof(CommandOfPanel), command, panel);

    public static string CommandOfScreen(string command, string screen) => Words.Text(nameof(CommandOfScreen), command, screen);

    public static string Dialog(string command) => Words.Text(nameof(Dialog), command);

    public static string Endpoint(string name) => Words.Text(nameof(Endpoint), name);

    public static string Panel(string name) => Words.Text(nameof(Panel), name);

    public static string Screen(string name) => Words.Text(nameof(Screen), name);

    public static string UndoOfScreen(string screen) => Words.Text(nameof(UndoOfScreen), screen);
}
