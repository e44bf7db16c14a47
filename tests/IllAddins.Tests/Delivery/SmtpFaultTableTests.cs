using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>What a server may answer, at every stage, and what becomes of the mail: the answer word for word, and nobody's fault but the right one's.</summary>
public sealed class SmtpFaultTableTests
{
    [Theory]
    [InlineData(SmtpStage.Greeting, "554 5.3.2 Not now, not ever", "ServerFault", MailStage.Greeting)]
    [InlineData(SmtpStage.Greeting, "421 4.3.2 Too many connections", "TryLater", MailStage.Greeting)]
    [InlineData(SmtpStage.Greeting, "200 Hello", "ServerFault", MailStage.Greeting)]
    [InlineData(SmtpStage.Hello, "550 5.7.1 I do not talk to you", "ServerFault", MailStage.Hello)]
    [InlineData(SmtpStage.Hello, "451 4.3.0 Later", "TryLater", MailStage.Hello)]
    [InlineData(SmtpStage.Mail, "550 5.1.8 Sender's domain does not exist", "ServerFault", MailStage.Sender)]
    [InlineData(SmtpStage.Mail, "552 5.3.4 Message too big", "ServerFault", MailStage.Sender)]
    [InlineData(SmtpStage.Mail, "530 5.7.0 Authentication required", "ServerFault", MailStage.Sender)]
    [InlineData(SmtpStage.Mail, "451 4.7.1 Greylisted", "TryLater", MailStage.Sender)]
    [InlineData(SmtpStage.Mail, "452 4.3.1 Disk full", "TryLater", MailStage.Sender)]
    [InlineData(SmtpStage.Rcpt, "550 5.1.1 No such user", "RefusedRecipient", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "550 No such user here", "RefusedRecipient", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "552 5.2.2 Mailbox full", "RefusedRecipient", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "550 5.4.1 Recipient address rejected: Access denied", "RefusedRecipient", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "501 5.1.3 Bad address syntax", "RefusedRecipient", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "550-5.1.1 The account does not exist.\n550 5.1.1 Ask at the desk.", "RefusedRecipient", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "554 5.7.1 Relay access denied", "ServerFault", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "550 5.1.8 Sender address rejected", "ServerFault", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "530 5.7.0 Authentication required", "ServerFault", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "503 Bad sequence", "ServerFault", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "450 4.2.1 Mailbox busy", "TryLater", MailStage.Recipient)]
    [InlineData(SmtpStage.Rcpt, "421 4.4.5 Too many recipients", "TryLater", MailStage.Recipient)]
    [InlineData(SmtpStage.Data, "554 5.7.1 Refused by policy", "ServerFault", MailStage.Data)]
    [InlineData(SmtpStage.Data, "451 4.3.0 Try again", "TryLater", MailStage.Data)]
    [InlineData(SmtpStage.Data, "250 Ok?", "ServerFault", MailStage.Data)]
    [InlineData(SmtpStage.FinalDot, "554 5.7.1 Looks like spam", "ServerFault", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "552 5.3.4 Too big", "ServerFault", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "550 5.1.1 No such user", "RefusedRecipient", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "550 5.1.7 Bad sender address", "ServerFault", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "451 4.3.0 Queue file write error", "TryLater", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "421 4.3.2 Shutting down", "TryLater", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "354 Go on", "Unknown", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "251 2.1.5 Will forward", "Accepted", MailStage.FinalDot)]
    [InlineData(SmtpStage.FinalDot, "250", "Accepted", MailStage.FinalDot)]
    public async Task Every_answer_has_its_outcome_and_is_kept_word_for_word(SmtpStage stage, string words, string family, MailStage expectedStage)
    {
        foreach (var pipelining in new[] { true, false })
        {
            await using var listener = ScriptedSmtpListener.Start(new() { Extensions = pipelining ? ["PIPELINING", "8BITMIME"] : [] });
            listener.Script.At(stage, words);

            var outcome = await Some.Sent(listener, Some.Mail());

            Assert.Equal(family, outcome.GetType().Name);
            Assert.Equal(expectedStage, outcome.Answer.Stage);
            Assert.Equal(words.Replace($"\n{words[..3]} ", "\n", StringComparison.Ordinal).Replace("550-", "550 ", StringComparison.Ordinal), outcome.Answer.ToString());
            Assert.Equal(family == "Accepted" ? 1 : 0, listener.Mails.Count);
        }
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, MailStage.Greeting, "the greeting")]
    [InlineData(SmtpStage.Hello, MailStage.Hello, "EHLO")]
    [InlineData(SmtpStage.Mail, MailStage.Sender, "MAIL FROM")]
    [InlineData(SmtpStage.Rcpt, MailStage.Recipient, "RCPT TO")]
    [InlineData(SmtpStage.Data, MailStage.Data, "DATA")]
    public async Task A_connection_cut_before_the_text_leaves_the_mail_for_later(SmtpStage stage, MailStage expectedStage, string step)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(stage, new SmtpAct.Cut());

        var outcome = await Some.Sent(listener, Some.Mail());

        Assert.Equal(
            new MailOutcome.TryLater(new(expectedStage, null, $"The mail server 127.0.0.1:{listener.Port} closed the connection at {step}; the mail was not accepted.")),
            outcome);
        Assert.Empty(listener.Mails);
        Assert.Equal(1, listener.Connections);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_cut_after_the_final_dot_leaves_the_fate_unknown(bool serverKeptIt)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = serverKeptIt });

        var outcome = await Some.Sent(listener, Some.Mail());

        Assert.Equal(
            new MailOutcome.Unknown(new(MailStage.FinalDot, null, $"The whole mail was handed to 127.0.0.1:{listener.Port}, then the connection was lost without an answer: it may or may not have been accepted.")),
            outcome);
        Assert.Equal(serverKeptIt ? 1 : 0, listener.Mails.Count);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_a_long_text_leaves_the_mail_for_later()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Text, new SmtpAct.Cut());

        var outcome = await Some.Sent(listener, Some.Mail() with { TextBody = Lines(30_000_000) });

        Assert.Equal(
            new MailOutcome.TryLater(new(MailStage.Text, null, $"The mail server 127.0.0.1:{listener.Port} closed the connection at the text; the mail was not accepted.")),
            outcome);
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, MailStage.Greeting, "the greeting")]
    [InlineData(SmtpStage.Hello, MailStage.Hello, "EHLO")]
    [InlineData(SmtpStage.Mail, MailStage.Sender, "MAIL FROM")]
    [InlineData(SmtpStage.Rcpt, MailStage.Recipient, "RCPT TO")]
    [InlineData(SmtpStage.Data, MailStage.Data, "DATA")]
    public async Task Garbage_before_the_text_is_the_servers_fault(SmtpStage stage, MailStage expectedStage, string step)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(stage, new SmtpAct.Garbage("HTTP/1.1 400 Bad Request\r\n"));

        var outcome = await Some.Sent(listener, Some.Mail());

        Assert.Equal(
            new MailOutcome.ServerFault(new(expectedStage, null, $"The mail server 127.0.0.1:{listener.Port} answered {step} with 'HTTP/1.1 400 Bad Request', which is no SMTP reply; the mail was not accepted.")),
            outcome);
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task Garbage_after_the_final_dot_leaves_the_fate_unknown()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Garbage("oops\r\n") { Keeps = true });

        var outcome = await Some.Sent(listener, Some.Mail());

        Assert.Equal(
            new MailOutcome.Unknown(new(MailStage.FinalDot, null, $"The whole mail was handed to 127.0.0.1:{listener.Port}, then the answer was 'oops', which is no SMTP reply: it may or may not have been accepted.")),
            outcome);
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, "220-listener.test\n220 welcome")]
    [InlineData(SmtpStage.Mail, "250 2.1.0 Ok")]
    [InlineData(SmtpStage.Rcpt, "250 2.1.5 Ok")]
    [InlineData(SmtpStage.Data, "354 Go")]
    [InlineData(SmtpStage.FinalDot, "250-2.0.0 Thank you\n250 2.0.0 queued")]
    public async Task An_answer_that_drips_in_byte_by_byte_is_an_answer(SmtpStage stage, string words)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(stage, new SmtpAct.Drip(words));

        Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, Some.Mail()));
        Assert.Single(listener.Mails);
    }

    [Theory]
    [InlineData(SmtpStage.Hello, "550 5.7.1 Go away", MailStage.Hello)]
    [InlineData(SmtpStage.Mail, "554 5.7.1 Go away", MailStage.Sender)]
    [InlineData(SmtpStage.Data, "554 5.7.1 Go away", MailStage.Data)]
    [InlineData(SmtpStage.FinalDot, "554 5.7.1 Go away", MailStage.FinalDot)]
    public async Task A_server_that_refuses_and_hangs_up_is_quoted_not_called_lost(SmtpStage stage, string words, MailStage expectedStage)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(stage, new SmtpAct.AnswerAndCut(words));

        Assert.Equal(new MailOutcome.ServerFault(new(expectedStage, 554 - (words[2] == '0' ? 4 : 0), words[4..])), await Some.Sent(listener, Some.Mail()));
    }

    [Fact]
    public async Task Nobody_listening_is_the_servers_fault()
    {
        var listener = ScriptedSmtpListener.Start();
        var settings = Some.Settings(listener);
        await listener.DisposeAsync();
        await using var transport = new SmtpTransport(settings, TimeProvider.System);

        var outcome = await transport.SendAsync(Some.Mail(), CancellationToken.None);

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Connecting, null, $"The mail server 127.0.0.1:{settings.Port} cannot be reached: Connection refused.")),
            outcome);
    }

    internal static string Lines(int length) => string.Concat(Enumerable.Repeat("A line of a long letter that fills the buffers of both sides.\n", length / 62));
}
