using System.Data.Common;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Sends what is in a site's outbox: claimed, checked again, sent and recorded one by one, each claim committed before its mail's first byte.</summary>
public sealed class DeliveryRun(IAddinHost host, OutboxJournal journal, MailSettings settings, DeliveryRules rules, NoticeRecord record)
{
    // So many server faults in a row are an outage, not one bad notice.
    private const int Outage = 3;

    public async Task<SweepReport> RunAsync(Site site, CancellationToken cancellationToken)
    {
        var claims = new NoticeClaims(host.Clock, journal.Owner, rules);
        var asOf = host.Clock.GetUtcNow();
        var reports = new List<SweepReport>();
        var faults = 0;
        using var stop = new SendingStop(host.Clock, cancellationToken);
        await using var transport = MailTransports.Open(settings, host.Clock, stop.Before(journal.Hooks));
        var notice = await host.Database.WriteAsync(within => Task.FromResult(claims.Next(within, site.NVTGC, asOf)), cancellationToken);
        while (notice is not null)
        {
            stop.Begin();
            var outcome = await SendAsync(transport, notice, site, stop.Token);
            faults = outcome is MailOutcome.ServerFault { Answer.Stage: not MailStage.Composing } ? faults + 1 : 0;
            var (settled, next) = await SettleAsync(notice, outcome, within => faults < Outage && !cancellationToken.IsCancellationRequested ? claims.Next(within, site.NVTGC, asOf) : null);
            journal.Forget(notice.MessageId);
            reports.Add(settled ? NoticeRecord.Report(notice, outcome) : TakenOver(notice, outcome));
            notice = next;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new SweepReport { Sent = reports.Sum(report => report.Sent), Failed = reports.Sum(report => report.Failed), Errors = [.. reports.SelectMany(report => report.Errors)] };
    }

    // Only where this process stood still for longer than its lease, and another machine took it for dead.
    private static SweepReport TakenOver(NoticeRow notice, MailOutcome outcome) => new()
    {
        Failed = 1,
        Errors =
        [
            new SweepError
            {
                Site = notice.Site,
                TransactionNumber = notice.TransactionNumber,
                Message = $"Another process had taken this notice for lost while it was being sent; the mail server answered here: {outcome.Answer}. See the notice before telling the patron again.",
            },
        ],
    };

    // The next notice is claimed in the commit that settles the last one: commits are what a run waits for most. The mail may have left: what became of it is
    // written down even when the host is told to stop.
    private Task<(bool Settled, NoticeRow? Next)> SettleAsync(NoticeRow notice, MailOutcome outcome, Func<DbTransaction, NoticeRow?> next) => host.Database.WriteAsync(
        async within =>
        {
            var settled = await record.SettleAsync(within, notice, outcome, new Settlement(rules, null, TimeSpan.FromMilliseconds(1)), CancellationToken.None);
            return (settled, next(within));
        },
        CancellationToken.None);

    private static async Task<MailOutcome> SendAsync(IMailTransport transport, NoticeRow notice, Site site, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(Mail(notice, site), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome.Withdrawn(new MailAnswer(MailStage.Composing, null, "The host was stopped before the mail was handed over; it goes out at the next sweep."));
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
        HtmlBody = notice.HtmlBody,
    };
}
