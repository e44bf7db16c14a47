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
    public async Task<bool> SettleAsync(DbTransaction within, NoticeRow notice, MailOutcome outcome, Settlement settlement, CancellationToken cancellationToken) =>
        (await SettleAsync(within, [(notice, outcome, settlement)], cancellationToken))[0];

    /// <summary>Settles attempts, in the caller's transaction.</summary>
    /// <returns>For each, false where another process has settled it meanwhile; nothing was written then.</returns>
    public async Task<IReadOnlyList<bool>> SettleAsync(
        DbTransaction within, IReadOnlyList<(NoticeRow Notice, MailOutcome Outcome, Settlement Settlement)> attempts, CancellationToken cancellationToken)
    {
        using var statements = new Statements(within);
        var (now, answers, sent) = (host.Clock.GetUtcNow(), new List<bool>(attempts.Count), new List<(NoticeRow, string)>(attempts.Count));
        foreach (var (notice, outcome, settlement) in attempts)
        {
            var settled = settlement.Of(notice, outcome, now);
            var isOurs = Outbox.Settle(statements, settled);
            answers.Add(isOurs);
            if (!isOurs)
                continue;
            NoticeAttempts.Add(statements, notice, outcome, now);
            if (settled.Status == NoticeStatus.Sent)
                sent.Add((settled, notice.RequestStatus ?? Standing.Of(within, notice.TransactionNumber)?.Status ?? ""));
            else
                await KeepAsync(within, settled, cancellationToken);
        }

        await RouteAsync(statements, sent, cancellationToken);
        return answers;
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
            Errors = [new SweepError { Site = notice.Site, TransactionNumber = notice.TransactionNumber, Message = TriedAgain(notice, outcome.Answer.ToString().TrimEnd('.')) }],
        },
        _ => throw new UnreachableException(),
    };

    private static string TriedAgain(NoticeRow notice, string answer) => IsMail(notice) ? RunWords.MailTriedAgain(answer) : RunWords.ChannelTriedAgain(notice.Channel, answer);

    /// <summary>The status of a request whose patron a notice has told.</summary>
    public static TransactionStatus Told(NoticeRow notice) => new(IsMail(notice) ? ContactStatuses.NotifiedViaEMail : ContactStatuses.NotifiedVia(notice.Channel));

    private async Task RouteAsync(Statements statements, List<(NoticeRow Notice, string Status)> sent, CancellationToken cancellationToken)
    {
        var answers = await host.Record.RouteAllAsync([.. sent.Select(one => Order(one.Notice, one.Status))], statements.Within, cancellationToken);
        foreach (var ((notice, _), answer) in sent.Zip(answers))
        {
            DecisionRows.Finish(statements, notice.TransactionNumber, notice.ArrivalId);
            if (answer is RouteAnswer.Routed || await IsRoutedAsync(statements, Carried(statements.Within, notice), cancellationToken))
                continue;
            await host.Record.AddHistoryAsync(
                notice.TransactionNumber, DeliveryWords.SentTooLate(Name(notice), notice.Template), System, statements.Within, cancellationToken);
            Outbox.Annotate(statements.Within, notice, DeliveryWords.MovedOnMeanwhile);
        }
    }

    // Staff moved it and took that back while the notice was on its way: it went along with the request to another arrival (ContactForm.Marks.Moves).
    private static NoticeRow? Carried(DbTransaction within, NoticeRow notice) =>
        Outbox.ArrivalOf(within, notice.Id) is var arrival && arrival != notice.ArrivalId ? notice with { ArrivalId = arrival } : null;

    private async Task<bool> IsRoutedAsync(Statements statements, NoticeRow? carried, CancellationToken cancellationToken)
    {
        if (carried is null || Standing.Of(statements.Within, carried.TransactionNumber) is not { } standing)
            return false;
        DecisionRows.Finish(statements, carried.TransactionNumber, carried.ArrivalId);
        return await host.Record.RouteAsync(Order(carried, standing.Status), statements.Within, cancellationToken) is RouteAnswer.Routed;
    }

    private static RouteOrder Order(NoticeRow notice, string status) => new()
    {
        TransactionNumber = notice.TransactionNumber,
        ExpectedStatus = new TransactionStatus(status),
        ExpectedArrivalId = notice.ArrivalId,
        NewStatus = Told(notice),
        By = System,
        Entry = IsMail(notice)
            ? DeliveryWords.MailSent(notice.Template, notice.Answer ?? "")
            : DeliveryWords.ChannelSent(notice.Channel, notice.Template, notice.Answer ?? ""),
    };

    private async Task KeepAsync(DbTransaction within, NoticeRow notice, CancellationToken cancellationToken)
    {
        var settled = Carried(within, notice) ?? notice;
        await TellAsync(within, settled, cancellationToken);
        if (DecisionStore.Find(within, settled.TransactionNumber, settled.ArrivalId) is not { } decision)
            return;
        var stands = NoticeOutcomes.After(decision, settled);
        // What was changed while it was on its way (an address corrected, another method) was read and could not be heeded: decided again.
        var heeded = Standing.Of(within, settled.TransactionNumber)?.Change == settled.Change;
        DecisionStore.Save(within, heeded ? stands : stands with { DecidedBy = "" });
    }

    private static bool IsMail(NoticeRow notice) => notice.Channel == Outbox.EMail;

    /// <summary>How entries about a notice begin.</summary>
    public static string Name(NoticeRow notice) => IsMail(notice) ? DeliveryWords.EMailAtStart : notice.Channel;

    private async Task TellAsync(DbTransaction within, NoticeRow notice, CancellationToken cancellationToken)
    {
        var entry = notice.Status switch
        {
            NoticeStatus.Failed when notice.Parked == NoticeParked.GivenUp => DeliveryWords.GivenUpEntry(Name(notice), notice.Template, notice.Attempts, notice.Answer ?? ""),
            NoticeStatus.Failed => DeliveryWords.RefusedEntry(Name(notice), notice.Template, notice.Answer ?? ""),
            NoticeStatus.Unknown => DeliveryWords.UnknownEntry(Name(notice), notice.Template, notice.Answer ?? ""),
            _ => null,
        };
        if (entry is not null)
            await host.Record.AddHistoryAsync(notice.TransactionNumber, entry, System, within, cancellationToken);
    }
}
