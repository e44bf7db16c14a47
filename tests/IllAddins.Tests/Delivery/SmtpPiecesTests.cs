using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>What goes out in one piece, and what a refusal in the middle of it does.</summary>
public sealed class SmtpPiecesTests
{
    [Fact]
    public async Task A_refused_patron_is_quoted_although_DATA_was_said_along()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 No Jane"));

        var outcome = await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None));

        Assert.Equal("550 5.1.1 No Jane", Assert.IsType<MailOutcome.RefusedRecipient>(outcome).Answer.ToString());
        Assert.Equal("<2@illaddins.test>", Assert.Single(listener.Mails).Parsed().Headers["Message-Id"]);
        Assert.Equal(1, listener.Connections);
    }

    [Fact]
    public async Task A_server_that_wants_the_text_of_a_mail_for_nobody_gets_none_of_it()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 No Jane"));
        listener.Script.Next(SmtpStage.Data, new SmtpAct.Answer("354 Go on"));

        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None));

        Assert.Equal("<2@illaddins.test>", Assert.Single(listener.Mails).Parsed().Headers["Message-Id"]);
    }

    [Theory]
    [InlineData(".begins with a dot\n..and with two\n.\n")]
    [InlineData("ends without a line end.")]
    [InlineData("")]
    public async Task A_text_arrives_as_it_was_whatever_dots_it_has(string body)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail() with { TextBody = body }, CancellationToken.None));

        var sent = Assert.Single(listener.Mails).Text;
        Assert.Equal(body.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal), sent[(sent.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].TrimEnd('\r', '\n'));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65")]
    [InlineData("many")]
    public void A_number_of_connections_that_is_none_is_said(string value)
    {
        var reading = MailSettingsReading.Read(key => key == "Mail:Connections" ? value : null, "/srv/ill");

        Assert.Equal([$"Mail:Connections is '{value}'; expected a number from 1 to 64."], Assert.IsType<MailSettingsReading.Invalid>(reading).Problems);
    }
}
