using System.Collections.Concurrent;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.Notices;

/// <summary>Decides how the patrons of requests at the contact statuses are told, and sends the e-mails.</summary>
public sealed class NotificationSweep(IAddinHost host, DecisionStore decisions, TemplateStore templates, OutboxJournal journal)
{
    private static readonly TransactionStatus[] ContactStatus = [new(ContactStatuses.AwaitingContact), new(ContactStatuses.AwaitingDocDelContact)];

    private readonly DecisionPass pass =
        new(host, decisions, DecisionStage.Notice, [DecisionState.Held, DecisionState.ForStaff, DecisionState.Ready]);

    private readonly NoticeRecord record = new(host);
    private readonly SiteTurns turns = new();
    private readonly ConcurrentDictionary<string, int> rounds = new(StringComparer.OrdinalIgnoreCase);

    public async Task<SweepReport> RunAsync(Site site, CancellationToken cancellationToken)
    {
        var stock = await templates.LoadAsync(cancellationToken);
        var offers = NoticeOffers.Of(host);
        var script = host.ScriptVersion(site);
        var decidedBy = $"{script}, settings {site.Change}, templates {stock.Version}{offers.Mark}{Round(site)}";
        // In turn: what this process left unsettled can be told from what it is sending only while it sends nothing of that site.
        var sent = await turns.RunAsync(site.NVTGC, () => TellAsync(site, stock, decidedBy, offers, () => host.ScriptVersion(site) != script, cancellationToken), cancellationToken);
        return sent + await HeldRows.ReportAsync(host, decisions, site.NVTGC, DecisionStage.Notice, cancellationToken);
    }

    private async Task<SweepReport> TellAsync(
        Site site, TemplateStock stock, string decidedBy, NoticeOffers offers, Func<bool> isOvertaken, CancellationToken cancellationToken)
    {
        // The settings are read at every sweep, so that a mended one counts without a restart.
        var (usable, problems) = SiteMail.Read(host, site.NVTGC);
        var settled = await SettleAsync(site, usable, cancellationToken);
        var now = host.Clock.GetUtcNow();
        var fresh = new FreshNotices(host.Clock, journal.Owner);
        var writer = new NoticeWriter((function, request, _) => host.AskScript(function, request), stock, decidedBy, offers, fresh);
        // First what another script or template may keep back: it must not leave as it was decided before.
        await pass.AgainAsync(site, ContactStatus, decidedBy, request => writer.Decide(request, now), cancellationToken);
        if (usable is null)
            fresh.End();
        var ahead = DecidingAhead.Begin(fresh, written => pass.ChangedAsync(site, ContactStatus, request => writer.Decide(request, now), written, cancellationToken));
        try
        {
            return settled + await MailAsync() + await new ChannelRun(host, journal, usable?.Rules ?? new DeliveryRules(), record, offers.Channels, isOvertaken)
                .RunAsync(site, now, ahead.Finished, cancellationToken);
        }
        finally
        {
            fresh.End();
            await ahead.EndAsync(host.Database);
            if (writer.FieldsFailed)
                rounds.AddOrUpdate(site.NVTGC, 1, (_, round) => round + 1);
        }

        async Task<SweepReport> MailAsync() => usable is { } sending
            ? await new DeliveryRun(host, journal, sending.Settings, sending.Rules, record, isOvertaken).RunAsync(site, now, fresh, ahead.MoreAsync, cancellationToken)
            : new SweepReport { Errors = [new SweepError { Site = site.NVTGC, Message = RunWords.NoMailSent(string.Join(" ", problems)) }] };
    }

    // What had no value because an add-in failed is decided again at the next sweep: nothing else would change for it.
    private string Round(Site site) => rounds.TryGetValue(site.NVTGC, out var round) ? $", again {round}" : "";

    // What a killed process left stands for staff whatever the settings say now; only what is tried again goes by them.
    private async Task<SweepReport> SettleAsync(Site site, SiteMail? mail, CancellationToken cancellationToken)
    {
        var outbox = new Outbox(host.Database);
        var lost = await new LostNotices(host, outbox, journal, record, mail?.Settings, mail?.Rules ?? new DeliveryRules()).SettleAsync(site.NVTGC, cancellationToken);
        if (mail is null)
            return lost;
        await outbox.PullInAsync(site.NVTGC, host.Clock.GetUtcNow(), mail.Rules.Retry.Longest, cancellationToken);
        await new UnknownNotices(host, mail.Rules).ResendAsync(site.NVTGC, cancellationToken);
        return lost;
    }
}
