using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delays;

/// <summary>What is kept of a request that left transit, or was released from it. The words stand in TransitWords.resx.</summary>
internal static class TransitWords
{
    private static readonly RoomWords Words = new(typeof(TransitWords), kept: true);

    public static string Released(string staff, string reason) => Words.Text(nameof(Released), staff, reason);

    public static string ReleasedReason(string staff, string reason) => Words.Text(nameof(ReleasedReason), staff, reason);

    public static string Routed(string from, string to, string reason) => Words.Text(nameof(Routed), from, to, reason);
}
