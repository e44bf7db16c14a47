using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What a notice's state means for its request.</summary>
public static class NoticeOutcomes
{
    /// <summary>The decision about a request whose notice stands as it does.</summary>
    public static DecisionRow After(DecisionRow decision, NoticeRow notice) => notice switch
    {
        { Status: NoticeStatus.Failed, Parked: NoticeParked.GivenUp } =>
            Held(decision, HoldKind.EMailGivenUp, DeliveryWords.GivenUp(notice.By, DeliveryWords.Attempts(notice.Attempts), notice.Answer ?? "")),
        { Status: NoticeStatus.Failed, Parked: NoticeParked.TooOld } => Held(decision, HoldKind.EMailTooOld, notice.Note!),
        { Status: NoticeStatus.Failed } => Held(decision, HoldKind.EMailRefused, DeliveryWords.Refused(notice.By, notice.Answer ?? "")),
        { Status: NoticeStatus.Unknown, Channel: Outbox.EMail } => Held(decision, HoldKind.EMailUnknown, DeliveryWords.MailUnknown(notice.Answer ?? "")),
        { Status: NoticeStatus.Unknown } => Held(decision, HoldKind.EMailUnknown, DeliveryWords.ChannelUnknown(notice.Channel, notice.Answer ?? "")),
        { Status: NoticeStatus.Cancelled, Parked: NoticeParked.Unsendable } => Held(decision, HoldKind.TemplateFault, DeliveryWords.NoMailMade(notice.Answer ?? "")),
        { Status: NoticeStatus.Cancelled, Parked: NoticeParked.ByStaff } => Held(decision, HoldKind.EMailCancelled, notice.Note!),
        { Status: NoticeStatus.Sent } => decision with { State = DecisionState.Done, HoldKind = null },
        { StaffBy: { } by, Status: NoticeStatus.Pending or NoticeStatus.Retrying or NoticeStatus.Sending } =>
            decision with { State = DecisionState.Ready, HoldKind = null, Reason = DeliveryWords.WrittenBy(by), Template = notice.Template },
        _ => decision,
    };

    private static DecisionRow Held(DecisionRow decision, HoldKind kind, string reason) =>
        decision with { State = DecisionState.Held, HoldKind = kind.ToString(), Reason = reason };

}
