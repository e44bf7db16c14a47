using System.Data.Common;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Settles the notices whose sending was broken off: by the death of their process, from what it wrote down; or by a fault in this one (the database was busy, the
/// disk full), from what it remembers.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="outbox">The outbox.</param>
/// <param name="journal">This process's.</param>
/// <param name="record">Writes down what became of a notice.</param>
/// <param name="settings">The site's; null where they cannot be used, so that no pickup folder can be looked into.</param>
/// <param name="rules">The site's.</param>
public sealed class LostNotices(IAddinHost host, Outbox outbox, OutboxJournal journal, NoticeRecord record, MailSettings? settings, DeliveryRules rules)
{
    // What was broken off before goes out in the same sweep.
    private readonly Settlement settlement = new(rules, LastAccepted: null, RestAfterFault: TimeSpan.Zero);

    /// <summary>Settles a site's notices that nobody is sending any more. Not while this process sends any of that site.</summary>
    /// <returns>Errors alone: notices that cannot be settled, which keep no other waiting. Those that are unknown now are reported with the held ones.</returns>
    public async Task<SweepReport> SettleAsync(string site, CancellationToken cancellationToken)
    {
        var errors = new List<SweepError>();
        foreach (var (notice, fate) in Fates(await outbox.SendingAsync(site, cancellationToken)))
        {
            if (fate is not { } outcome)
                errors.AddRange(Overdue(notice));
            else if (await SettleAsync(notice, outcome, cancellationToken) is { } problem)
                errors.Add(problem);
        }

        return new SweepReport { Errors = errors };
    }

    // Each connection has begun with one notice and may have announced the next. They take them in the order of their claims: what stood behind is told apart without a word of each in the journal.
    private IEnumerable<(NoticeRow Notice, MailOutcome? Fate)> Fates(IReadOnlyList<NoticeRow> lost)
    {
        var begun = new Dictionary<string, int>();
        foreach (var notice in lost.OrderBy(notice => notice.NextTryAt, StringComparer.Ordinal).ThenBy(notice => notice.Id))
        {
            var fate = Fate(notice);
            if (fate is MailOutcome.Withdrawn withdrawn && settings is not null && notice.Channel == Outbox.EMail)
            {
                var place = begun[notice.LeaseOwner!] = begun.GetValueOrDefault(notice.LeaseOwner!) + 1;
                fate = withdrawn with { StoodBehind = place > 2 * settings.Connections };
            }

            yield return (notice, fate);
        }
    }

    /// <returns>Null where it was settled, by us or by somebody else.</returns>
    private async Task<SweepError?> SettleAsync(NoticeRow notice, MailOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            await host.Database.WriteAsync(within => record.SettleAsync(within, notice, outcome, settlement, cancellationToken), cancellationToken);
        }
        catch (DbException fault)
        {
            return Error(notice, RunWords.CannotSettle(fault.Message));
        }

        journal.Forget(notice.MessageId);
        return null;
    }

    private IEnumerable<SweepError> Overdue(NoticeRow notice)
    {
        if (StoredTime.Read(notice.LeaseUntil!) < host.Clock.GetUtcNow())
            yield return Error(notice, RunWords.SendingSince(notice.LeaseUntil!));
    }

    private static SweepError Error(NoticeRow notice, string words) => new() { Site = notice.Site, TransactionNumber = notice.TransactionNumber, Message = words };

    private MailOutcome? Fate(NoticeRow notice) => notice.LeaseOwner == journal.Owner ? Own(notice) : Others(notice);

    private MailOutcome Own(NoticeRow notice) => journal.Remember(notice.MessageId) switch
    {
        { Outcome: { } outcome } => outcome,
        { HandedOver: true } => Unanswered(notice, MailWords.BrokenOffBeforeAnswer),
        _ => new MailOutcome.Withdrawn(Words(MailWords.BrokenOffBeforeHandedOver, MailStage.Composing)),
    };

    private MailOutcome? Others(NoticeRow notice) => journal.Ask(notice.LeaseOwner!, notice.MessageId) switch
    {
        HandedOver.StillSending => null,
        HandedOver.NoAccount when StoredTime.Read(notice.LeaseUntil!) > host.Clock.GetUtcNow() => null,
        HandedOver.Never => new MailOutcome.Withdrawn(Words(MailWords.EndedBeforeHandedOver, MailStage.Composing)),
        HandedOver.Accepted => new MailOutcome.Accepted(Words(MailWords.AcceptedBeforeEnd), []),
        _ => Unanswered(notice, MailWords.EndedBeforeAnswer),
    };

    // In a pickup folder it can be seen.
    private MailOutcome Unanswered(NoticeRow notice, string words) =>
        (settings is { UsesSmtp: false } && notice.Channel == Outbox.EMail ? PickupFolderTransport.WasLaid(settings.PickupFolder, notice.MessageId) : (bool?)null) switch
        {
            true => new MailOutcome.Accepted(Words(MailWords.FoundInFolder, MailStage.PickupFile), []),
            false => new MailOutcome.Withdrawn(Words(MailWords.EndedBeforeLaid, MailStage.PickupFile)),
            null => new MailOutcome.Unknown(Words(words)),
        };

    // How far a mail had come that never got to its end is not known: it is said of none that it stood at the final dot.
    private static MailAnswer Words(string text, MailStage stage = MailStage.FinalDot) => new(stage, null, text);
}
