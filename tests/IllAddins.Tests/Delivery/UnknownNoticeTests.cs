using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>Notices of which nobody knows whether they went out.</summary>
public sealed class UnknownNoticeTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task It_is_never_sent_again_by_itself_unless_the_site_says_so()
    {
        await using var listener = await UnknownAsync(minutes: 0);

        library.Clock.Advance(TimeSpan.FromDays(2));
        await SweptAsync();

        Assert.Equal(["Unknown"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_site_may_have_it_sent_once_more_after_a_time_in_the_same_words_and_no_third_time()
    {
        await using var listener = await UnknownAsync(minutes: 30);

        library.Clock.Advance(TimeSpan.FromMinutes(29));
        await SweptAsync();
        Assert.Single(listener.Mails);
        library.Clock.Advance(TimeSpan.FromMinutes(2));
        await SweptAsync();
        Assert.Equal(2, listener.Mails.Count);
        library.Clock.Advance(TimeSpan.FromDays(1));
        await SweptAsync();

        Assert.Equal(["Unknown"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Equal(2, listener.Mails.Count);
        Assert.Equal(listener.Mails[0].Bytes, listener.Mails[1].Bytes);
        Assert.Contains(
            "E-mail 'ILL Borrowing Loan Pickup' is sent once more by itself (Mail:ResendUnknownMinutes), since it is not known whether it went out.",
            await library.QueryAsync("SELECT Entry FROM History ORDER BY Id"));
    }

    [Fact]
    public async Task It_is_not_sent_once_more_for_a_request_that_has_moved_on()
    {
        await using var listener = await UnknownAsync(minutes: 30);
        await library.RunAsync("requests", "route", "201", "Customer Notified via Phone");

        library.Clock.Advance(TimeSpan.FromMinutes(31));
        await SweptAsync();

        Assert.Equal(["Unknown"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.DoesNotContain(await library.QueryAsync("SELECT Entry FROM History"), entry => entry.Contains("sent once more", StringComparison.Ordinal));
        Assert.Single(listener.Mails);
    }

    private async Task<ScriptedSmtpListener> UnknownAsync(int minutes)
    {
        var listener = ScriptedSmtpListener.Start();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", ResendUnknownMinutes = minutes } });
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title\n");
        await SweptAsync();
        return listener;
    }

    private async Task SweptAsync()
    {
        await using var room = await MailRoom.OpenAsync(library);
        await room.SweepAsync();
    }
}
