namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// What a mail on its way does when the host is told to stop: before its final dot it is given up at once, after it its answer is waited for, since a mail given
/// up then is one whose fate nobody knows.
/// </summary>
internal sealed class SendingStop : IDisposable
{
    // Shorter than the time that the host has for its end.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource giveUp;
    private readonly CancellationTokenRegistration registration;
    private bool told;
    private bool handedOver;

    public SendingStop(TimeProvider time, CancellationToken stop)
    {
        giveUp = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        registration = stop.Register(Tell);
    }

    /// <summary>Ends the attempt.</summary>
    public CancellationToken Token => giveUp.Token;

    /// <summary>The journal, with this told of every final dot first.</summary>
    public SendJournal Before(SendJournal journal) => journal with
    {
        Before = messageId =>
        {
            Hand();
            journal.Before(messageId);
        },
    };

    /// <summary>The next mail begins.</summary>
    public void Begin()
    {
        lock (gate)
            handedOver = false;
    }

    public void Dispose()
    {
        registration.Dispose();
        giveUp.Dispose();
    }

    private void Hand()
    {
        lock (gate)
        {
            if (told)
                throw new OperationCanceledException("The host is to stop: the final dot was held back.");
            handedOver = true;
        }
    }

    private void Tell()
    {
        bool waits;
        lock (gate)
        {
            told = true;
            waits = handedOver;
        }

        if (waits)
            giveUp.CancelAfter(LongestAnswer);
        else
            giveUp.Cancel();
    }
}
