using System.Collections.Immutable;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>Where a row stands on the form, and why, in words that staff read.</summary>
public sealed record Placement(ContactGroup Group, string Reason)
{
    /// <summary>The commands that mend it, the likeliest first; empty where nothing is to be mended, or none does.</summary>
    public ImmutableArray<string> Mends { get; init; } = [];
}

/// <summary>Puts requests at a contact status into the groups of the Customer Contact form.</summary>
public static class ContactGrouping
{
    /// <summary>Places one request.</summary>
    /// <param name="facts">The request as it is now.</param>
    /// <param name="held">Why the last sweep did not tell the patron; null if it did not hold the request. It counts only while the facts
    /// still send the request to the sweep: staff may have mended it, or changed the method, since.</param>
    public static Placement Place(ContactFacts facts, NoticeDecision.Hold? held) => HoldNow(facts, held) is { } hold
        ? new Placement(ContactGroup.NeedsAttention, hold.Reason) { Mends = ContactMends.For(hold.Kind, facts) }
        : Notice.Start(facts) switch
        {
            NoticeStart.Settled { Decision: NoticeDecision.ForStaff { Method: StaffMethod.Phone } } => new Placement(ContactGroup.Phone, NoticeWords.PrefersPhone),
            NoticeStart.Settled { Decision: NoticeDecision.ForStaff { Method: StaffMethod.Mail } } => new Placement(ContactGroup.Mail, NoticeWords.PrefersMail),
            NoticeStart.ByChannel by => new Placement(ContactGroup.EMail, MarkingWords.WaitsForChannel(by.Channel)),
            NoticeStart.ByEMail => new Placement(ContactGroup.EMail, MarkingWords.WaitsForMailSweep),
            _ => throw new UnreachableException(),
        };

    /// <summary>What keeps the patron from being told as things stand; null for nothing. The parameters are those of <see cref="Place"/>.</summary>
    private static NoticeDecision.Hold? HoldNow(ContactFacts facts, NoticeDecision.Hold? held) => Notice.Start(facts) switch
    {
        NoticeStart.Settled { Decision: NoticeDecision.Hold now } => now,
        NoticeStart.ByEMail or NoticeStart.ByChannel when held is not null && !FromFacts(held.Kind) => held,
        _ => null,
    };

    // These holds follow from the facts: where the facts no longer say so, the trouble is mended and the next sweep takes the request.
    private static bool FromFacts(HoldKind kind) => kind is HoldKind.NoAddress or HoldKind.OptedOut or HoldKind.UnknownMethod
        or HoldKind.UnknownDelivery or HoldKind.ElectronicDelivery or HoldKind.NoPhone or HoldKind.NoPostalAddress;
}
