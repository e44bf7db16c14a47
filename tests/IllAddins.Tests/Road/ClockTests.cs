using IllAddins.CustomerContact.Core.Delivery;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary>Notices whose host's clock is set forward or back.</summary>
public sealed class ClockTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public async Task InitializeAsync()
    {
        library.MailTo(listener);
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-01T14:00:00,Atlas\n");
    }

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_notice_that_waits_is_tried_again_though_the_clock_was_set_back_by_a_day()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("451 4.7.1 Greylisted"));
        await library.SweepAsync();
        Assert.Equal(["Retrying"], await library.QueryAsync("SELECT Status FROM EMailCopies"));

        library.Clock.Advance(TimeSpan.FromDays(-1));
        await library.SweepAsync();

        Assert.Equal(["Sent"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_wait_that_is_not_over_is_kept()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("451 4.7.1 Greylisted"));
        await library.SweepAsync();

        library.Clock.Advance(TimeSpan.FromSeconds(-30));
        await library.SweepAsync();

        Assert.Equal(["Retrying"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
    }

    [Theory]
    [InlineData("452 4.3.1 Insufficient storage", "Pending 0 2026-03-02T14:00")]
    [InlineData("451 4.7.1 Greylisted", "Retrying 1 2026-03-02T14:01")]
    public async Task What_fails_in_a_run_is_not_tried_twice_in_it_though_the_clock_was_set_back_meanwhile(string answer, string standing)
    {
        listener.Script.At(SmtpStage.Rcpt, new SmtpAct.Answer(answer), _ => SetBack());

        await library.SweepAsync();

        Assert.Equal([standing], await library.QueryAsync("SELECT Status || ' ' || Attempts || ' ' || substr(NextTryAt, 1, 16) FROM EMailCopies"));
        Assert.Equal([answer], await library.QueryAsync("SELECT Answer FROM NoticeAttempts"));

        bool SetBack()
        {
            // Once: each further try would have to be seen, not hidden by a clock that runs ever further back.
            if (library.Clock.GetUtcNow() == Library.Monday)
                library.Clock.Advance(TimeSpan.FromHours(-1));
            return true;
        }
    }

    [Fact]
    public void What_a_server_took_before_the_clock_was_set_back_says_nothing_of_it_now()
    {
        var now = Library.Monday;
        var brake = new SiteBrake("MAIN", "", new BrakeState { LastAcceptedAt = now.AddYears(1) });
        var down = new MailOutcome.ServerFault(new MailAnswer(MailStage.Connecting, null, "cannot be reached"));

        var known = Enumerable.Range(1, 3).Select(notice => brake.Observe(Faulted(notice), down, now)).ToList();

        Assert.Equal([null, null, null], known);
        Assert.True(brake.IsPulled);
    }

    [Fact]
    public async Task A_notice_older_than_the_site_allows_goes_out_only_by_staffs_word()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("451 4.7.1 Greylisted"));
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));

        var old = await library.SweepAsync();
        await library.RunAsync("notices", "resend", "1", "--by", "ann");
        var sent = await library.SweepAsync();

        Assert.Equal((0, 1), (old.Sent, old.Held));
        Assert.Equal(
            "e-mail older than 7 days (Mail:MaxAgeDays): it goes out only by staff's word. Send it again, or tell the patron otherwise.", Assert.Single(old.Errors).Message);
        Assert.Equal((1, 0), (sent.Sent, sent.Held));
    }

    private static NoticeRow Faulted(int id) => new()
    {
        Id = id,
        TransactionNumber = id,
        ArrivalId = id,
        Change = 1,
        Site = "MAIN",
        Template = "",
        MessageId = "",
        FromName = "",
        FromAddress = "",
        ToName = "",
        ToAddress = "",
        CC = "",
        BCC = "",
        Subject = "",
        Body = "",
        CreatedAt = "",
        AgeFrom = "",
        FaultedAt = StoredTime.Write(Library.Monday.AddMinutes(-1)),
    };
}
