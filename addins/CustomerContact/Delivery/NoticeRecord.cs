using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Delivery;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Writes down what became of a notice: the notice, the request's status, Tracking and History in one transaction.</summary>
public sealed class NoticeRecord(IAddinHost host)
{
    private const string System = "System";

    /// <summary>How long a notice rests that a fault of the mail server kept from going out. Default 1 millisecond: not tried twice in a run.</summary>
    public TimeSpan RestAfterFault { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Settles one attempt, in the caller's transaction.</summary>
    /// <returns>False where another process has settled it meanwhile; nothing was written then.</returns>
    public async Task<bool> SettleAsync(DbTransaction within, NoticeRow notice, MailOutcome outcome, CancellationToken cancellationToken)
    {
        var settled = Settled(notice, outcome, host.Clock.GetUtcNow());
        if (!Outbox.Settle(within, settled))
            return false;
        if (settled.Status == NoticeStatus.Sent)
            await RouteAsync(within, settled, cancellationToken);
        else
            await TellAsync(within, settled, cancellationToken);
        if (DecisionStore.Find(within, settled.TransactionNumber, settled.ArrivalId) is { } decision)
            DecisionStore.Save(within, NoticeOutcomes.After(decision, settled));
        return true;
    }

    /// <summary>What one attempt counts for.</summary>
    public static SweepReport Report(NoticeRow notice, MailOutcome outcome) => outcome switch
    {
        MailOutcome.Accepted => new SweepReport { Sent = 1 },
        // Refused and unknown notices are held, and reported as such; here they count as failed in this run.
        MailOutcome.RefusedRecipient or MailOutcome.Unknown => new SweepReport { Failed = 1 },
        MailOutcome.TryLater or MailOutcome.ServerFault => new SweepReport
        {
            Failed = 1,
            Errors = [new SweepError { Site = notice.Site, TransactionNumber = notice.TransactionNumber, Message = $"The mail was not accepted: {outcome.Answer.ToString().TrimEnd('.')}. It is tried again." }],
        },
        _ => throw new UnreachableException(),
    };

    private NoticeRow Settled(NoticeRow notice, MailOutcome outcome, DateTimeOffset now)
    {
        var at = StoredTime.Write(now);
        var answered = notice with { Answer = outcome.Answer.ToString(), Attempts = notice.Attempts + 1, NextTryAt = null, FinishedAt = at };
        return outcome switch
        {
            MailOutcome.Accepted accepted => answered with { Status = NoticeStatus.Sent, Note = accepted.Notes.Count == 0 ? null : string.Join(" ", accepted.Notes) },
            MailOutcome.RefusedRecipient => answered with { Status = NoticeStatus.Failed },
            MailOutcome.Unknown => answered with { Status = NoticeStatus.Unknown },
            MailOutcome.TryLater => Later(answered, now),
            // The server's fault, not the patron's: no attempt is burned, and the next sweep tries again.
            MailOutcome.ServerFault => answered with { Status = NoticeStatus.Pending, Attempts = notice.Attempts, NextTryAt = StoredTime.Write(now + RestAfterFault), FinishedAt = null },
            _ => throw new UnreachableException(),
        };
    }

    private static NoticeRow Later(NoticeRow notice, DateTimeOffset now) => Retry.After(notice.Attempts) is { } wait
        ? notice with { Status = NoticeStatus.Retrying, NextTryAt = StoredTime.Write(now + wait), FinishedAt = null }
        : notice with { Status = NoticeStatus.Failed };

    private async Task RouteAsync(DbTransaction within, NoticeRow notice, CancellationToken cancellationToken)
    {
        var standing = Standing.Of(within, notice.TransactionNumber)!;
        var answer = await host.Record.RouteAsync(
            new RouteOrder
            {
                TransactionNumber = notice.TransactionNumber,
                ExpectedStatus = new TransactionStatus(standing.Status),
                ExpectedArrivalId = notice.ArrivalId,
                NewStatus = new TransactionStatus(ContactStatuses.NotifiedViaEMail),
                By = System,
                Entry = $"E-mail '{notice.Template}' sent; the mail server answered: {notice.Answer}",
            },
            within,
            cancellationToken);
        if (answer is RouteAnswer.Routed)
            return;
        await host.Record.AddHistoryAsync(
            notice.TransactionNumber, $"E-mail '{notice.Template}' went out after the request had moved on; its status was left alone.", System, within, cancellationToken);
        Outbox.Annotate(within, notice, "The request had moved on meanwhile; its status was left alone.");
    }

    private async Task TellAsync(DbTransaction within, NoticeRow notice, CancellationToken cancellationToken)
    {
        var entry = notice.Status switch
        {
            NoticeStatus.Failed => $"E-mail '{notice.Template}' was refused: {notice.Answer}",
            NoticeStatus.Unknown => $"E-mail '{notice.Template}' may have gone out: {notice.Answer}",
            _ => null,
        };
        if (entry is not null)
            await host.Record.AddHistoryAsync(notice.TransactionNumber, entry, System, within, cancellationToken);
    }
}
