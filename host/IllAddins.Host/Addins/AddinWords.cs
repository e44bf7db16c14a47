using IllAddins.Host.Wording;

namespace IllAddins.Host.Addins;

/// <summary>What admins read of add-ins: their states, why one does not run, what happened.</summary>
public static class AddinWords
{
    private static readonly RoomWords Words = new(typeof(AddinWords));

    public static string Disabled => Words.Text(nameof(Disabled));

    public static string Faulted => Words.Text(nameof(Faulted));

    public static string Quarantined => Words.Text(nameof(Quarantined));

    public static string Refused => Words.Text(nameof(Refused));

    public static string Running => Words.Text(nameof(Running));

    public static string Stopped => Words.Text(nameof(Stopped));

    public static string Stopping => Words.Text(nameof(Stopping));
}
