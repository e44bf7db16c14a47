using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>Who gets a mail: the patron decides, copies are noted, bad addresses are named.</summary>
public sealed class RecipientTests
{
    private static readonly OutgoingMail WithCopies = Some.Mail() with { Cc = "desk@library.test", Bcc = "audit@library.test" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_copy_is_noted_and_the_patron_still_gets_the_mail(bool pipelining)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = pipelining ? ["PIPELINING"] : [] });
        listener.Script
            .At(SmtpStage.Rcpt, "550 5.1.1 No desk", line => line.Contains("desk", StringComparison.Ordinal))
            .At(SmtpStage.Rcpt, "450 4.2.1 Later", line => line.Contains("audit", StringComparison.Ordinal));

        var accepted = Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, WithCopies));

        Assert.Equal(["The mail server refused CC 'desk@library.test': 550 5.1.1 No desk", "The mail server refused BCC 'audit@library.test': 450 4.2.1 Later"], accepted.Notes);
        Assert.Equal(["jane@library.test"], Assert.Single(listener.Mails).Recipients);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_patron_means_that_no_copy_goes_out_either(bool pipelining)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = pipelining ? ["PIPELINING"] : [] });
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 No Jane", line => line.Contains("jane", StringComparison.Ordinal));

        var outcome = await Some.Sent(listener, WithCopies);

        Assert.Equal(new MailOutcome.RefusedRecipient(new(MailStage.Recipient, 550, "5.1.1 No Jane") { Address = "jane@library.test" }), outcome);
        Assert.Empty(listener.Mails);
        Assert.DoesNotContain("DATA", listener.Commands);
    }

    [Fact]
    public async Task A_copy_refused_just_before_the_connection_is_lost_is_not_why_the_mail_failed()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = [] });
        listener.Script
            .At(SmtpStage.Rcpt, "550 5.1.1 No desk", line => line.Contains("desk", StringComparison.Ordinal))
            .At(SmtpStage.Rcpt, new SmtpAct.Cut(), line => line.Contains("audit", StringComparison.Ordinal));

        Assert.IsType<MailOutcome.TryLater>(await Some.Sent(listener, WithCopies));
    }

    [Fact]
    public async Task A_patron_with_two_addresses_is_reached_when_one_is_accepted()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 Gone", line => line.Contains("old", StringComparison.Ordinal));

        var accepted = Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, Some.Mail(to: "old@library.test, jane@library.test; jane@library.test, jane@")));

        Assert.Equal(
            ["The address 'jane@' of the field To is no e-mail address; expected a form such as jane@library.org.", "The mail server refused To 'old@library.test': 550 5.1.1 Gone"],
            accepted.Notes);
        Assert.Equal(["jane@library.test"], Assert.Single(listener.Mails).Recipients);
    }

    [Fact]
    public async Task Of_two_refused_addresses_the_one_that_may_still_work_decides()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 Gone"), new SmtpAct.Answer("450 4.2.1 Busy"));

        Assert.Equal(
            new MailOutcome.TryLater(new(MailStage.Recipient, 450, "4.2.1 Busy") { Address = "b@library.test" }),
            await Some.Sent(listener, Some.Mail(to: "a@library.test, b@library.test")));
    }

    [Theory]
    [InlineData("jane@")]
    [InlineData("@library.test")]
    [InlineData("jane")]
    [InlineData("jane library.test")]
    [InlineData("jane doe@library.test")]
    [InlineData("jane@library..test")]
    [InlineData("jane@-library.test")]
    [InlineData("jane@library.test>")]
    [InlineData("jane@@library.test")]
    [InlineData("jane@library test")]
    [InlineData("friends: jane@library.test")]
    [InlineData("<@evil.test:jane@library.test>")]
    [InlineData("jane@<script>")]
    public async Task An_address_that_is_none_is_refused_in_words_before_the_server_is_asked(string address)
    {
        await using var listener = ScriptedSmtpListener.Start();

        Assert.Equal(
            new MailOutcome.RefusedRecipient(new(MailStage.Composing, null, $"The address '{address}' of the field To is no e-mail address; expected a form such as jane@library.org.")),
            await Some.Sent(listener, Some.Mail(to: address)));
        Assert.Equal(0, listener.Connections);
    }

    [Theory]
    [InlineData("jane@library.test")]
    [InlineData("  jane@library.test ")]
    [InlineData("Jane Doe <jane@library.test>")]
    [InlineData("\"Doe, Jane\" <jane@library.test>")]
    [InlineData("jane.o'neil+ill@mail.library.test")]
    [InlineData("jane@[127.0.0.1]")]
    [InlineData("jane@localhost")]
    public async Task An_address_as_people_write_it_is_taken(string address)
    {
        await using var listener = ScriptedSmtpListener.Start();

        Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, Some.Mail(to: address)));
        Assert.Single(Assert.Single(listener.Mails).Recipients);
    }

    [Fact]
    public async Task A_missing_address_is_said()
    {
        await using var listener = ScriptedSmtpListener.Start();

        Assert.Equal(
            new MailOutcome.RefusedRecipient(new(MailStage.Composing, null, "The field To holds no address; expected one such as jane@library.org.")),
            await Some.Sent(listener, Some.Mail(to: " , ")));
        Assert.Equal(
            new MailOutcome.Unsendable(new(MailStage.Composing, null, "The field From holds no address; expected one such as ill@library.org. Set it in the template or in the site's settings.")),
            await Some.Sent(listener, Some.Mail() with { FromAddress = "" }));
        Assert.Equal(
            new MailOutcome.Unsendable(new(MailStage.Composing, null, "The field From holds several addresses, 'a@library.test, b@library.test'; expected exactly one.")),
            await Some.Sent(listener, Some.Mail() with { FromAddress = "a@library.test, b@library.test" }));
    }

    [Fact]
    public async Task An_invalid_copy_is_noted_and_left_out()
    {
        await using var listener = ScriptedSmtpListener.Start();

        var accepted = Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, Some.Mail() with { Cc = "desk@, Desk <desk@library.test>" }));

        Assert.Equal(["The address 'desk@' of the field CC is no e-mail address; expected a form such as jane@library.org."], accepted.Notes);
        Assert.Equal("Desk <desk@library.test>", Assert.Single(listener.Mails).Parsed().Headers["Cc"]);
    }

    [Fact]
    public async Task A_patron_written_in_another_script_needs_a_server_that_can_carry_it()
    {
        await using var able = ScriptedSmtpListener.Start();
        await using var unable = ScriptedSmtpListener.Start(new() { Extensions = ["PIPELINING", "8BITMIME"] });
        var mail = Some.Mail(to: "γιάννης@library.test");

        Assert.IsType<MailOutcome.Accepted>(await Some.Sent(able, mail));
        var outcome = await Some.Sent(unable, mail);

        Assert.Equal(["γιάννης@library.test"], Assert.Single(able.Mails).Recipients);
        Assert.Contains(able.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal) && command.Contains(" SMTPUTF8", StringComparison.Ordinal));
        Assert.Equal(
            new MailOutcome.RefusedRecipient(new(MailStage.Composing, null, $"The address 'γιάννης@library.test' needs a mail server that offers SMTPUTF8 and 8BITMIME, and 127.0.0.1:{unable.Port} does not; use an address in plain letters.") { Address = "γιάννης@library.test" }),
            outcome);
        Assert.DoesNotContain(unable.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_that_the_server_cannot_carry_is_left_out_of_the_text_too()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = ["8BITMIME"] });

        var accepted = Assert.IsType<MailOutcome.Accepted>(await Some.Sent(listener, Some.Mail() with { Cc = "γραφείο@library.test, desk@library.test" }));

        Assert.Equal([$"The address 'γραφείο@library.test' needs a mail server that offers SMTPUTF8 and 8BITMIME, and 127.0.0.1:{listener.Port} does not; use an address in plain letters."], accepted.Notes);
        var mail = Assert.Single(listener.Mails);
        Assert.Equal(["jane@library.test", "desk@library.test"], mail.Recipients);
        Assert.Equal("desk@library.test", mail.Parsed().Headers["Cc"]);
    }

    [Fact]
    public async Task Only_the_mails_that_need_smtputf8_ask_for_it()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        foreach (var to in new[] { "jane@müller.test", "γιάννης@library.test", "jane@library.test" })
            Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail(to: to), CancellationToken.None));

        Assert.Equal(["jane@xn--mller-kva.test", "γιάννης@library.test", "jane@library.test"], listener.Mails.SelectMany(mail => mail.Recipients));
        Assert.Equal([false, true, false], listener.Commands.Where(command => command.StartsWith("MAIL", StringComparison.Ordinal)).Select(command => command.Contains(" SMTPUTF8", StringComparison.Ordinal)));
        Assert.Contains("To: Jane Doe <jane@xn--mller-kva.test>", listener.Mails[0].Text, StringComparison.Ordinal);
    }
}
