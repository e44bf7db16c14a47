using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Delays;

/// <summary>Why a request rests in transit, goes on, or is held there. The words stand in DelayWords.resx.</summary>
internal static class DelayWords
{
    private static readonly RoomWords Words = new(typeof(DelayWords), kept: true);

    public static string ScriptSaid(string script, string said) => Words.Text(nameof(ScriptSaid), script, said);

    public static string WaitWithoutEnd(string script, string said, string why) => Words.Text(nameof(WaitWithoutEnd), script, said, why);

    public static string HeldUntilReleased(string script) => Words.Text(nameof(HeldUntilReleased), script);

    public static string NoDelay(string script, string answered) => Words.Text(nameof(NoDelay), script, answered);

    public static string NotANumber => Words.Text(nameof(NotANumber));

    public static string EndlessMinutes => Words.Text(nameof(EndlessMinutes));

    public static string OneMinute => Words.Text(nameof(OneMinute));

    public static string Minutes(string minutes) => Words.Text(nameof(Minutes), minutes);

    public static string SiteDefault => Words.Text(nameof(SiteDefault));

    public static string BadSiteDefault(int minutes) => Words.Text(nameof(BadSiteDefault), minutes);

    public static string PostedItemSkipsTransit => Words.Text(nameof(PostedItemSkipsTransit));

    public static string NoPatronToTell(string processType, string inTransit) => Words.Text(nameof(NoPatronToTell), processType, inTransit);
}
