using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class NoticeTests
{
    private static readonly NotificationTemplate Template = SomeFacts.Template("Mine");
    private static readonly TemplateChoice Choice = new TemplateChoice.Use(Template, "MAIN", "why");

    [Fact]
    public void A_patron_who_wants_e_mail_is_sent_one() =>
        Assert.Equal(new NoticeDecision.Send(Template, "MAIN", "why"), Notice.Decide(SomeFacts.Loan, Choice));

    [Fact]
    public void Without_a_template_no_mail_is_sent() => Assert.Equal(
        new NoticeDecision.Hold("no such", HoldKind.NoTemplate), Notice.Decide(SomeFacts.Loan, new TemplateChoice.Hold("no such", HoldKind.NoTemplate)));

    [Fact]
    public void Phone_and_mail_patrons_are_for_staff_and_no_template_is_asked_for()
    {
        Assert.Equal(
            new NoticeStart.Settled(new NoticeDecision.ForStaff(StaffMethod.Phone)), Notice.Start(SomeFacts.Loan with { NotificationMethod = "via Phone" }));
        Assert.Equal(
            new NoticeStart.Settled(new NoticeDecision.ForStaff(StaffMethod.Mail)), Notice.Start(SomeFacts.Loan with { NotificationMethod = "MAIL" }));
        Assert.Equal(new NoticeDecision.ForStaff(StaffMethod.Phone), Notice.Decide(SomeFacts.Loan with { NotificationMethod = "Phone" }, Choice));
    }

    [Fact]
    public void A_mobile_phone_is_a_phone() => Assert.Equal(
        new NoticeDecision.ForStaff(StaffMethod.Phone),
        Notice.Decide(SomeFacts.Loan with { NotificationMethod = "Phone", Phone = "", MobilePhone = "555" }, Choice));

    [Fact]
    public void Each_lack_has_its_reason()
    {
        Holds(SomeFacts.Loan with { EMailAddress = " " }, "no e-mail address", HoldKind.NoAddress);
        Holds(SomeFacts.Loan with { NotificationMethod = "Phone", Phone = null }, "method Phone, no number", HoldKind.NoPhone);
        Holds(SomeFacts.Loan with { NotificationMethod = "Mail", HasPostalAddress = false }, "method Mail, no postal address", HoldKind.NoPostalAddress);
        Holds(
            SomeFacts.Loan with { NotificationMethod = null },
            "no notification method: choose Electronic, Phone or Mail on the user's record.",
            HoldKind.UnknownMethod);
        Holds(
            SomeFacts.Loan with { NotificationMethod = "Fax" },
            "unknown notification method 'Fax': Electronic, Phone and Mail are known. Correct it on the user's record.",
            HoldKind.UnknownMethod);
        Holds(
            SomeFacts.Loan with { OptedOut = true },
            "opted out: the user turned off e-mails about pickup (Notification_RequestPickup_Email).",
            HoldKind.OptedOut);
        Holds(
            SomeFacts.Article with { TransactionDeliveryMethod = "Drone" },
            "unknown delivery method 'Drone' (Transaction.DeliveryMethod): Hold for Pickup and Mail to Address are known. Correct it there.",
            HoldKind.UnknownDelivery);
    }

    [Fact]
    public void An_article_that_is_read_online_needs_no_notice_by_any_method()
    {
        const string Reason = "electronic delivery: the user reads Doc Del articles online, so there is no paper copy to collect.";
        var online = SomeFacts.Article with { ProcessType = "Doc Del", ElectronicDelivery = true };
        Holds(online, Reason, HoldKind.ElectronicDelivery);
        Holds(online with { NotificationMethod = "Phone" }, Reason, HoldKind.ElectronicDelivery);
    }

    [Fact]
    public void Electronic_delivery_says_nothing_about_loans_and_borrowed_articles()
    {
        Assert.IsType<NoticeStart.ByEMail>(Notice.Start(SomeFacts.Loan with { ProcessType = "Doc Del", ElectronicDelivery = true }));
        Assert.IsType<NoticeStart.ByEMail>(Notice.Start(SomeFacts.Article with { ElectronicDelivery = true }));
    }

    [Fact]
    public void An_unknown_delivery_method_does_not_stop_a_telephone_call() => Assert.Equal(
        new NoticeDecision.ForStaff(StaffMethod.Phone),
        Notice.Decide(SomeFacts.Loan with { NotificationMethod = "Phone", LoanDeliveryMethod = "Drone" }, Choice));

    [Theory]
    [InlineData("reader", "has no '@'")]
    [InlineData("reader@", "does not end in a domain such as library.example")]
    [InlineData("reader@library..example", "does not end in a domain such as library.example")]
    [InlineData("reader@.example", "does not end in a domain such as library.example")]
    [InlineData("reader@library.", "does not end in a domain such as library.example")]
    [InlineData("@library.example", "has nothing before its '@'")]
    [InlineData("a@library.example; b@library.example", "is more than one")]
    [InlineData("a b@library.example", "holds a space, a bracket or another character that addresses do not have")]
    [InlineData("Ada <a@library.example>", "holds a space, a bracket or another character that addresses do not have")]
    [InlineData("a@library.example\r\nBcc:x@library.example", "holds a space, a bracket or another character that addresses do not have")]
    [InlineData("a@library.example\u200B", "holds a character that is not seen (U+200B), as copied texts do")]
    [InlineData("\u202Ea@library.example", "holds a character that is not seen (U+202E), as copied texts do")]
    [InlineData("a@b@library.example", "has more than one '@'")]
    public void An_address_that_cannot_be_is_held_in_words_that_do_not_repeat_it(string address, string words) =>
        Holds(SomeFacts.Loan with { EMailAddress = address }, $"no usable e-mail address: the one on the user's record {words}.", HoldKind.NoAddress);

    [Fact]
    public void An_address_that_is_too_long_is_held() => Assert.Equal(
        "no usable e-mail address: the one on the user's record is too long.", EMailAddresses.Complaint(new string('a', 65) + "@library.example"));

    [Theory]
    [InlineData(" ada.chen+ill@mail.library.example ")]
    [InlineData("o'neil@library.example")]
    [InlineData("zoë@bücher.example")]
    [InlineData("reader@نامه\u200Cای.example")]
    public void An_unusual_address_is_left_to_the_mail_server(string address) => Assert.Null(EMailAddresses.Complaint(address));

    private static void Holds(ContactFacts facts, string reason, HoldKind kind) =>
        Assert.Equal(new NoticeDecision.Hold(reason, kind), Notice.Decide(facts, Choice));
}
