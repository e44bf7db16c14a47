namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// How many notices are claimed ahead: one until the mail server has taken one, then as many as leave soon, so that no connection waits for the database and no
/// claim waits long for a connection.
/// </summary>
internal sealed class DeliveryPace(TimeProvider time, int connections)
{
    // A commit for a hundred costs each of them next to nothing.
    private const int Most = 200;

    // So many server faults in a row are an outage, not one bad notice.
    private const int Outage = 3;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    private int faults;
    private long last = time.GetTimestamp();

    /// <summary>How many are to be under way; 0 in an outage.</summary>
    public int Wanted { get; private set; } = 1;

    /// <summary>How many answers are worth a commit.</summary>
    public int WorthWriting(int underWay) => Math.Max(1, underWay - (Wanted / 2));

    /// <summary>Learns from what became of some, in the order in which they were answered.</summary>
    public void Learn(IEnumerable<Attempt> attempts)
    {
        foreach (var outcome in attempts.Select(attempt => attempt.Outcome).OfType<MailOutcome>())
            faults = outcome is MailOutcome.ServerFault { Answer.Stage: not MailStage.Composing } ? faults + 1 : 0;
        var took = time.GetElapsedTime(last);
        last = time.GetTimestamp();
        Wanted = faults switch
        {
            >= Outage => 0,
            > 0 => 1,
            _ when Wanted == 1 || took > Soon => Math.Max(2 * connections, Wanted / 2),
            _ => Math.Min(2 * Wanted, Math.Max(Most, 2 * connections)),
        };
    }
}
