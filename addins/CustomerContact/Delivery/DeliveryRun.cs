using System.Data.Common;
using IllAddins.CustomerContact.Core.Delivery;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Sends what is in a site's outbox, and what comes by the short way: that this process has it is committed, and looked at again, before its mail's first byte; what became of many mails is written down in one commit.
/// </summary>
public sealed class DeliveryRun(IAddinHost host, OutboxJournal journal, MailSettings settings, DeliveryRules rules, NoticeRecord record)
{
    // After the run's own moment, so that what fails in a run is not tried twice in it.
    private static readonly TimeSpan RestAfterFault = TimeSpan.FromMilliseconds(1);

    /// <summary>Sends what may be tried now; nothing while the site's mail is paused.</summary>
    /// <param name="site">The site.</param>
    /// <param name="asOf">Notices whose next try comes after this are left: what fails in a run is not tried twice in it.</param>
    /// <param name="fresh">Brings notices of this run that need no claim; ended when nothing more is sent.</param>
    /// <param name="more">Waits for more to send; false when there will be none.</param>
    /// <param name="cancellationToken">The host is to stop.</param>
    public async Task<SweepReport> RunAsync(Site site, DateTimeOffset asOf, FreshNotices fresh, Func<Task<bool>> more, CancellationToken cancellationToken)
    {
        var brake = new SiteBrake(site.NVTGC, settings.Account, await MailBrakes.ReadAsync(host.Database, site.NVTGC, settings.Account, cancellationToken));
        var reports = new RunReports();
        if (Brake.Order(brake.State, host.Clock.GetUtcNow()) is not BrakeOrder.Wait)
            await SendAllAsync(site, asOf, fresh, more, brake, reports, cancellationToken);
        fresh.End();
        while (await more())
            continue;
        cancellationToken.ThrowIfCancellationRequested();
        return await reports.SumAsync(host, site, brake.State, cancellationToken);
    }

    private async Task SendAllAsync(Site site, DateTimeOffset asOf, FreshNotices fresh, Func<Task<bool>> more, SiteBrake brake, RunReports reports, CancellationToken cancellationToken)
    {
        var claims = new NoticeClaims(host.Clock, journal.Owner, rules);
        var limit = new MailPace(host.Clock, rules.Pace(brake.State.CatchingUp || brake.IsPulled), site.SweepMinutes);
        var pace = new DeliveryPace(host.Clock, settings.Connections, limit.Most);
        await using var lines = new SendingLines(settings, host.Clock, journal.Hooks, notice => Mail(notice, site), limit, brake, cancellationToken);
        IReadOnlyList<Attempt> attempts = [];
        do
        {
            // None is claimed while the journal waits to be begun anew, for which none may be under way.
            var rests = cancellationToken.IsCancellationRequested || lines.IsClosed || (journal.IsLong && lines.UnderWay > 0);
            var wanted = rests ? 0 : Math.Min(pace.Wanted - lines.UnderWay, limit.Left);
            var soon = fresh.Next(wanted);
            lines.Send(soon);
            var (asked, keepsUp) = (wanted - soon.Count, limit.IsFree && pace.KeepsUp);
            var claimed = await WriteAsync(attempts, keepsUp ? [] : fresh.Shut(), brake, reports, within => limit.Book(within, site.NVTGC, claims.Next(within, site.NVTGC, asOf, asked)));
            limit.Take(soon.Count + claimed.Count);
            lines.Send(claimed);
            if (keepsUp && asked > 0)
                fresh.Open(claimed.Count < asked);
            attempts = await lines.AnswersAsync(pace.WorthWriting(lines.UnderWay));
            if (attempts.Count > 0)
                pace.Learn(brake.State);
        }
        while (attempts.Count > 0 || (!lines.IsClosed && limit.Left > 0 && await more()));

        if (!lines.IsClosed && limit.Left > 0 && !cancellationToken.IsCancellationRequested)
            brake.CaughtUp();
        await host.Database.WriteAsync(within => brake.Save(within, evenUnchanged: reports.Any), CancellationToken.None);
    }

    // The next notices are claimed in the commit that settles the last ones: commits are what a run waits for most. The mails may have left: what became of them
    // is written down even when the host is told to stop.
    private async Task<List<NoticeRow>> WriteAsync(IReadOnlyList<Attempt> attempts, List<NoticeRow> givenBack, SiteBrake brake, RunReports reports, Func<DbTransaction, List<NoticeRow>> claim)
    {
        var tried = attempts.Where(attempt => attempt.Outcome is not null).ToList();
        var (settled, claimed) = await host.Database.WriteAsync(
            async within =>
            {
                foreach (var notice in attempts.Where(attempt => attempt.Outcome is null).Select(attempt => attempt.Notice).Concat(givenBack))
                    NoticeClaims.Release(within, notice);
                var answers = await record.SettleAsync(
                    within, [.. tried.Select(attempt => (attempt.Notice, attempt.Outcome!, new Settlement(rules, attempt.LastAccepted, RestAfterFault)))], CancellationToken.None);
                brake.Save(within);
                return (answers, claim(within));
            },
            CancellationToken.None);
        foreach (var attempt in attempts)
            journal.Forget(attempt.Notice.MessageId);
        foreach (var (attempt, isOurs) in tried.Zip(settled))
            reports.Add(attempt.Outcome!, isOurs ? NoticeRecord.Report(attempt.Notice, attempt.Outcome!) : RunReports.TakenOver(attempt.Notice, attempt.Outcome!));
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
