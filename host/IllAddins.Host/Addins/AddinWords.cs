using IllAddins.Host.Wording;

namespace IllAddins.Host.Addins;

/// <summary>What admins read of add-ins: their states, what they contribute, what happened, what is wrong with a setting.</summary>
public static class AddinWords
{
    private static readonly RoomWords Words = new(typeof(AddinWords));

    public static string AnotherTry => Words.Text(nameof(AnotherTry));

    public static string Channels(int count) => Words.Count(nameof(Channels), count);

    public static string ContributesNothing => Words.Text(nameof(ContributesNothing));

    public static string Crashed(string calledFor) => Words.Text(nameof(Crashed), calledFor);

    public static string DefaultHolds(string problem) => Words.Text(nameof(DefaultHolds), problem);

    public static string Degraded => Words.Text(nameof(Degraded));

    public static string Disabled => Words.Text(nameof(Disabled));

    public static string DisabledBy(string user, string at) => Words.Text(nameof(DisabledBy), user, at);

    public static string Downgraded(string? after, string? before) => Words.Text(nameof(Downgraded), after, before);

    public static string Enabled => Words.Text(nameof(Enabled));

    public static string Endpoints(int count, string path) => Words.Count(nameof(Endpoints), count, path);

    public static string EventSources(int count) => Words.Count(nameof(EventSources), count);

    public static string FailedOnOwnThread(string addin, string exception) => Words.Text(nameof(FailedOnOwnThread), addin, exception);

    public static string Faulted => Words.Text(nameof(Faulted));

    public static string FilesNotInUse(string? version, string why) => Words.Text(nameof(FilesNotInUse), version, why);

    public static string FilesReplaced(string? version) => Words.Text(nameof(FilesReplaced), version);

    public static string HealthChecks(int count) => Words.Count(nameof(HealthChecks), count);

    public static string Healthy => Words.Text(nameof(Healthy));

    public static string Listeners(int count) => Words.Count(nameof(Listeners), count);

    public static string NoFlag(string found) => Words.Text(nameof(NoFlag), found);

    public static string NoNumber(string found, int decimals, string least, string most) => Words.Text(nameof(NoNumber), found, decimals, least, most);

    public static string NoOption(string found, string options) => Words.Text(nameof(NoOption), found, options);

    public static string NoSuchSetting(string addin, string setting, string known) => Words.Text(nameof(NoSuchSetting), addin, setting, known);

    public static string NoWholeNumber(string found, string least, string most) => Words.Text(nameof(NoWholeNumber), found, least, most);

    public static string NothingKept(string failure) => Words.Text(nameof(NothingKept), failure);

    public static string Panels(int count) => Words.Count(nameof(Panels), count);

    public static string ParkedAfter(string addin, int failures, string last) => Words.Text(nameof(ParkedAfter), addin, failures, last);

    public static string Quarantined => Words.Text(nameof(Quarantined));

    public static string Refused => Words.Text(nameof(Refused));

    public static string Rehearsals(int count) => Words.Count(nameof(Rehearsals), count);

    public static string Replaced(string? after, string? before) => Words.Text(nameof(Replaced), after, before);

    public static string Running => Words.Text(nameof(Running));

    public static string Screens(int count) => Words.Count(nameof(Screens), count);

    public static string ScriptFunctions(int count) => Words.Count(nameof(ScriptFunctions), count);

    public static string SecretHasLines => Words.Text(nameof(SecretHasLines));

    public static string SecretMissing => Words.Text(nameof(SecretMissing));

    public static string SecretUnreadable => Words.Text(nameof(SecretUnreadable));

    public static string SettingHasLines(string found) => Words.Text(nameof(SettingHasLines), found);

    public static string SettingOfAllSites => Words.Text(nameof(SettingOfAllSites));

    public static string SettingTooLong(int length, int most) => Words.Text(nameof(SettingTooLong), length, most);

    public static string Settings(int count) => Words.Count(nameof(Settings), count);

    public static string Stopped => Words.Text(nameof(Stopped));

    public static string Stopping => Words.Text(nameof(Stopping));

    public static string Sweeps(int count) => Words.Count(nameof(Sweeps), count);

    public static string TemplateFields(int count) => Words.Count(nameof(TemplateFields), count);

    public static string Unhealthy => Words.Text(nameof(Unhealthy));

    public static string Upgraded(string? after, string? before) => Words.Text(nameof(Upgraded), after, before);

    public static string Verbs(int count) => Words.Count(nameof(Verbs), count);
}
