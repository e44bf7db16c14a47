using System.Threading.Channels;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Several connections that send what they are given, side by side; each opens at its first mail.</summary>
internal sealed class SendingLines : IAsyncDisposable
{
    // Longer than a notice waits at a server that keeps up.
    private static readonly TimeSpan LongestUnseen = TimeSpan.FromSeconds(2);

    private readonly Func<SendJournal, IMailTransport> open;
    private readonly Func<NoticeRow, OutgoingMail> compose;
    private readonly Func<NoticeRow, Task<bool>> isFit;
    private readonly MailPace pace;
    private readonly SiteBrake brake;
    private readonly TimeProvider time;
    private readonly Func<CancellationToken, SendingStop> stop;
    private readonly CancellationToken cancellationToken;
    private readonly SendJournal journal;
    private readonly Channel<TakenNotice> waiting = Channel.CreateUnbounded<TakenNotice>();
    private readonly Channel<Attempt> answered = Channel.CreateUnbounded<Attempt>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<Task> lines;
    private volatile bool closed;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="settings">Where to, and over how many connections.</param>
    /// <param name="time">Clock of the time-outs.</param>
    /// <param name="journal">Account of what was handed over.</param>
    /// <param name="compose">Makes a notice's mail.</param>
    /// <param name="isFit">Whether a notice may still leave; asked of one that has waited since it was taken.</param>
    /// <param name="pace">Keeps each mail for its moment.</param>
    /// <param name="brake">Told of every outcome as it comes; once it is pulled, nothing more is sent.</param>
    /// <param name="cancellationToken">The host is to stop: what has not been handed over is given up.</param>
    public SendingLines(
        MailSettings settings, TimeProvider time, SendJournal journal, Func<NoticeRow, OutgoingMail> compose, Func<NoticeRow, Task<bool>> isFit, MailPace pace, SiteBrake brake,
        CancellationToken cancellationToken)
    {
        (this.journal, this.compose, this.isFit, this.pace, this.brake, this.time, this.cancellationToken) = (journal, compose, isFit, pace, brake, time, cancellationToken);
        open = told => MailTransports.Open(settings, time, told);
        stop = token => new SendingStop(time, token);
        lines = [.. Enumerable.Range(0, settings.UsesSmtp ? settings.Connections : 1).Select(_ => Task.Run(RunAsync, CancellationToken.None))];
    }

    /// <summary>How many were given and not answered for yet.</summary>
    public int UnderWay { get; private set; }

    /// <summary>Sends these when a connection is free.</summary>
    public void Send(IReadOnlyCollection<NoticeRow> notices)
    {
        UnderWay += notices.Count;
        var now = time.GetTimestamp();
        foreach (var notice in notices)
            waiting.Writer.TryWrite(new TakenNotice(notice, now));
    }

    /// <summary>Takes back what no connection has begun with.</summary>
    /// <param name="most">How many at the most; 0 or less for none.</param>
    public List<NoticeRow> TakeBack(int most)
    {
        var back = new List<NoticeRow>();
        while (back.Count < most && waiting.Reader.TryRead(out var taken))
            back.Add(taken.Notice);
        UnderWay -= back.Count;
        return back;
    }

    /// <summary>True once nothing more is sent: what waits is answered for as not tried.</summary>
    public bool IsClosed => closed;

    /// <summary>What became of so many at least, or of all that are under way where they are fewer; of fewer still, or of none, once the time is over.</summary>
    public async Task<IReadOnlyList<Attempt>> AnswersAsync(int atLeast, TimeSpan longest)
    {
        var attempts = new List<Attempt>();
        using var over = new CancellationTokenSource(longest, time);
        while (attempts.Count < Math.Min(atLeast, UnderWay) && await IsAnsweredAsync(over.Token))
            while (answered.Reader.TryRead(out var attempt))
                attempts.Add(attempt);
        UnderWay -= attempts.Count;
        return attempts;
    }

    /// <summary>Waits for what is being sent; nothing of it is under way afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        waiting.Writer.Complete();
        await Task.WhenAll(lines);
    }

    private async ValueTask<bool> IsAnsweredAsync(CancellationToken over)
    {
        try
        {
            return await answered.Reader.WaitToReadAsync(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task RunAsync()
    {
        try
        {
            using var stopped = stop(cancellationToken);
            await using var transport = open(stopped.Before(journal));
            var turns = new LineTurns(waiting.Reader, compose);
            while (await turns.NextAsync() is { } turn)
                answered.Writer.TryWrite(Told(turn.Notice, await SendAsync(transport, turn, turns, stopped)));
        }
        catch (Exception fault)
        {
            // Thrown again to whoever waits for answers; the others end first.
            closed = true;
            answered.Writer.TryComplete(fault);
        }
    }

    // The brake is told here and not where outcomes are written down together: until then, the other lines would try in vain.
    private Attempt Told(NoticeRow notice, MailOutcome? outcome)
    {
        if (outcome is null)
            return new Attempt(notice, null, null);
        var lastAccepted = brake.Observe(notice, outcome, time.GetUtcNow());
        closed |= brake.IsPulled;
        return new Attempt(notice, outcome, lastAccepted);
    }

    private async Task<MailOutcome?> SendAsync(IMailTransport transport, LineTurn turn, LineTurns turns, SendingStop stopped)
    {
        if (!closed)
            await PaceAsync();
        if (IsOver || !await MayLeaveAsync(turn))
            return null;
        stopped.Begin();
        try
        {
            return await transport.SendAsync(turn.Mail, () => IsFree ? turns.Ahead() : null, stopped.Token);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.Withdrawn(new MailAnswer(MailStage.Composing, null, MailWords.StoppedBeforeHandedOver));
        }
    }

    // What was looked at long ago, staff may have told otherwise since: it is given back, and looked at again by the next claim.
    private async ValueTask<bool> MayLeaveAsync(LineTurn turn) => time.GetElapsedTime(turn.Since) <= LongestUnseen || await isFit(turn.Notice);

    // Whether one that is taken now is surely sent next.
    private bool IsFree => pace.IsFree && !IsOver;

    private bool IsOver => closed || cancellationToken.IsCancellationRequested;

    private async Task PaceAsync()
    {
        try
        {
            await pace.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Seen by the caller: the mail is not tried.
        }
    }
}

/// <summary>What became of a notice that was to be sent.</summary>
/// <param name="Notice">The notice, as it was claimed.</param>
/// <param name="Outcome">Null where sending was over before its turn, and it was not tried.</param>
/// <param name="LastAccepted">When the server had last taken a mail before; null where that is not known.</param>
internal sealed record Attempt(NoticeRow Notice, MailOutcome? Outcome, DateTimeOffset? LastAccepted);
