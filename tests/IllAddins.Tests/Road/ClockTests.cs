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
}
