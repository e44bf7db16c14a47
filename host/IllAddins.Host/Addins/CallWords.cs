using IllAddins.Host.Wording;

namespace IllAddins.Host.Addins;

/// <summary>What the host was calling in an add-in, and how that failed.</summary>
public static class CallWords
{
    private static readonly RoomWords Words = new(typeof(CallWords));

    public static string Channel(string name) => Words.Text(nameof(Channel), name);

    public static string CommandOfPanel(string command, string panel) => Words.Text(nameof(CommandOfPanel), command, panel);

    public static string CommandOfScreen(string command, string screen) => Words.Text(nameof(CommandOfScreen), command, screen);

    public static string Constructor => Words.Text(nameof(Constructor));

    public static string Dialog(string command) => Words.Text(nameof(Dialog), command);

    public static string Endpoint(string name) => Words.Text(nameof(Endpoint), name);

    public static string EventsOf(string source) => Words.Text(nameof(EventsOf), source);

    public static string Failed(string addin, string what, string exception) => Words.Text(nameof(Failed), addin, what, exception);

    public static string HealthCheck(string name) => Words.Text(nameof(HealthCheck), name);

    public static string LastNumberOf(string source) => Words.Text(nameof(LastNumberOf), source);

    public static string LimitInMilliseconds(double milliseconds) => Words.Text(nameof(LimitInMilliseconds), milliseconds);

    public static string LimitInMinutes(double minutes) => Words.Text(nameof(LimitInMinutes), minutes);

    public static string LimitInSeconds(double seconds) => Words.Count(nameof(LimitInSeconds), seconds);

    public static string Listener(string name, string eventName, string eventId) => Words.Text(nameof(Listener), name, eventName, eventId);

    public static string Loading => Words.Text(nameof(Loading));

    public static string NotBegun(string addin, string what) => Words.Text(nameof(NotBegun), addin, what);

    public static string OwnWork => Words.Text(nameof(OwnWork));

    public static string Panel(string name) => Words.Text(nameof(Panel), name);

    public static string Rehearsal(string name) => Words.Text(nameof(Rehearsal), name);

    public static string Screen(string name) => Words.Text(nameof(Screen), name);

    public static string ScriptFunction(string name) => Words.Text(nameof(ScriptFunction), name);

    public static string SettingCheck(string setting) => Words.Text(nameof(SettingCheck), setting);

    public static string Start => Words.Text(nameof(Start));

    public static string Stop => Words.Text(nameof(Stop));

    public static string Stopped(string addin, string what) => Words.Text(nameof(Stopped), addin, what);

    public static string Sweep(string name, string site) => Words.Text(nameof(Sweep), name, site);

    public static string TemplateField(string tag) => Words.Text(nameof(TemplateField), tag);

    public static string TooLate(string addin, string what, string limit) => Words.Text(nameof(TooLate), addin, what, limit);

    public static string TooLateAndRunning(string addin, string what, string limit) => Words.Text(nameof(TooLateAndRunning), addin, what, limit);

    public static string UndoOfScreen(string screen) => Words.Text(nameof(UndoOfScreen), screen);
}
