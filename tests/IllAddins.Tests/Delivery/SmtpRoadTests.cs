using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>The good road: what a mail server gets, and over how many connections.</summary>
public sealed class SmtpRoadTests
{
    [Fact]
    public async Task A_mail_reaches_the_server_once_with_its_envelope_and_headers()
    {
        await using var listener = ScriptedSmtpListener.Start();

        var outcome = await Some.Sent(listener, Some.Mail() with { Cc = "desk@library.test", Bcc = "audit@library.test" });

        var accepted = Assert.IsType<MailOutcome.Accepted>(outcome);
        Assert.Equal(new MailAnswer(MailStage.FinalDot, 250, "2.0.0 Ok: queued as 1"), accepted.Answer);
        Assert.Equal("2.0.0", accepted.Answer.EnhancedStatus);
        Assert.Empty(accepted.Notes);
        var mail = Assert.Single(listener.Mails);
        Assert.Equal("ill@library.test", mail.From);
        Assert.Equal(["jane@library.test", "desk@library.test", "audit@library.test"], mail.Recipients);
        Assert.Equal(
            """
            From: Interlibrary Loan <ill@library.test>
            To: Jane Doe <jane@library.test>
            Cc: desk@library.test
            Subject: Your interlibrary loan has arrived
            Date: Mon, 23 Nov 2026 09:30:00 +0100
            Message-Id: <1001.1@illaddins.test>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Dear Jane,
            your loan is waiting.

            """.ReplaceLineEndings("\r\n"),
            mail.Text);
    }

    [Fact]
    public async Task Many_mails_of_a_batch_go_over_one_connection()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using (var transport = Some.Transport(listener))
        {
            for (var number = 1; number <= 3; number++)
                Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail($"{number}@illaddins.test"), CancellationToken.None));
        }

        Assert.Equal(["<1@illaddins.test>", "<2@illaddins.test>", "<3@illaddins.test>"], listener.Mails.Select(mail => mail.Parsed().Headers["Message-Id"]));
        Assert.Equal(1, listener.Connections);
        Assert.Equal("QUIT", listener.Commands[^1]);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_while_idle_is_replaced_and_the_mail_goes_out_once()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);

        listener.CutOpenConnections();
        var outcome = await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None);

        Assert.IsType<MailOutcome.Accepted>(outcome);
        Assert.Equal(["<1@illaddins.test>", "<2@illaddins.test>"], listener.Mails.Select(mail => mail.Parsed().Headers["Message-Id"]));
        Assert.Equal(2, listener.Connections);
    }

    [Fact]
    public async Task A_server_that_says_421_on_a_kept_connection_gets_a_new_one_but_only_one()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);

        listener.Script.Next(SmtpStage.Mail, new SmtpAct.AnswerAndCut("421 4.7.0 Enough mails on this connection"));
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None));
        listener.Script.At(SmtpStage.Mail, new SmtpAct.AnswerAndCut("421 4.3.2 Going down"));
        var outcome = await transport.SendAsync(Some.Mail("3@illaddins.test"), CancellationToken.None);

        Assert.Equal(new MailOutcome.TryLater(new MailAnswer(MailStage.Sender, 421, "4.3.2 Going down")), outcome);
        Assert.Equal(3, listener.Connections);
        Assert.Equal(2, listener.Mails.Count);
    }

    [Fact]
    public async Task A_kept_connection_cut_once_the_text_has_begun_is_not_tried_again()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);

        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut().Keeping());
        var outcome = await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None);

        Assert.IsType<MailOutcome.Unknown>(outcome);
        Assert.Equal(2, listener.Mails.Count);
        Assert.Equal(1, listener.Connections);
    }

    [Fact]
    public async Task A_connection_idle_for_more_than_half_a_minute_is_not_trusted()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var time = new SteppedTime();
        await using var transport = Some.Transport(listener, time);
        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);
        time.Pass(TimeSpan.FromSeconds(30));
        await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None);
        Assert.Equal(1, listener.Connections);

        time.Pass(TimeSpan.FromSeconds(31));
        await transport.SendAsync(Some.Mail("3@illaddins.test"), CancellationToken.None);

        Assert.Equal(2, listener.Connections);
        Assert.Equal(3, listener.Mails.Count);
    }

    [Theory]
    [InlineData(SmtpStage.Mail)]
    [InlineData(SmtpStage.Rcpt)]
    [InlineData(SmtpStage.Data)]
    [InlineData(SmtpStage.FinalDot)]
    public async Task A_refused_mail_does_not_stop_the_next_ones_on_the_same_connection(SmtpStage stage)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);

        listener.Script.Next(stage, new SmtpAct.Answer("451 4.3.0 The first"));
        Assert.Equal("451 4.3.0 The first", Assert.IsType<MailOutcome.TryLater>(await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None)).Answer.ToString());
        listener.Script.Next(SmtpStage.Mail, new SmtpAct.Answer("452 4.3.1 The second"));
        Assert.Equal(
            new MailOutcome.TryLater(new(MailStage.Sender, 452, "4.3.1 The second")),
            await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None));
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("3@illaddins.test"), CancellationToken.None));

        Assert.Equal("<3@illaddins.test>", Assert.Single(listener.Mails).Parsed().Headers["Message-Id"]);
        Assert.Equal(1, listener.Connections);
    }

    [Fact]
    public async Task Callers_at_the_same_time_wait_their_turn()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => transport.SendAsync(Some.Mail($"{number}@illaddins.test"), CancellationToken.None)));

        Assert.All(outcomes, outcome => Assert.IsType<MailOutcome.Accepted>(outcome));
        Assert.Equal(8, listener.Mails.Select(mail => mail.Parsed().MessageId).Distinct().Count());
        Assert.Equal(1, listener.Connections);
    }
}
