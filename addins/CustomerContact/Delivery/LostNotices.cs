using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Settles the notices whose sending was broken off: by the death of their process, from what it wrote down; or by a fault in this one (the database was busy, the
/// disk full), from what it remembers.
/// </summary>
public sealed class LostNotices(IAddinHost host, Outbox outbox, OutboxJournal journal, NoticeRecord record, MailSettings settings, DeliveryRules rules)
{
    // What was broken off before goes out in the same sweep.
    private readonly Settlement settlement = new(rules, LastAccepted: null, RestAfterFault: TimeSpan.Zero);

    /// <summary>Settles a site's notices that nobody is sending any more. Not while this process sends any of that site.</summary>
    /// <returns>Those that are unknown now are reported with the held ones.</returns>
    public async Task SettleAsync(string site, CancellationToken cancellationToken)
    {
        foreach (var notice in await outbox.SendingAsync(site, cancellationToken))
        {
            if (Fate(notice) is not { } outcome)
                continue;
            await host.Database.WriteAsync(within => record.SettleAsync(within, notice, outcome, settlement, cancellationToken), cancellationToken);
            journal.Forget(notice.MessageId);
        }
    }

    private MailOutcome? Fate(NoticeRow notice) => notice.LeaseOwner == journal.Owner ? Own(notice) : Others(notice);

    private MailOutcome Own(NoticeRow notice) => journal.Remember(notice.MessageId) switch
    {
        { Outcome: { } outcome } => outcome,
        { HandedOver: true } => Unanswered(notice, "Sending was broken off after the whole text was handed over and before the answer came."),
        _ => new MailOutcome.Withdrawn(Words("Sending was broken off before the mail was handed over.")),
    };

    private MailOutcome? Others(NoticeRow notice) => journal.Ask(notice.LeaseOwner!, notice.MessageId) switch
    {
        HandedOver.StillSending => null,
        HandedOver.NoAccount when StoredTime.Read(notice.LeaseUntil!) > host.Clock.GetUtcNow() => null,
        HandedOver.Never => new MailOutcome.Withdrawn(Words("The program ended before the mail was handed over.")),
        HandedOver.Accepted => new MailOutcome.Accepted(Words("accepted, as the program noted before it ended"), []),
        _ => Unanswered(notice, "The program ended after the whole text was handed over and before the answer came."),
    };

    // In a pickup folder it can be seen.
    private MailOutcome Unanswered(NoticeRow notice, string words) =>
        (settings.UsesSmtp ? null : PickupFolderTransport.WasLaid(settings.PickupFolder, notice.MessageId)) switch
        {
            true => new MailOutcome.Accepted(Words("found in the pickup folder"), []),
            false => new MailOutcome.Withdrawn(Words("The program ended before the mail was laid into the pickup folder.")),
            null => new MailOutcome.Unknown(Words(words)),
        };

    private static MailAnswer Words(string text) => new(MailStage.FinalDot, null, text);
}
