using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>What is said of requests that are held, and of what a script answered. The words stand in DecisionWords.resx.</summary>
public static class DecisionWords
{
    private static readonly RoomWords Words = new(typeof(DecisionWords), kept: true);

    public static string NoSuchRequest => Words.Text(nameof(NoSuchRequest));

    public static string MovedMeanwhile(string status) => Words.Text(nameof(MovedMeanwhile), status);

    public static string HeldByScript(int requests, string reason) => Words.Text(nameof(HeldByScript), requests, reason);

    public static string HeldOtherwise(int requests, string reason) => Words.Text(nameof(HeldOtherwise), requests, reason);

    public static string HeldInOtherWays(int requests, int ways) => Words.Text(nameof(HeldInOtherWays), requests, ways);

    public static string AString(string written) => Words.Text(nameof(AString), written);

    public static string ANumber(string written) => Words.Text(nameof(ANumber), written);

    public static string AnUnusable(string type) => Words.Text(nameof(AnUnusable), type);
}
