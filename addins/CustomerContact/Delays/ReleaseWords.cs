using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delays;

/// <summary>What is answered to staff who release a request. The words stand in ReleaseWords.resx.</summary>
internal static class ReleaseWords
{
    private static readonly RoomWords Words = new(typeof(ReleaseWords));

    public static string Released(int transactionNumber, string reason) => Words.Text(nameof(Released), transactionNumber, reason);

    public static string NotReleased(int transactionNumber, string reason) => Words.Text(nameof(NotReleased), transactionNumber, reason);

    public static string NoScriptHoldsIt => Words.Text(nameof(NoScriptHoldsIt));
}
