using IllAddins.CustomerContact.ContactForm;
using IllAddins.CustomerContact.ContactForm.Log;
using IllAddins.CustomerContact.ContactForm.Panels;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Foresights;
using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;
using IllAddins.CustomerContact.NoticeVerbs;

namespace IllAddins.CustomerContact;

/// <summary>The core add-in: the sweeps that route and notify, and the Customer Contact form.</summary>
public sealed class CustomerContactAddin : IAddin
{
    private Action release = () => { };

    public async Task StartAsync(IAddinHost host, CancellationToken cancellationToken)
    {
        await host.MigrateAsync(ContactTables.Migrations, cancellationToken);
        await host.Database.WriteAsync(TemplateStore.Seed, cancellationToken);
        var outbox = new Outbox(host.Database);
        var folder = Path.Combine(host.DataFolder, host.Name);
        var journal = OutboxJournal.Open(folder);
        await RestoredNotices.GiveBackAsync(host, folder, cancellationToken);
        await JournalFile.CleanAsync(folder, () => outbox.OwnersAsync(cancellationToken));
        var printer = new LetterPrinter();
        release = () => { journal.Dispose(); printer.Dispose(); };
        Register(host, outbox, journal, printer);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        release();
        return Task.CompletedTask;
    }

    private static void Register(IAddinHost host, Outbox outbox, OutboxJournal journal, LetterPrinter printer)
    {
        var (decisions, templates) = (new DecisionStore(host.Database), new TemplateStore(host.Database));
        host.Register(new Sweep { Name = "Routing", RunAsync = new RoutingSweep(host, decisions).RunAsync });
        host.Register(new Sweep { Name = "Notification", RunAsync = new NotificationSweep(host, decisions, templates, journal).RunAsync });
        foreach (var setting in FormSettings.All)
            host.Register(setting);
        var rows = new ContactRows(host, decisions, new ContactTraces(host.Database));
        var releases = new Releases(host);
        host.Register(ContactScreen.Describe(host, rows, templates, printer, releases));
        host.Register(NotificationLog.Describe(host));
        host.Register(NoticesPanel.Describe(host, outbox));
        host.Register(NoticeEvents.Source);
        host.Register(MailHealth.Check(host));
        var rehearsal = new ContactRehearsal(releases, templates, outbox, () => NoticeOffers.Of(host)).Describe();
        host.Register(rehearsal);
        host.Register(new NoticeVerb(host, templates).Describe());
        host.Register(WhyPanel.Describe(host, decisions, releases, new WhySummary(host, decisions, outbox), new AskAgain(host, rehearsal)));
    }
}
