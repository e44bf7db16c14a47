using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>What a server says before it has the final dot is no answer to it: no such mail counts as accepted.</summary>
public sealed class TooEarlyAnswerTests
{
    // More than the buffers of both ends hold, so that the answer is there before the text has left.
    private static readonly OutgoingMail Long = Some.Mail() with { TextBody = string.Concat(Enumerable.Repeat(new string('x', 70) + "\n", 200_000)) };

    [Theory]
    [InlineData("250 2.0.0 Ok", "ServerFault", "The mail server said '250 2.0.0 Ok' before the text had ended; nothing was to be answered then, and the mail was not accepted.")]
    [InlineData("552 5.3.4 Too big", "ServerFault", "552 5.3.4 Too big")]
    [InlineData("552 5.2.2 Mailbox full", "RefusedRecipient", "552 5.2.2 Mailbox full")]
    [InlineData("451 4.3.0 Disk full", "TryLater", "451 4.3.0 Disk full")]
    public async Task An_answer_in_the_middle_of_the_text_keeps_the_final_dot_back(string words, string outcome, string answer)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.Text, new SmtpAct.Answer(words));
        await using var transport = Some.Transport(listener, journal: new SendJournal(_ => Assert.Fail("The final dot was released."), (_, _) => { }));

        var sent = await transport.SendAsync(Long, CancellationToken.None);

        Assert.Equal((outcome, answer, MailStage.Text), (sent.GetType().Name, sent.Answer.ToString(), sent.Answer.Stage));
        await listener.AllConversationsEnded();
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task A_server_that_refuses_in_the_middle_of_the_text_and_hangs_up_is_quoted()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.Text, new SmtpAct.AnswerAndCut("552 5.3.4 Too big"));
        await using var transport = Some.Transport(listener);

        var sent = await transport.SendAsync(Long, CancellationToken.None);

        Assert.Empty(listener.Mails);
        Assert.True(sent is MailOutcome.ServerFault or MailOutcome.TryLater, sent.ToString());
    }

    [Fact]
    public async Task A_yes_that_comes_along_with_the_leave_to_send_the_text_is_none_to_the_text()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.Data, new SmtpAct.Garbage("354 Go on\r\n250 2.0.0 Ok\r\n"));
        await using var transport = Some.Transport(listener);

        Assert.IsType<MailOutcome.ServerFault>(await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None));
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None));

        Assert.Equal("<2@illaddins.test>", Assert.Single(listener.Mails).Parsed().Headers["Message-Id"]);
        Assert.Equal(2, listener.Connections);
    }

    [Fact]
    public async Task A_reply_without_an_end_is_not_waited_for()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        listener.Script.Next(SmtpStage.Hello, new SmtpAct.Garbage("250-" + new string('x', 3_000_000)));
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Garbage(string.Concat(Enumerable.Repeat("250-Ok\r\n", 300_000))));
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Garbage("250 " + new string('x', 3_000_000)).Keeping());

        var outcomes = new List<MailOutcome>();
        for (var at = 0; at < 3; at++)
            outcomes.Add(await transport.SendAsync(Some.Mail(), CancellationToken.None));

        Assert.Equal(["ServerFault Hello", "ServerFault Recipient", "Unknown FinalDot"], outcomes.Select(outcome => $"{outcome.GetType().Name} {outcome.Answer.Stage}"));
        Assert.All(outcomes, outcome => Assert.Contains("'more than 2 MB without an end', which is no SMTP reply", outcome.Answer.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_yes_of_ten_thousand_lines_is_a_yes()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.Hello, new SmtpAct.Answer(string.Concat(Enumerable.Range(0, 10_000).Select(at => $"250-X-EXTENSION-{at}\n")) + "250 8BITMIME"));
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Answer(string.Concat(Enumerable.Repeat("250-2.0.0 Ok, and that is all that there is to say about it\n", 10_000)) + "250 2.0.0 Ok"));

        var accepted = Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, Some.Mail()));

        Assert.InRange(accepted.Answer.Text.Length, 1, 8_000);
    }
}
