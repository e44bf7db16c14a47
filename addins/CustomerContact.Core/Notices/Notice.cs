using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Decides how a patron is told.</summary>
public static class Notice
{
    /// <summary>What the facts alone say; asked first, so that scripts and templates are left alone for requests that no mail goes out for.</summary>
    public static NoticeStart Start(ContactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts is { IsDocDel: true, IsArticle: true, ElectronicDelivery: true })
            return Hold(NoticeWords.ElectronicDelivery, HoldKind.ElectronicDelivery);
        if (facts.Channel is { } channel)
            return facts.Delivery is DeliveryWay.Unknown unclear ? Hold(unclear.Reason, HoldKind.UnknownDelivery) : new NoticeStart.ByChannel(channel);
        return facts.Method switch
        {
            NotificationMethod.Electronic => ByEMail(facts),
            NotificationMethod.Phone => facts.HasPhone ? ForStaff(StaffMethod.Phone) : Hold(NoticeWords.PhoneWithoutNumber, HoldKind.NoPhone),
            NotificationMethod.Mail => facts.HasPostalAddress ? ForStaff(StaffMethod.Mail) : Hold(NoticeWords.MailWithoutAddress, HoldKind.NoPostalAddress),
            NotificationMethod.Unknown unknown => Hold(NoticeWords.UnknownMethod(unknown.Text), HoldKind.UnknownMethod),
            NotificationMethod.None => Hold(NoticeWords.NoMethod, HoldKind.UnknownMethod),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The whole decision; the choice counts only where the facts alone do not settle it.</summary>
    public static NoticeDecision Decide(ContactFacts facts, TemplateChoice choice) => Start(facts) switch
    {
        NoticeStart.Settled settled => settled.Decision,
        NoticeStart.ByEMail or NoticeStart.ByChannel => choice switch
        {
            TemplateChoice.Use use => new NoticeDecision.Send(use.Template, use.Site, use.Why),
            TemplateChoice.Hold hold => new NoticeDecision.Hold(hold.Reason, hold.Kind),
            _ => throw new UnreachableException(),
        },
        _ => throw new UnreachableException(),
    };

    private static NoticeStart ByEMail(ContactFacts facts)
    {
        if (EMailAddresses.Complaint(facts.EMailAddress) is { } complaint)
            return Hold(complaint, HoldKind.NoAddress);
        if (facts.OptedOut)
            return Hold(NoticeWords.OptedOut, HoldKind.OptedOut);
        return facts.Delivery is DeliveryWay.Unknown unknown ? Hold(unknown.Reason, HoldKind.UnknownDelivery) : new NoticeStart.ByEMail();
    }

    private static NoticeStart.Settled Hold(string reason, HoldKind kind) => new(new NoticeDecision.Hold(reason, kind));

    private static NoticeStart.Settled ForStaff(StaffMethod method) => new(new NoticeDecision.ForStaff(method));
}
