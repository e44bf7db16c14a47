using System.Diagnostics;
using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Where a notice stands after an attempt.</summary>
/// <param name="Rules">The site's.</param>
/// <param name="LastAccepted">When the site's server last took a mail; null where that is not known.</param>
/// <param name="RestAfterFault">How long a notice rests that was kept from going out by no fault of its own.</param>
public sealed record Settlement(DeliveryRules Rules, DateTimeOffset? LastAccepted, TimeSpan RestAfterFault)
{
    // A notice whose sending was broken off so often in a row may be what breaks it off.
    private const int MostBrokenOff = 5;

    /// <summary>The notice as it is to be written down.</summary>
    public NoticeRow Of(NoticeRow notice, MailOutcome outcome, DateTimeOffset now)
    {
        var at = StoredTime.Write(now);
        var answered = notice with { Answer = outcome.Answer.ToString(), NextTryAt = null, FinishedAt = at, Faults = 0, FaultedAt = null, Parked = null };
        var counted = answered with { Attempts = notice.Attempts + 1, FirstTriedAt = notice.FirstTriedAt ?? at };
        return outcome switch
        {
            MailOutcome.Accepted accepted => counted with { Status = NoticeStatus.Sent, TextFixed = true, Note = accepted.Notes.Count == 0 ? null : string.Join(" ", accepted.Notes) },
            MailOutcome.RefusedRecipient => counted with { Status = NoticeStatus.Failed, Parked = NoticeParked.Refused },
            // One that the restored copy does not know has no text: where staff have it sent, it is written anew.
            MailOutcome.Unknown => counted with { Status = NoticeStatus.Unknown, TextFixed = notice.Subject.Length + notice.Body.Length > 0 },
            MailOutcome.Unsendable => answered with { Status = NoticeStatus.Cancelled, Parked = NoticeParked.Unsendable, Note = DeliveryWords.NotSentNoMail },
            MailOutcome.Withdrawn { StoodBehind: true } => Free(notice, answered, now) with { Faults = notice.Faults, FaultedAt = notice.FaultedAt },
            MailOutcome.Withdrawn => notice.Faults < MostBrokenOff ? Free(notice, answered, now) : Later(counted, now),
            // A channel says of each notice what became of it: nothing is known of a server behind it.
            MailOutcome.TryLater when notice.Channel != Outbox.EMail => Later(counted, now),
            MailOutcome.TryLater or MailOutcome.ServerFault => MailBlame.IsServers(outcome) switch
            {
                true when !IsItsOwn(notice, LastAccepted) => Free(notice, answered, now),
                // Remembered, so that the next such fault is its own too.
                true => Later(counted with { FaultedAt = notice.FaultedAt }, now),
                false => Later(counted, now),
            },
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Whether a fault that looks like the server's is this notice's: since it met one, the server has taken others.</summary>
    public static bool IsItsOwn(NoticeRow notice, DateTimeOffset? lastAccepted) => notice.FaultedAt is { } faulted && lastAccepted >= StoredTime.Read(faulted);

    // No attempt is burned.
    private NoticeRow Free(NoticeRow notice, NoticeRow answered, DateTimeOffset now) => answered with
    {
        Status = notice.Attempts > 0 ? NoticeStatus.Retrying : NoticeStatus.Pending,
        NextTryAt = StoredTime.Write(now + RestAfterFault),
        FinishedAt = null,
        Faults = notice.Faults + 1,
        FaultedAt = StoredTime.Write(now),
    };

    private NoticeRow Later(NoticeRow notice, DateTimeOffset now) =>
        Retry.After(Rules.Retry, notice.Attempts, StoredTime.Read(notice.FirstTriedAt!), now, Retry.Chance(notice.Id, notice.Attempts)) is { } wait
            ? notice with { Status = NoticeStatus.Retrying, NextTryAt = StoredTime.Write(now + wait), FinishedAt = null }
            : notice with { Status = NoticeStatus.Failed, Parked = NoticeParked.GivenUp };
}
