using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// How many notices are claimed ahead: one until the mail server has taken one, then as many as leave soon, so that no connection waits for the database and no
/// claim waits long for a connection.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="connections">How many connections send.</param>
/// <param name="most">How many may be under way where mails are paced, from 1.</param>
internal sealed class DeliveryPace(TimeProvider time, int connections, int most)
{
    // A commit for four hundred costs each of them next to nothing, and while it lasts, and the next batch is decided, four hundred others can be sent.
    private const int Most = 800;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    /// <summary>For how long answers are waited for that are worth a commit; past that, the server is slow.</summary>
    public static readonly TimeSpan Patience = Soon * 1.1;

    private int wanted = 1;
    private long last = time.GetTimestamp();

    /// <summary>How many are to be under way; 0 in an outage.</summary>
    public int Wanted => Math.Min(wanted, most);

    /// <summary>Whether the server takes as many as are claimed at the most, and soon.</summary>
    public bool KeepsUp => wanted == Largest;

    /// <summary>How many of those under way are to be given back: a server that has become slow would let them wait long for a connection, and staff for them.</summary>
    public int TooMany(int underWay) => underWay >= 2 * Wanted && wanted >= 2 * connections ? underWay - Wanted : 0;

    /// <summary>How many answers are worth a commit.</summary>
    public int WorthWriting(int underWay) => Math.Max(1, underWay - Math.Min(underWay, Wanted) / 2);

    private int Largest => Math.Max(Most, 2 * connections);

    /// <summary>Learns from how the server has answered and how long it took.</summary>
    /// <param name="brake">The site's.</param>
    /// <param name="answers">How many answers there were since the last time.</param>
    public void Learn(BrakeState brake, int answers)
    {
        var took = time.GetElapsedTime(last);
        last = time.GetTimestamp();
        wanted = brake switch
        {
            { PausedAt: not null } => 0,
            // One by one, so that no more than it takes find out that the server is down.
            { Struck.Length: > 0 } => 1,
            // Nothing has shown yet that the server takes mails.
            _ when wanted <= 1 && answers == 0 => wanted,
            _ when wanted <= 1 || took > Soon => Math.Max(2 * connections, wanted / 2),
            _ => Math.Min(2 * wanted, Largest),
        };
    }
}
