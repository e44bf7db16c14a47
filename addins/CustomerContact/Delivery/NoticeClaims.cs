using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Takes notices for this process, and looks at each again in the transaction that takes it.</summary>
/// <param name="clock">The clock.</param>
/// <param name="owner">This process.</param>
/// <param name="rules">The site's.</param>
public sealed class NoticeClaims(TimeProvider clock, string owner, DeliveryRules rules)
{
    // Longer than any attempt can take; only another machine waits for it, as on this one the journal tells.
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>The site's next notices that may leave, claimed. Those that may not are settled on the way.</summary>
    /// <param name="within">The transaction that takes them.</param>
    /// <param name="site">The site's code.</param>
    /// <param name="asOf">Notices whose next try comes after this are left.</param>
    /// <param name="most">How many at the most; 0 or less for none.</param>
    /// <param name="channel"><see cref="Outbox.EMail"/>, or the channel of an add-in.</param>
    public List<NoticeRow> Next(DbTransaction within, string site, DateTimeOffset asOf, int most, string channel = Outbox.EMail)
    {
        var now = clock.GetUtcNow();
        var order = new ClaimOrder(site, asOf, owner, StoredTime.Write(now + Lease), most, channel);
        var fit = new List<NoticeRow>();
        while (fit.Count < most && Outbox.Claim(within, order with { Most = most - fit.Count }) is { Count: > 0 } claimed)
            fit.AddRange(claimed.Where(one => IsFit(within, one, now, asOf)).Select(one => one.Notice));
        return fit;
    }

    /// <summary>Gives back a notice that was taken and not tried, as it was.</summary>
    public static void Release(DbTransaction within, NoticeRow claimed) =>
        Outbox.Settle(within, claimed with { Status = claimed.Attempts > 0 ? NoticeStatus.Retrying : NoticeStatus.Pending });

    private bool IsFit(DbTransaction within, ClaimedNotice claimed, DateTimeOffset now, DateTimeOffset asOf)
    {
        var notice = claimed.Notice;
        switch (NoticeRecheck.Of(claimed, rules.MaxAge, now))
        {
            case NoticeRecheck.Send:
                return true;
            case NoticeRecheck.Cancel:
                var note = DeliveryWords.NotSentMoved(Standing.Of(within, notice.TransactionNumber)?.Status ?? "");
                End(within, notice with { Status = NoticeStatus.Cancelled, Note = note }, now);
                return false;
            case NoticeRecheck.Park park:
                Park(within, notice with { Status = NoticeStatus.Failed, Parked = NoticeParked.TooOld, Note = park.Note }, now);
                return false;
            case NoticeRecheck.WriteAnew:
                PutBack(within, notice, now > asOf ? now : asOf);
                return false;
            default:
                throw new UnreachableException();
        }
    }

    private static void End(DbTransaction within, NoticeRow notice, DateTimeOffset now) =>
        Outbox.Settle(within, notice with { NextTryAt = null, FinishedAt = StoredTime.Write(now) });

    private static void Park(DbTransaction within, NoticeRow notice, DateTimeOffset now)
    {
        End(within, notice, now);
        if (DecisionStore.Find(within, notice.TransactionNumber, notice.ArrivalId) is { } decision)
            DecisionStore.Save(within, NoticeOutcomes.After(decision, notice));
    }

    // Written anew by the next sweep. The edit itself may have been read already, while the notice was on its way and could not be written; only a decision made
    // by nobody is surely made again. Not before the run's own moment, where the clock was set back meanwhile: this very claim would find it again, and again.
    private static void PutBack(DbTransaction within, NoticeRow claimed, DateTimeOffset after)
    {
        Outbox.Settle(within, claimed with { Status = claimed.Attempts > 0 ? NoticeStatus.Retrying : NoticeStatus.Pending, NextTryAt = StoredTime.Write(after.AddMilliseconds(1)) });
        if (DecisionStore.Find(within, claimed.TransactionNumber, claimed.ArrivalId) is { } decision)
            DecisionStore.Save(within, decision with { DecidedBy = "" });
    }
}
