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
        var writer = new NoticeWriter(host, stock, decidedBy);
        await pass.RunAsync(site, ContactStatus, decidedBy, writer.Decide, cancellationToken);
        var sent = await DeliverAsync(site, cancellationToken);
        return sent + await HeldRows.ReportAsync(host, decisions, site.NVTGC, DecisionStage.Notice, cancellationToken);
    }

    // The settings are read at every sweep, so that a mended one counts without a restart.
    private async Task<SweepReport> DeliverAsync(Site site, CancellationToken cancellationToken)
    {
        switch (MailSettingsReading.Read(host.Setting, host.DataFolder))
        {
            case MailSettingsReading.Invalid { Problems: var problems }:
                return new SweepReport { Errors = [new SweepError { Site = site.NVTGC, Message = $"No mail is sent: {string.Join(" ", problems)}" }] };
            case MailSettingsReading.Valid { Settings: var settings }:
                var rules = new DeliveryRules();
                // In turn: what this process left unsettled can be told from what it is sending only while it sends nothing of that site.
                return await turns.RunAsync(
                    site.NVTGC,
                    async () =>
                    {
                        await new LostNotices(host, new Outbox(host.Database), journal, record, settings, rules).SettleAsync(site.NVTGC, cancellationToken);
                        return await new DeliveryRun(host, journal, settings, rules, record).RunAsync(site, cancellationToken);
                    },
                    cancellationToken);
            default:
                throw new UnreachableException();
        }
    }
}
