using IllAddins.Host.Wording;

namespace IllAddins.Host.Web;

/// <summary>What the admins' pages say: sweeps, add-ins, their settings, their health, API keys.</summary>
public static class AdminWords
{
    private static readonly RoomWords Words = new(typeof(AdminWords));

    public static string AccountExists(string name) => Words.Text(nameof(AccountExists), name);

    public static string Addin => Words.Text(nameof(Addin));

    public static string AddinsDoNotRun(string addins) => Words.Text(nameof(AddinsDoNotRun), addins);

    public static string AddinsFolderHelp => Words.Text(nameof(AddinsFolderHelp));

    public static string AddinsRun(int addins) => Words.Count(nameof(AddinsRun), addins);

    public static string AllIsWell => Words.Text(nameof(AllIsWell));

    public static string ApiKeys => Words.Text(nameof(ApiKeys));

    public static string AtOnce => Words.Text(nameof(AtOnce));

    public static string By => Words.Text(nameof(By));

    public static string CallsPerMinute => Words.Text(nameof(CallsPerMinute));

    public static string CallsPerMinuteNoNumber(string found) => Words.Text(nameof(CallsPerMinuteNoNumber), found);

    public static string CallsPerMinuteOutOfRange(int found, int most) => Words.Text(nameof(CallsPerMinuteOutOfRange), found, most);

    public static string Check => Words.Text(nameof(Check));

    public static string Consumer => Words.Text(nameof(Consumer));

    public static string ConsumerHasOddSign(string name, char odd) => Words.Text(nameof(ConsumerHasOddSign), name, odd);

    public static string ConsumerHelp => Words.Text(nameof(ConsumerHelp));

    public static string ConsumerIsReserved(string name) => Words.Text(nameof(ConsumerIsReserved), name);

    public static string ConsumerLength(int length, int longest) => Words.Text(nameof(ConsumerLength), length, longest);

    public static string Contract => Words.Text(nameof(Contract));

    public static string ContractUnknown => Words.Text(nameof(ContractUnknown));

    public static string Contributes => Words.Text(nameof(Contributes));

    public static string ContributesNothingNow => Words.Text(nameof(ContributesNothingNow));

    public static string CrashesInARow => Words.Text(nameof(CrashesInARow));

    public static string Created => Words.Text(nameof(Created));

    public static string DatabaseAnswers(long milliseconds, long gigabytes) => Words.Text(nameof(DatabaseAnswers), milliseconds, gigabytes);

    public static string DatabaseCheck => Words.Text(nameof(DatabaseCheck));

    public static string Disable => Words.Text(nameof(Disable));

    public static string DisableAddin(string addin) => Words.Text(nameof(DisableAddin), addin);

    public static string DiskNearlyFull(string folder, long megabytes) => Words.Text(nameof(DiskNearlyFull), folder, megabytes);

    public static string Enable => Words.Text(nameof(Enable));

    public static string EnableAddin(string addin) => Words.Text(nameof(EnableAddin), addin);

    public static string Errors => Words.Text(nameof(Errors));

    public static string Failed => Words.Text(nameof(Failed));

    public static string FailureDetails => Words.Text(nameof(FailureDetails));

    public static string FailuresSinceStart => Words.Text(nameof(FailuresSinceStart));

    public static string FaultDetails => Words.Text(nameof(FaultDetails));

    public static string Folder => Words.Text(nameof(Folder));

    public static string FoundAndToDo => Words.Text(nameof(FoundAndToDo));

    public static string Hash => Words.Text(nameof(Hash));

    public static string HealthHelp => Words.Text(nameof(HealthHelp));

    public static string HealthTable => Words.Text(nameof(HealthTable));

    public static string Held => Words.Text(nameof(Held));

    public static string Idle => Words.Text(nameof(Idle));

    public static string KeepKey => Words.Text(nameof(KeepKey));

    public static string KeyAdded(long key, string site) => Words.Text(nameof(KeyAdded), key, site);

    public static string KeysHelp => Words.Text(nameof(KeysHelp));

    public static string KeysTable => Words.Text(nameof(KeysTable));

    public static string LastAndNextRuns => Words.Text(nameof(LastAndNextRuns));

    public static string LastFailure(int failures, string at, string message) => Words.Text(nameof(LastFailure), failures, at, message);

    public static string LastRun => Words.Text(nameof(LastRun));

    public static string LastUsed => Words.Text(nameof(LastUsed));

    public static string LastWords => Words.Text(nameof(LastWords));

    public static string LookAgain => Words.Text(nameof(LookAgain));

    public static string LookedAt(string at, string zone) => Words.Text(nameof(LookedAt), at, zone);

    public static string MakeKey => Words.Text(nameof(MakeKey));

    public static string MakeKeyTitle => Words.Text(nameof(MakeKeyTitle));

    public static string MomentBy(string at, string user) => Words.Text(nameof(MomentBy), at, user);

    public static string NeedsAttention => Words.Text(nameof(NeedsAttention));

    public static string Never => Words.Text(nameof(Never));

    public static string NextRun => Words.Text(nameof(NextRun));

    public static string NextTry(string at) => Words.Text(nameof(NextTry), at);

    public static string NoAddins => Words.Text(nameof(NoAddins));

    public static string NoKeys => Words.Text(nameof(NoKeys));

    public static string NoSecretKept => Words.Text(nameof(NoSecretKept));

    public static string NoSettings => Words.Text(nameof(NoSettings));

    public static string NoSuchAddin(string addin) => Words.Text(nameof(NoSuchAddin), addin);

    public static string NoSuchAddinTitle => Words.Text(nameof(NoSuchAddinTitle));

    public static string NoSuchKey(long key) => Words.Text(nameof(NoSuchKey), key);

    public static string NoSuchKeyTitle => Words.Text(nameof(NoSuchKeyTitle));

    public static string NoSuchAccount(string name) => Words.Text(nameof(NoSuchAccount), name);

    public static string NoSuchRole(string role, string staff, string admin) => Words.Text(nameof(NoSuchRole), role, staff, admin);

    public static string NoSuchSettings(string addin) => Words.Text(nameof(NoSuchSettings), addin);

    public static string NoSuchSettingsTitle => Words.Text(nameof(NoSuchSettingsTitle));

    public static string NoSuchSite(string site) => Words.Text(nameof(NoSuchSite), site);

    public static string NothingHappened => Words.Text(nameof(NothingHappened));

    public static string NothingNeedsAttention => Words.Text(nameof(NothingNeedsAttention));

    public static string NothingSwept => Words.Text(nameof(NothingSwept));

    public static string NotSwept(string site) => Words.Text(nameof(NotSwept), site);

    public static string NotSweptTitle => Words.Text(nameof(NotSweptTitle));

    public static string NumberRange(string least, string most) => Words.Text(nameof(NumberRange), least, most);

    public static string OldGenerations => Words.Text(nameof(OldGenerations));

    public static string OldGenerationsHelp => Words.Text(nameof(OldGenerationsHelp));

    public static string OrderRefused(string addin, string state, string order) => Words.Text(nameof(OrderRefused), addin, state, order);

    public static string OrderRefusedTitle => Words.Text(nameof(OrderRefusedTitle));

    public static string Parked(string state) => Words.Text(nameof(Parked), state);

    public static string PasswordIsUserName => Words.Text(nameof(PasswordIsUserName));

    public static string PasswordTooShort(int length, int shortest) => Words.Text(nameof(PasswordTooShort), length, shortest);

    public static string PerMinute => Words.Text(nameof(PerMinute));

    public static string RemoveSecret => Words.Text(nameof(RemoveSecret));

    public static string Request => Words.Text(nameof(Request));

    public static string Retry => Words.Text(nameof(Retry));

    public static string RetryAddin(string addin) => Words.Text(nameof(RetryAddin), addin);

    public static string RevokeHelp(string consumer, string site) => Words.Text(nameof(RevokeHelp), consumer, site);

    public static string RevokeKey(long key) => Words.Text(nameof(RevokeKey), key);

    public static string RevokeKeyOf(long key, string consumer) => Words.Text(nameof(RevokeKeyOf), key, consumer);

    public static string RevokeLink => Words.Text(nameof(RevokeLink));

    public static string RevokeTitle => Words.Text(nameof(RevokeTitle));

    public static string RevokedBy(string at, string user) => Words.Text(nameof(RevokedBy), at, user);

    public static string Routed => Words.Text(nameof(Routed));

    public static string RunNow => Words.Text(nameof(RunNow));

    public static string SaveSettings => Words.Text(nameof(SaveSettings));

    public static string SecretHint => Words.Text(nameof(SecretHint));

    public static string Sent => Words.Text(nameof(Sent));

    public static string SettingDefault => Words.Text(nameof(SettingDefault));

    public static string SettingFromFile => Words.Text(nameof(SettingFromFile));

    public static string SettingOfAllSites => Words.Text(nameof(SettingOfAllSites));

    public static string SettingOfAllSitesBy(string user, string at) => Words.Text(nameof(SettingOfAllSitesBy), user, at);

    public static string SettingOfAllSitesOnly => Words.Text(nameof(SettingOfAllSitesOnly));

    public static string SettingOfSite(string site) => Words.Text(nameof(SettingOfSite), site);

    public static string SettingOfSiteBy(string site, string user, string at) => Words.Text(nameof(SettingOfSiteBy), site, user, at);

    public static string SettingsCheck => Words.Text(nameof(SettingsCheck));

    public static string SettingsCountAtOnce => Words.Text(nameof(SettingsCountAtOnce));

    public static string SettingsOf(string addin) => Words.Text(nameof(SettingsOf), addin);

    public static string SettingsOfAddins => Words.Text(nameof(SettingsOfAddins));

    public static string SettingsOfAllSites => Words.Text(nameof(SettingsOfAllSites));

    public static string SettingsOfSite(string site, string name) => Words.Text(nameof(SettingsOfSite), site, name);

    public static string SettingsSaved => Words.Text(nameof(SettingsSaved));

    public static string SettingsToCorrect(int settings) => Words.Text(nameof(SettingsToCorrect), settings);

    public static string SettingsUnchanged => Words.Text(nameof(SettingsUnchanged));

    public static string Site => Words.Text(nameof(Site));

    public static string SiteChoice(string site, string name) => Words.Text(nameof(SiteChoice), site, name);

    public static string SomebodyShouldLook(int checks) => Words.Count(nameof(SomebodyShouldLook), checks);

    public static string SomethingIsIll(int checks) => Words.Count(nameof(SomethingIsIll), checks);

    public static string State => Words.Text(nameof(State));

    public static string SweepDone(string last, string next) => Words.Text(nameof(SweepDone), last, next);

    public static string SweepErrors(int errors, string last, string next, string first) => Words.Count(nameof(SweepErrors), errors, last, next, first);

    public static string SweepHangs(string since) => Words.Text(nameof(SweepHangs), since);

    public static string SweepRuns(string since) => Words.Text(nameof(SweepRuns), since);

    public static string SweepsOf(string site) => Words.Text(nameof(SweepsOf), site);

    public static string Sweeps => Words.Text(nameof(Sweeps));

    public static string SweepsHelp => Words.Text(nameof(SweepsHelp));

    public static string SweepSiteNow(string site) => Words.Text(nameof(SweepSiteNow), site);

    public static string SwitchedOff(string byWhomAndWhen) => Words.Text(nameof(SwitchedOff), byWhomAndWhen);

    public static string TakeAway => Words.Text(nameof(TakeAway));

    public static string TakeAwayValue(string setting) => Words.Text(nameof(TakeAwayValue), setting);

    public static string UnderWay => Words.Text(nameof(UnderWay));

    public static string UserNameHasOddSign(string name, char odd) => Words.Text(nameof(UserNameHasOddSign), name, odd);

    public static string UserNameLength(int length, int longest) => Words.Text(nameof(UserNameLength), length, longest);

    public static string What => Words.Text(nameof(What));

    public static string WhatHappened => Words.Text(nameof(WhatHappened));

    public static string When => Words.Text(nameof(When));
}
