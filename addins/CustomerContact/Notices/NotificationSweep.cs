using System.Diagnostics;
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

    public async Task<SweepReport> RunAsync(Site site, CancellationToken cancellationToken)
    {
        var stock = await templates.LoadAsync(cancellationToken);
        var decidedBy = $"{host.ScriptVersion(site)}, settings {site.Change}, templates {stock.Version}";
        // In turn: what this process left unsettled can be told from what it is sending only while it sends nothing of that site.
        var sent = await turns.RunAsync(site.NVTGC, () => TellAsync(site, stock, decidedBy, cancellationToken), cancellationToken);
        return sent + await HeldRows.ReportAsync(host, decisions, site.NVTGC, DecisionStage.Notice, cancellationToken);
    }

    private async Task<SweepReport> TellAsync(Site site, TemplateStock stock, string decidedBy, CancellationToken cancellationToken)
    {
        // The settings are read at every sweep, so that a mended one counts without a restart.
        var settings = MailSettingsReading.Read(host.Setting, host.DataFolder);
        var rules = new DeliveryRules();
        if (settings is MailSettingsReading.Valid { Settings: var usable })
            await new LostNotices(host, new Outbox(host.Database), journal, record, usable, rules).SettleAsync(site.NVTGC, cancellationToken);
        var now = host.Clock.GetUtcNow();
        var writer = new NoticeWriter((function, request, _) => host.AskScript(function, request), stock, decidedBy);
        // First what another script or template may keep back: it must not leave as it was decided before.
        await pass.AgainAsync(site, ContactStatus, decidedBy, request => writer.Decide(request, now), cancellationToken);
        var ahead = DecidingAhead.Begin(written => pass.ChangedAsync(site, ContactStatus, request => writer.Decide(request, now), written, cancellationToken));
        try
        {
            return settings switch
            {
                MailSettingsReading.Invalid invalid => new SweepReport { Errors = [new SweepError { Site = site.NVTGC, Message = $"No mail is sent: {string.Join(" ", invalid.Problems)}" }] },
                MailSettingsReading.Valid valid => await new DeliveryRun(host, journal, valid.Settings, rules, record).RunAsync(site, now, ahead.MoreAsync, cancellationToken),
                _ => throw new UnreachableException(),
            };
        }
        finally
        {
            await ahead.Finished;
        }
    }
}
