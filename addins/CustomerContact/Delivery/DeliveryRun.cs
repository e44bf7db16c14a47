using System.Data.Common;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Sends what is in a site's outbox: claimed, checked again, sent and recorded one by one, each claim committed before its first byte.</summary>
public sealed class DeliveryRun(IAddinHost host, OutboxJournal journal, MailSettings settings, NoticeRecord record)
{
    // Longer than any attempt can take; only another machine waits for it, as on this one the journal tells.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    // So many server faults in a row are an outage, not one bad notice.
    private const int Outage = 3;

    public async Task<SweepReport> RunAsync(Site site, CancellationToken cancellationToken)
    {
        var asOf = host.Clock.GetUtcNow();
        var report = new SweepReport();
        var faults = 0;
        await using var transport = MailTransports.Open(settings, host.Clock, journal.Hooks);
        while (faults < Outage && await ClaimAsync(site, asOf, cancellationToken) is { } notice)
        {
            var outcome = await SendAsync(transport, notice, site, cancellationToken);
            // The mail may have left: what became of it is written down even when the host is told to stop.
            await record.SettleAsync(notice, outcome, CancellationToken.None);
            report += NoticeRecord.Report(notice, outcome);
            faults = outcome is MailOutcome.ServerFault { Answer.Stage: not MailStage.Composing } ? faults + 1 : 0;
        }

        return report;
    }

    private async Task<NoticeRow?> ClaimAsync(Site site, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (claimed, ready) = await host.Database.WriteAsync(within => ClaimAsync(within, site, asOf, cancellationToken), cancellationToken);
            if (claimed is null || ready)
                return claimed;
        }
    }

    private async Task<(NoticeRow? Claimed, bool Ready)> ClaimAsync(DbTransaction within, Site site, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var now = host.Clock.GetUtcNow();
        var claimed = Outbox.Claim(within, site.NVTGC, asOf, journal.Owner, now + Lease);
        if (claimed is null)
            return (null, true);
        var request = (await host.Record.FindAsync([claimed.TransactionNumber], cancellationToken)).SingleOrDefault();
        if (request is not null && request.ArrivalId == claimed.ArrivalId && request.Transaction.Changed.Change == claimed.Change)
            return (claimed, true);
        // Moved on, or edited since it was written: the next sweep writes it anew, or leaves it cancelled.
        var moved = request is null || request.ArrivalId != claimed.ArrivalId;
        Outbox.Settle(within, moved
            ? claimed with { Status = NoticeStatus.Cancelled, Note = $"not sent: the request had moved to '{request?.Transaction.TransactionStatus}'.", NextTryAt = null, FinishedAt = StoredTime.Write(now) }
            : claimed with { Status = NoticeStatus.Pending, NextTryAt = StoredTime.Write(now.AddMilliseconds(1)) });
        return (claimed, false);
    }

    private static async Task<MailOutcome> SendAsync(IMailTransport transport, NoticeRow notice, Site site, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(Mail(notice, site), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.ServerFault(new MailAnswer(MailStage.Composing, null, "The host was stopped before the mail was handed over; it goes out at the next sweep."));
        }
    }

    private static OutgoingMail Mail(NoticeRow notice, Site site) => new()
    {
        MessageId = notice.MessageId,
        Date = site.ToLocal(StoredTime.Read(notice.CreatedAt)),
        FromName = notice.FromName,
        FromAddress = notice.FromAddress,
        ToName = notice.ToName,
        ToAddress = notice.ToAddress,
        Cc = notice.CC,
        Bcc = notice.BCC,
        Subject = notice.Subject,
        TextBody = notice.Body,
    };
}
