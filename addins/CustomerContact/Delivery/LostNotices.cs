using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Settles the notices that a process was sending when it died, from what that process wrote down.</summary>
public sealed class LostNotices(IAddinHost host, Outbox outbox, OutboxJournal journal, NoticeRecord record, bool repeatable)
{
    /// <summary>Settles a site's notices whose process is dead.</summary>
    /// <returns>Those that are unknown now are reported with the held ones.</returns>
    public async Task SettleAsync(string site, CancellationToken cancellationToken)
    {
        foreach (var notice in await outbox.SendingAsync(site, cancellationToken))
            if (Fate(notice) is { } outcome)
                await host.Database.WriteAsync(
                    async within =>
                    {
                        await record.SettleAsync(within, notice, outcome, cancellationToken);
                        return true;
                    },
                    cancellationToken);
    }

    private MailOutcome? Fate(NoticeRow notice)
    {
        var known = journal.Ask(notice.LeaseOwner ?? "", notice.MessageId);
        if (known == HandedOver.NoAccount && StoredTime.Read(notice.LeaseUntil!) > host.Clock.GetUtcNow())
            return null;
        // A pickup file has its notice's name: written twice, it is still one.
        if (known is HandedOver.Unanswered or HandedOver.NoAccount && repeatable)
            known = HandedOver.Never;
        return known switch
        {
            HandedOver.StillSending => null,
            HandedOver.Never => new MailOutcome.ServerFault(Words("The program ended before the mail was handed over.")),
            HandedOver.Accepted => new MailOutcome.Accepted(Words("accepted, as the program noted before it ended"), []),
            _ => new MailOutcome.Unknown(Words("The program ended after the whole text was handed over and before the answer came.")),
        };
    }

    private static MailAnswer Words(string text) => new(MailStage.FinalDot, null, text);
}
