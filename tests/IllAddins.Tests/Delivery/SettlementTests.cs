using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>Where a notice stands after an attempt.</summary>
public sealed class SettlementTests
{
    private static readonly MailOutcome PutOff = new MailOutcome.TryLater(new MailAnswer(MailStage.Recipient, 450, "4.2.1 Mailbox busy"));
    private static readonly MailOutcome BrokenOff = new MailOutcome.Withdrawn(new MailAnswer(MailStage.FinalDot, null, "The program ended."));

    [Fact]
    public void Notices_that_were_put_off_together_do_not_all_come_back_together()
    {
        var hourly = Enumerable.Range(1, 100).Select(id => Waits(Settled(Notice(id) with { Attempts = 4, FirstTriedAt = At(Library.Monday) }, PutOff))).ToList();

        Assert.All(hourly, wait => Assert.InRange(wait.TotalMinutes, 54, 66));
        Assert.True(hourly.Distinct().Count() > 90, $"{hourly.Distinct().Count()} different waits of 100");
    }

    [Fact]
    public void A_notice_in_whose_sending_the_program_ends_again_and_again_is_given_up_like_any_other()
    {
        var notice = Notice(1);
        for (var end = 1; end <= 5; end++)
            notice = Settled(notice, BrokenOff) with { Id = 1 };
        Assert.Equal(("Pending", 0, 5), (notice.Status, notice.Attempts, notice.Faults));

        notice = Settled(notice, BrokenOff);

        Assert.Equal(("Retrying", 1), (notice.Status, notice.Attempts));
        Assert.Equal(TimeSpan.FromMinutes(1), Waits(notice));
    }

    [Fact]
    public void A_notice_that_stood_behind_others_when_the_program_ended_is_not_held_to_be_the_cause()
    {
        var notice = Notice(1) with { Faults = 2, FaultedAt = At(Library.Monday) };

        var settled = Settled(notice, new MailOutcome.Withdrawn(BrokenOff.Answer) { StoodBehind = true });

        Assert.Equal(("Pending", 0, 2, At(Library.Monday)), (settled.Status, settled.Attempts, settled.Faults, settled.FaultedAt));
    }

    [Fact]
    public void A_notice_of_which_no_mail_can_be_made_is_not_tried_again_and_burns_no_attempt()
    {
        var settled = Settled(Notice(1), new MailOutcome.Unsendable(new MailAnswer(MailStage.Composing, null, "The field From holds no address.")));

        Assert.Equal(("Cancelled", NoticeParked.Unsendable, 0, null), (settled.Status, settled.Parked, settled.Attempts, settled.NextTryAt));
    }

    private static NoticeRow Settled(NoticeRow notice, MailOutcome outcome) =>
        new Settlement(new DeliveryRules(), LastAccepted: null, RestAfterFault: TimeSpan.Zero).Of(notice, outcome, Library.Monday);

    private static TimeSpan Waits(NoticeRow notice) => StoredTime.Read(notice.NextTryAt!) - Library.Monday;

    private static string At(DateTimeOffset moment) => StoredTime.Write(moment);

    private static NoticeRow Notice(long id) => new()
    {
        Id = id,
        TransactionNumber = 201,
        ArrivalId = 1,
        Change = 1,
        Site = "MAIN",
        Template = "T",
        MessageId = $"{id}@library.example",
        FromName = "",
        FromAddress = "ill@library.example",
        ToName = "",
        ToAddress = "jane@example.org",
        CC = "",
        BCC = "",
        Subject = "",
        Body = "",
        CreatedAt = At(Library.Monday),
        AgeFrom = At(Library.Monday),
        Status = NoticeStatus.Sending,
    };
}
