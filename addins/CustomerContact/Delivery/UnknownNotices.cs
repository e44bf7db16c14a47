using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Notices whose fate is unknown, of a site that wants them sent once more by themselves after a time. A second unknown fate waits for staff.</summary>
public sealed class UnknownNotices(IAddinHost host, DeliveryRules rules)
{
    /// <summary>Puts those whose time has come back into the outbox, in the same words and under the same Message-Id.</summary>
    public async Task ResendAsync(string site, CancellationToken cancellationToken)
    {
        if (rules.ResendUnknownAfter is not { } after)
            return;
        var now = host.Clock.GetUtcNow();
        await host.Database.WriteAsync(
            async within =>
            {
                foreach (var notice in Outbox.Ended(within, site, NoticeStatus.Unknown, DateTimeOffset.UnixEpoch, now - after).Where(notice => notice.Channel == Outbox.EMail && IsFirst(within, notice)))
                    await ResendAsync(within, notice, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private static bool IsFirst(DbTransaction within, NoticeRow notice) => within.Connection!.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM NoticeAttempts WHERE NoticeId = @Id AND Outcome = 'Unknown'", notice, within) <= 1;

    private async Task ResendAsync(DbTransaction within, NoticeRow notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Standing.Of(within, notice.TransactionNumber)?.ArrivalId != notice.ArrivalId)
            return;
        Outbox.Decide(within, notice, notice with { Status = NoticeStatus.Pending, NextTryAt = StoredTime.Write(now), FinishedAt = null, Note = DeliveryWords.SentOnceMore });
        if (DecisionStore.Find(within, notice.TransactionNumber, notice.ArrivalId) is { } decision)
            DecisionStore.Save(within, decision with { State = DecisionState.Ready, HoldKind = null, Reason = DeliveryWords.SentOnceMore, DecidedBy = "" });
        await host.Record.AddHistoryAsync(
            notice.TransactionNumber, DeliveryWords.SentOnceMoreEntry(notice.Template), "System", within, cancellationToken);
    }
}
