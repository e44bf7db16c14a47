using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// The short way from a decision to the mail server: the notice comes into the outbox as one that this process is sending, in the commit of its decision, and is not
/// claimed from there once more. Open only while the sender keeps up and nothing older waits; what the sender did not get to is given back.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="owner">This process.</param>
public sealed class FreshNotices(TimeProvider clock, string owner)
{
    // Enough for the connections until the next batch is decided and written.
    private const int Most = 1_000;

    // For how long, in all, those who decide wait for a sender that does not keep up; then the notices go the long way, and staff see the decisions.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Queue<NoticeRow> ready = new();

    // Of the transaction that is being written.
    private readonly List<NoticeRow> queued = [];
    private Start? start;
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan patience = Patience;
    private bool open;
    private bool idle;
    private bool over;

    /// <summary>Puts a notice into the outbox as taken by this process, if it is the first of its arrival and what it says still holds in this transaction.</summary>
    /// <returns>The notice as it stands there; null where nothing was done: it has to go the long way.</returns>
    public NoticeRow? Queue(Statements statements, NoticeRow notice)
    {
        var taken = notice.Channel == Outbox.EMail && HasRoom ? Taken(statements, notice) : null;
        // One that goes the long way takes the next number.
        start = taken is null ? null : start! with { NextId = taken.Id + 1 };
        if (taken is not null)
            queued.Add(taken);
        return taken;
    }

    /// <summary>What was queued since the last call is committed: it may be sent.</summary>
    public void Committed()
    {
        start = null;
        lock (gate)
        {
            queued.ForEach(ready.Enqueue);
            idle = false;
        }

        queued.Clear();
    }

    /// <summary>Waits until the sender has got far enough for another batch; not for one that does not keep up, has nothing left to send, or is done.</summary>
    public async Task RoomAsync()
    {
        while (Awaited() is var (awaited, longest))
        {
            var since = clock.GetTimestamp();
            try
            {
                await awaited.WaitAsync(longest, clock);
                Spend(clock.GetElapsedTime(since));
            }
            catch (TimeoutException)
            {
                Spend(longest);
            }
        }
    }

    /// <summary>The next ones to be sent.</summary>
    /// <param name="most">How many at the most; 0 or less for none.</param>
    public List<NoticeRow> Next(int most)
    {
        var next = new List<NoticeRow>();
        lock (gate)
        {
            while (next.Count < most && ready.TryDequeue(out var notice))
                next.Add(notice);
            if (next.Count > 0)
                Tell();
        }

        return next;
    }

    /// <summary>The sender does not keep up: what it did not get to is to wait in the outbox, where staff can take it back.</summary>
    /// <returns>What is to be put back.</returns>
    public List<NoticeRow> Shut()
    {
        Open(false);
        return Next(int.MaxValue);
    }

    /// <summary>The sender keeps up and nothing older waits, or that is so no more.</summary>
    public void Open(bool isOpen)
    {
        lock (gate)
        {
            if (isOpen && !open)
                patience = Patience;
            open = isOpen;
            Tell();
        }
    }

    /// <summary>The sender has nothing left to send and waits for what is decided next.</summary>
    public void Idle()
    {
        lock (gate)
        {
            idle = true;
            Tell();
        }
    }

    /// <summary>Nothing more is sent.</summary>
    public void End()
    {
        lock (gate)
        {
            over = true;
            Tell();
        }
    }

    /// <summary>Puts back into the outbox what was not sent, once nothing more is.</summary>
    public async Task GiveBackAsync(DbDataSource database)
    {
        if (Next(int.MaxValue) is { Count: > 0 } left)
            await database.WriteAsync(within => left.ForEach(notice => NoticeClaims.Release(within, notice)), CancellationToken.None);
    }

    private bool HasRoom
    {
        get
        {
            lock (gate)
                return open && !over && ready.Count + queued.Count < Most;
        }
    }

    private NoticeRow? Taken(Statements statements, NoticeRow notice)
    {
        start ??= statements.Within.Connection!.QuerySingle<Start>(
            "SELECT (SELECT COALESCE(MAX(Id), 0) + 1 FROM EMailCopies) AS NextId, (SELECT Number FROM TemplateChanges WHERE Id = 1) AS TemplateChange", null, statements.Within);
        if (notice.TemplateChange != start.TemplateChange)
            return null;
        var taken = notice with
        {
            Id = start.NextId,
            Status = NoticeStatus.Sending,
            NextTryAt = notice.CreatedAt,
            LeaseOwner = owner,
            LeaseUntil = StoredTime.Write(clock.GetUtcNow() + NoticeClaims.Lease),
        };
        return statements.Run(OutboxText.QueueAsSending, taken) > 0 ? taken : null;
    }

    private (Task Change, TimeSpan Longest)? Awaited()
    {
        lock (gate)
            return over || idle || patience <= TimeSpan.Zero || (open && ready.Count <= Most / 2) ? null : (change.Task, patience);
    }

    private void Spend(TimeSpan waited)
    {
        lock (gate)
            patience -= waited;
    }

    private void Tell()
    {
        change.TrySetResult();
        change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    // Where a transaction stands in which nobody else writes.
    private sealed record Start
    {
        public long NextId { get; init; }

        public long TemplateChange { get; init; }
    }
}
