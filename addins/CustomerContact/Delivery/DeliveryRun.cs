using System.Data.Common;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Sends what is in a site's outbox: each claim is committed, and checked again, before its mail's first byte; what became of many mails is written down in one commit.
/// </summary>
public sealed class DeliveryRun(IAddinHost host, OutboxJournal journal, MailSettings settings, DeliveryRules rules, NoticeRecord record)
{
    /// <summary>Sends what may be tried now.</summary>
    /// <param name="site">The site.</param>
    /// <param name="asOf">Notices whose next try comes after this are left: what fails in a run is not tried twice in it.</param>
    /// <param name="more">Waits for more to send; false when there will be none.</param>
    /// <param name="cancellationToken">The host is to stop.</param>
    public async Task<SweepReport> RunAsync(Site site, DateTimeOffset asOf, Func<Task<bool>> more, CancellationToken cancellationToken)
    {
        var claims = new NoticeClaims(host.Clock, journal.Owner, rules);
        var total = new SweepReport();
        var pace = new DeliveryPace(host.Clock, settings.Connections);
        await using var lines = new SendingLines(settings, host.Clock, journal.Hooks, notice => Mail(notice, site), cancellationToken);
        IReadOnlyList<Attempt> attempts = [];
        do
        {
            // None is claimed while the journal waits to be begun anew, for which none may be under way.
            var room = cancellationToken.IsCancellationRequested || (journal.IsLong && lines.UnderWay > 0) ? 0 : pace.Wanted - lines.UnderWay;
            var (report, claimed) = await WriteAsync(attempts, within => Claim(within, claims, site, asOf, room));
            total += report;
            lines.Send(claimed);
            attempts = await lines.AnswersAsync(pace.WorthWriting(lines.UnderWay));
            pace.Learn(attempts);
            if (pace.Wanted == 0)
                lines.Close();
        }
        while (attempts.Count > 0 || await more());

        cancellationToken.ThrowIfCancellationRequested();
        return total;
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

    // The next notices are claimed in the commit that settles the last ones: commits are what a run waits for most. The mails may have left: what became of them
    // is written down even when the host is told to stop.
    private async Task<(SweepReport Report, List<NoticeRow> Claimed)> WriteAsync(IReadOnlyList<Attempt> attempts, Func<DbTransaction, List<NoticeRow>> claim)
    {
        var written = await host.Database.WriteAsync(
            async within =>
            {
                var report = new SweepReport();
                foreach (var attempt in attempts)
                    report += await SettleAsync(within, attempt);
                return (report, claim(within));
            },
            CancellationToken.None);
        foreach (var attempt in attempts)
            journal.Forget(attempt.Notice.MessageId);
        return written;
    }

    private async Task<SweepReport> SettleAsync(DbTransaction within, Attempt attempt)
    {
        if (attempt.Outcome is not { } outcome)
        {
            NoticeClaims.Release(within, attempt.Notice);
            return new SweepReport();
        }

        var settled = await record.SettleAsync(within, attempt.Notice, outcome, new Settlement(rules, null, TimeSpan.FromMilliseconds(1)), CancellationToken.None);
        return settled ? NoticeRecord.Report(attempt.Notice, outcome) : TakenOver(attempt.Notice, outcome);
    }

    private static List<NoticeRow> Claim(DbTransaction within, NoticeClaims claims, Site site, DateTimeOffset asOf, int most)
    {
        var claimed = new List<NoticeRow>();
        while (claimed.Count < most && claims.Next(within, site.NVTGC, asOf) is { } next)
            claimed.Add(next);
        return claimed;
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
