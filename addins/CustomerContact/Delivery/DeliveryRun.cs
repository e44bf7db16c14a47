using System.Data.Common;
using IllAddins.CustomerContact.Core.Delivery;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Sends what is in a site's outbox, and what comes by the short way: that this process has it is committed, and looked at again, before its mail's first byte; what became of many mails is written down in one commit.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="journal">This process's.</param>
/// <param name="settings">The site's.</param>
/// <param name="rules">The site's.</param>
/// <param name="record">Writes down what became of a notice.</param>
/// <param name="isOvertaken">Whether another script decides by now: what waits is left to the next sweep, which asks it first.</param>
public sealed class DeliveryRun(IAddinHost host, OutboxJournal journal, MailSettings settings, DeliveryRules rules, NoticeRecord record, Func<bool> isOvertaken)
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
            await fresh.GiveBackAsync(host.Database);
        cancellationToken.ThrowIfCancellationRequested();
        return await reports.SumAsync(host, site, brake.State, cancellationToken);
    }

    private async Task SendAllAsync(Site site, DateTimeOffset asOf, FreshNotices fresh, Func<Task<bool>> more, SiteBrake brake, RunReports reports, CancellationToken cancellationToken)
    {
        var limit = new MailPace(host.Clock, rules.Pace(brake.State.CatchingUp || brake.IsPulled), site.SweepMinutes);
        var pace = new DeliveryPace(host.Clock, settings.Connections, limit.Most);
        await using var lines = new SendingLines(settings, host.Clock, journal.Hooks, notice => Mail(notice, site), IsFitAsync, limit, brake, cancellationToken);
        var run = new Sending(site, asOf, fresh, brake, reports, limit, pace, lines);
        IReadOnlyList<Attempt> attempts = [];
        do
        {
            await TakeAsync(run, attempts, cancellationToken.IsCancellationRequested || isOvertaken());
            attempts = await lines.AnswersAsync(pace.WorthWriting(lines.UnderWay), DeliveryPace.Patience);
            if (attempts.Count > 0 || lines.UnderWay > 0)
                pace.Learn(brake.State, attempts.Count);
        }
        while (attempts.Count > 0 || lines.UnderWay > 0 || (!lines.IsClosed && limit.Left > 0 && await more()));

        if (!lines.IsClosed && limit.Left > 0 && !cancellationToken.IsCancellationRequested && !isOvertaken())
            brake.CaughtUp();
        await host.Database.WriteAsync(within => brake.Save(within, evenUnchanged: reports.Any), CancellationToken.None);
    }

    // Writes down what was answered, and has as many under way again as the server takes soon.
    private async Task TakeAsync(Sending run, IReadOnlyList<Attempt> attempts, bool stopped)
    {
        var (limit, pace, lines, fresh) = (run.Limit, run.Pace, run.Lines, run.Fresh);
        var givenBack = stopped ? lines.TakeBack(int.MaxValue) : limit.IsFree ? lines.TakeBack(pace.TooMany(lines.UnderWay)) : [];
        // None is claimed while the journal waits to be begun anew, for which none may be under way.
        var rests = stopped || lines.IsClosed || (journal.IsLong && lines.UnderWay > 0);
        var wanted = rests ? 0 : Math.Min(pace.Wanted - lines.UnderWay, limit.Left);
        var soon = fresh.Next(wanted);
        lines.Send(soon);
        // Nor where the clock was set back since the run began: what fails now is tried again before the run's own moment, and would be taken at once, again and again.
        var asked = host.Clock.GetUtcNow() < run.AsOf ? 0 : wanted - soon.Count;
        var keepsUp = limit.IsFree && pace.KeepsUp && !stopped;
        if (!keepsUp)
            givenBack.AddRange(fresh.Shut());
        var claims = new NoticeClaims(host.Clock, journal.Owner, rules);
        var claimed = await WriteAsync(
            attempts, givenBack, run.Brake, run.Reports, within => limit.Book(within, run.Site.NVTGC, claims.Next(within, run.Site.NVTGC, run.AsOf, asked)));
        limit.Take(soon.Count + claimed.Count);
        lines.Send(claimed);
        if (keepsUp && asked > 0)
            fresh.Open(claimed.Count < asked);
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

    private async Task<bool> IsFitAsync(NoticeRow notice) => await Standing.OfAsync(host.Database, notice.TransactionNumber) is { } standing
        && NoticeRecheck.Of(new ClaimedNotice(notice, standing.ArrivalId, standing.Change, standing.TemplateChange), rules.MaxAge, host.Clock.GetUtcNow()) is NoticeRecheck.Send;

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

    /// <summary>What one run goes by.</summary>
    private sealed record Sending(Site Site, DateTimeOffset AsOf, FreshNotices Fresh, SiteBrake Brake, RunReports Reports, MailPace Limit, DeliveryPace Pace, SendingLines Lines);
}
