using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.ContactForm;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>A mail server that is down, or takes nobody's mail, and one bad notice among good ones.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task An_outage_is_one_banner_spends_no_attempt_and_is_remembered_by_the_next_process()
    {
        var port = Library.DeadPort;
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = port, Security = "None" } });
        await DueAsync(10);

        var first = await SweptAsync();
        var second = await SweptAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        var probed = await SweptAsync();

        const string Told = "E-mail of site MAIN is paused since 2 Mar 15:00: 3 different notices in a row met a fault of the mail server, which answered last: ";
        var cannot = $"The mail server 127.0.0.1:{port} cannot be reached: Connection refused. 10 notices wait; none is lost and no attempt is counted.";
        Assert.Equal(3, first.Failed);
        Assert.Equal($"{Told}{cannot} The server is tried again from 2 Mar 15:01 on.", Assert.Single(first.Errors).Message);
        Assert.Equal(0, second.Failed);
        Assert.Equal(first.Errors, second.Errors);
        Assert.Equal(1, probed.Failed);
        Assert.Equal($"{Told}{cannot} The server is tried again from 2 Mar 15:03 on.", Assert.Single(probed.Errors).Message);
        Assert.Equal(["Pending 0 10"], await library.QueryAsync("SELECT Status || ' ' || Attempts || ' ' || COUNT(*) FROM EMailCopies GROUP BY Status, Attempts"));
        await using var desk = await ContactDesk.OpenAsync(library);
        Assert.Equal(Assert.Single(probed.Errors).Message, desk.Notice);
    }

    [Fact]
    public async Task A_server_that_breaks_in_the_midst_of_a_run_leaves_nothing_taken_that_was_not_sent()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None" } });
        listener.Script.Next(SmtpStage.Mail, [.. Enumerable.Repeat<SmtpAct?>(null, 300), .. Enumerable.Repeat(new SmtpAct.Answer("421 4.3.2 Going down"), 50)]);
        await DueAsync(900);

        var swept = await SweptAsync();

        Assert.Equal(listener.Mails.Count, swept.Sent);
        Assert.InRange(swept.Sent, 200, 600);
        Assert.Equal([$"Pending {900 - swept.Sent}", $"Sent {swept.Sent}"], await library.QueryAsync("SELECT Status || ' ' || COUNT(*) FROM EMailCopies GROUP BY Status ORDER BY Status"));
    }

    [Fact]
    public async Task A_server_that_works_again_gets_what_waited_at_the_catch_up_rate_and_the_banner_goes()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", CatchUpPerMinute = 1 } });
        listener.Script.At(SmtpStage.Mail, "421 4.3.2 Going down");
        await DueAsync(9);
        await SweptAsync();
        await library.RunAsync("sites", "set", "MAIN", "--sweep-every", "1");
        listener.Script.Clear();
        library.Clock.Advance(TimeSpan.FromMinutes(1));

        // One a minute: the run has had its share after the first one, which told that the server works.
        var probed = await SweptAsync();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", CatchUpPerMinute = 60_000 } });
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        var caughtUp = await SweptAsync();

        Assert.Equal((1, 0), (probed.Sent, probed.Errors.Count));
        Assert.Equal((8, 0), (caughtUp.Sent, caughtUp.Errors.Count));
        Assert.Equal(["0"], await library.QueryAsync("SELECT CatchingUp FROM MailBrakes"));
        Assert.Equal(9, listener.Mails.Count);
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, "554 5.3.2 Not now")]
    [InlineData(SmtpStage.Greeting, "421 4.3.2 Too many connections")]
    [InlineData(SmtpStage.Mail, "550 5.7.1 Sender refused")]
    [InlineData(SmtpStage.Mail, "452 4.3.1 Insufficient storage")]
    [InlineData(SmtpStage.Rcpt, "554 5.7.1 Relay access denied")]
    [InlineData(SmtpStage.FinalDot, "554 5.7.1 Blocked by policy")]
    public async Task What_is_the_servers_fault_burns_no_attempt_and_three_of_it_pause_the_site(SmtpStage stage, string words)
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        listener.Script.At(stage, words);
        await DueAsync(5);

        var swept = await SweptAsync();

        Assert.Equal((3, 1), (swept.Failed, swept.Errors.Count));
        Assert.Equal(["Pending 0"], await library.QueryAsync("SELECT DISTINCT Status || ' ' || Attempts FROM EMailCopies"));
        Assert.Equal([words, words, words], await library.QueryAsync("SELECT Answer FROM NoticeAttempts ORDER BY Id"));
    }

    [Fact]
    public async Task A_server_that_takes_text_after_text_and_never_answers_is_left_alone_after_three()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await DueAsync(9);

        await SweptAsync();
        await SweptAsync();

        Assert.Equal(["Pending 6", "Unknown 3"], await library.QueryAsync("SELECT Status || ' ' || COUNT(*) FROM EMailCopies GROUP BY Status ORDER BY Status"));
    }

    [Fact]
    public async Task One_recipient_refused_by_policy_while_others_are_taken_uses_up_its_attempts_and_is_parked_and_stops_nobody()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", RetryMinutes = "1,5", GiveUpHours = 1 } });
        listener.Script.At(SmtpStage.Rcpt, "550 5.7.1 Not this one", line => line.Contains("<bad@", StringComparison.Ordinal));
        await DueAsync(4, "bad");

        var states = new List<string>();
        for (var sweep = 0; sweep < 12; sweep++)
        {
            await SweptAsync();
            states.Add((await library.QueryAsync("SELECT Status || ' ' || Attempts FROM EMailCopies WHERE ToAddress LIKE 'bad@%'")).Single());
            library.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(["Pending 0", "Retrying 1", "Retrying 2", "Failed 3"], states.Distinct());
        Assert.Equal(4, listener.Mails.Count);
        var last = await SweptAsync();
        Assert.Equal("e-mail given up after 3 attempts: 550 5.7.1 Not this one", Assert.Single(last.Errors).Message);
    }

    [Fact]
    public async Task Another_server_in_the_settings_is_not_held_to_the_first_ones_outage()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await DueAsync(5);
        await SweptAsync();

        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        library.Clock.Advance(TimeSpan.FromSeconds(1));
        var swept = await SweptAsync();

        Assert.Equal((5, 0), (swept.Sent, swept.Errors.Count));
    }

    private async Task<SweepReport> SweptAsync()
    {
        await using var room = await MailRoom.OpenAsync(library);
        return await room.SweepAsync();
    }

    private Task DueAsync(int requests, string? firstUser = null) => library.ImportAsync(
        "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\nbad,Bad,Doe,MAIN,Electronic,bad@example.org\n",
        "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
        + string.Join('\n', Enumerable.Range(1, firstUser is null ? requests : requests + 1).Select(number =>
            $"{200 + number},{(number == 1 ? firstUser ?? "jdoe" : "jdoe")},Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}")));
}
