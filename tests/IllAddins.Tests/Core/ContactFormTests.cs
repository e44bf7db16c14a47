using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class ContactFormTests
{
    private static readonly ContactFacts ByPhone = SomeFacts.Loan with { NotificationMethod = "Phone" };
    private static readonly ContactFacts ByMail = SomeFacts.Loan with { NotificationMethod = "Mail" };

    [Fact]
    public void Each_method_has_its_group_and_its_reason()
    {
        Assert.Equal(new Placement(ContactGroup.Phone, "prefers Phone"), ContactGrouping.Place(ByPhone, null));
        Assert.Equal(new Placement(ContactGroup.Mail, "prefers Mail"), ContactGrouping.Place(ByMail, null));
        Assert.Equal(new Placement(ContactGroup.EMail, "waits for the next e-mail sweep"), ContactGrouping.Place(SomeFacts.Loan, null));
    }

    [Fact]
    public void What_the_facts_hold_needs_attention_before_any_sweep_has_seen_it() => Assert.Equal(
        (ContactGroup.NeedsAttention, "method Phone, no number"), Where(ContactGrouping.Place(ByPhone with { Phone = "" }, null)));

    [Fact]
    public void What_the_sweep_held_needs_attention_with_the_sweeps_reason() => Assert.Equal(
        (ContactGroup.NeedsAttention, "MAIN/notify.lua:12: boom"),
        Where(ContactGrouping.Place(SomeFacts.Loan, new NoticeDecision.Hold("MAIN/notify.lua:12: boom", HoldKind.ScriptFault))));

    private static (ContactGroup Group, string Reason) Where(Placement placement) => (placement.Group, placement.Reason);

    [Fact]
    public void A_mended_address_waits_for_the_sweep_again() => Assert.Equal(
        new Placement(ContactGroup.EMail, "waits for the next e-mail sweep"),
        ContactGrouping.Place(SomeFacts.Loan, new NoticeDecision.Hold("no e-mail address", HoldKind.NoAddress)));

    [Fact]
    public void A_patron_who_changed_to_phone_leaves_the_e_mail_trouble_behind() => Assert.Equal(
        new Placement(ContactGroup.Phone, "prefers Phone"),
        ContactGrouping.Place(ByPhone, new NoticeDecision.Hold("no such template", HoldKind.NoTemplate)));

    [Fact]
    public void Notified_via_phone_moves_the_phone_rows_and_names_the_rows_left_alone()
    {
        var split = Marking.Split(
            [ByPhone with { TransactionNumber = 1 }, ByMail with { TransactionNumber = 480318 }, ByPhone with { TransactionNumber = 2 }], StaffMethod.Phone);
        Assert.Equal([1, 2], split.ToMove.AsEnumerable());
        Assert.Equal("480318: method is Mail", Assert.Single(split.LeftAlone).ToString());
        Assert.Equal("Customer Notified via Phone", split.NewStatus);
        Assert.Equal("2 requests moved to Customer Notified via Phone. 1 left alone: 480318 - method is Mail.", split.StatusLine);
    }

    [Fact]
    public void A_phone_row_under_needs_attention_moves_too() =>
        Assert.Equal([480101], Marking.Split([ByPhone with { Phone = null }], StaffMethod.Phone).ToMove.AsEnumerable());

    [Fact]
    public void A_row_under_needs_attention_moves_by_the_way_that_worked()
    {
        var rows = (ContactFacts[])[SomeFacts.Loan with { TransactionNumber = 1 }, SomeFacts.Loan with { TransactionNumber = 2 }];
        var split = Marking.Split(rows, StaffMethod.Phone, attention: new HashSet<int> { 1 });
        Assert.Equal("1 request moved to Customer Notified via Phone. 1 left alone: 2 - method is E-mail.", split.StatusLine);
    }

    [Fact]
    public void Every_hold_has_a_mend_or_only_the_record_can_mend_it()
    {
        var facts = SomeFacts.Loan with { Phone = "555-0101" };
        var without = Enum.GetValues<HoldKind>().Where(kind => ContactMends.For(kind, facts).IsEmpty);
        Assert.Equal([HoldKind.ElectronicDelivery], without);
    }

    [Fact]
    public void A_way_that_lacks_what_it_needs_is_no_mend() => Assert.Equal(
        ["fix-address"],
        ContactMends.For(HoldKind.NoAddress, SomeFacts.Loan with { EMailAddress = "", Phone = "", MobilePhone = "", HasPostalAddress = false }).AsEnumerable());

    [Fact]
    public void Notified_via_mail_moves_to_the_status_that_the_site_names()
    {
        Assert.Equal("1 request moved to Customer Notified via Mail.", Marking.Split([ByMail], StaffMethod.Mail).StatusLine);
        Assert.Equal("1 request moved to Letter Sent.", Marking.Split([ByMail], StaffMethod.Mail, "Letter Sent").StatusLine);
    }

    [Fact]
    public void Every_row_left_alone_has_its_reason()
    {
        var split = Marking.Split(
            [
                ByPhone with { TransactionNumber = 1 },
                SomeFacts.Loan with { TransactionNumber = 2 },
                SomeFacts.Loan with { TransactionNumber = 3, NotificationMethod = "Fax" },
                SomeFacts.Loan with { TransactionNumber = 4, NotificationMethod = "" },
                ByMail with { TransactionNumber = 5, TransactionStatus = "Customer Notified via Phone" },
            ],
            StaffMethod.Mail);
        Assert.Equal(
            [
                "1: method is Phone", "2: method is E-mail", "3: method is 'Fax', which is unknown", "4: method is empty",
                "5: status is Customer Notified via Phone",
            ],
            split.LeftAlone.Select(row => row.ToString()));
        Assert.Equal(
            "No request moved to Customer Notified via Mail. 5 left alone: 1 - method is Phone; 2 - method is E-mail; "
            + "3 - method is 'Fax', which is unknown; and 2 for other reasons.",
            split.StatusLine);
    }

    [Fact]
    public void A_row_that_is_selected_twice_counts_once() =>
        Assert.Equal("1 request moved to Customer Notified via Phone.", Marking.Split([ByPhone, ByPhone], StaffMethod.Phone).StatusLine);

    [Fact]
    public void An_empty_selection_says_what_to_select() => Assert.Equal(
        "No requests selected. Select requests in the Phone group first.", Marking.Split([], StaffMethod.Phone).StatusLine);

    [Fact]
    public void A_long_list_is_cut_and_counted()
    {
        var rows = Enumerable.Range(1, 12).Select(number => new LeftAlone(number, "method is Mail")).Append(new LeftAlone(99, "already notified by staff2 10:31"));
        Assert.Equal(
            "3 requests moved to Customer Notified via Phone. 13 left alone: 1, 2, 3, 4, 5 and 7 more - method is Mail; 99 - already notified by staff2 10:31.",
            Marking.StatusLine(3, ContactStatuses.NotifiedViaPhone, [.. rows]));
    }

    [Fact]
    public void A_list_is_not_cut_for_a_single_number() => Assert.Equal(
        "1 request moved to Customer Notified via Phone. 6 left alone: 1, 2, 3, 4, 5, 6 - method is Mail.",
        Marking.StatusLine(1, ContactStatuses.NotifiedViaPhone, [.. Enumerable.Range(1, 6).Select(number => new LeftAlone(number, "method is Mail"))]));
}
