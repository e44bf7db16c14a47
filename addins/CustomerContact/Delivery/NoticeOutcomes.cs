using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What a notice's state means for its request.</summary>
public static class NoticeOutcomes
{
    /// <summary>The decision about a request whose notice stands as it does.</summary>
    public static DecisionRow After(DecisionRow decision, NoticeRow notice) => notice.Status switch
    {
        NoticeStatus.Failed => decision with { State = DecisionState.Held, HoldKind = nameof(HoldKind.EMailRefused), Reason = $"e-mail refused: {notice.Answer}" },
        NoticeStatus.Unknown => decision with
        {
            State = DecisionState.Held,
            HoldKind = nameof(HoldKind.EMailUnknown),
            Reason = $"the e-mail may have gone out: {notice.Answer} Ask the patron or the mail server before telling again.",
        },
        NoticeStatus.Sent => decision with { State = DecisionState.Done },
        _ => decision,
    };
}
