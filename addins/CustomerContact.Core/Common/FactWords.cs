using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Common;

/// <summary>What is said of a request's own facts. The words stand in FactWords.resx.</summary>
internal static class FactWords
{
    private static readonly RoomWords Words = new(typeof(FactWords), kept: true);

    public static string UnknownDelivery(string found, string field) => Words.Text(nameof(UnknownDelivery), found, field);

    public static string WithReason(string why, string reason) => Words.Text(nameof(WithReason), why, reason);
}
