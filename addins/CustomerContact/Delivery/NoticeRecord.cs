using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Writes down what became of a notice: the notice, the request's status, Tracking and History in one transaction.</summary>
public sealed class NoticeRecord(IAddinHost host)
{
    private const string System = "System";

    /// <summary>Settles one attempt, in the caller's transaction.</summary>
    /// <returns>False where another process has settled it meanwhile; nothing was written then.</returns>
    public async Task<bool> SettleAsync(DbTransaction within, NoticeRow notice, MailOutcome outcome, Settlement settlement, CancellationToken cancellationToken)
    {
        var now = host.Clock.GetUtcNow();
        var settled = settlement.Of(notice, outcome, now);
        if (!Outbox.Settle(within, settled))
            return false;
        NoticeAttempts.Add(within, notice, outcome, now);
        if (settled.Status == NoticeStatus.Sent)
        {
            await RouteAsync(within, settled, cancellationToken);
            DecisionStore.SetState(within, settled.TransactionNumber, settled.ArrivalId, DecisionState.Done);
            return true;
        }

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
        MailOutcome.RefusedRecipient or MailOutcome.Unknown or MailOutcome.Unsendable => new SweepReport { Failed = 1 },
        MailOutcome.TryLater or MailOutcome.ServerFault or MailOutcome.Withdrawn => new SweepReport
        {
            Failed = 1,
            Errors = [new SweepError { Site = notice.Site, TransactionNumber = notice.TransactionNumber, Message = $"The mail was not accepted: {outcome.Answer.ToString().TrimEnd('.')}. It is tried again." }],
        },
        _ => throw new UnreachableException(),
    };

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
            NoticeStatus.Failed when notice.Parked == NoticeParked.GivenUp => $"E-mail '{notice.Template}' was given up after {notice.Attempts} attempts: {notice.Answer}",
            NoticeStatus.Failed => $"E-mail '{notice.Template}' was refused: {notice.Answer}",
            NoticeStatus.Unknown => $"E-mail '{notice.Template}' may have gone out: {notice.Answer}",
            _ => null,
        };
        if (entry is not null)
            await host.Record.AddHistoryAsync(notice.TransactionNumber, entry, System, within, cancellationToken);
    }
}
