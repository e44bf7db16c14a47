using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;
using MimeKit;

namespace IllAddins.Tests.Delivery;

/// <summary>What a mail looks like at the other end: every script whole, no header from a title, no second mail from a body.</summary>
public sealed class MailTextTests
{
    public static readonly TheoryData<string, string, string, string> Injections = new()
    {
        { "FromName", "Desk\r\nBcc: evil@evil.test", "Accepted", "" },
        { "FromName", "Desk\0Bcc: evil@evil.test", "Accepted", "" },
        { "ToName", "Jane\nX-Evil: 1", "Accepted", "" },
        { "ToName", "Jane\" <evil@evil.test>, \"x", "Accepted", "" },
        { "ToName", "Jane\u2028X-Evil: 1", "Accepted", "" },
        { "Subject", "Loan\r\n\r\n<html>evil body</html>", "Accepted", "" },
        { "Subject", "Loan\rX-Evil: 1", "Accepted", "" },
        { "Subject", "Loan\r\n X-Evil: folded", "Accepted", "" },
        { "Subject", "=?utf-8?Q?Loan=0D=0AX-Evil:_1?=", "Accepted", "" },
        { "FromAddress", "ill@library.test\r\nX-Evil: 1", "Unsendable", "The field From holds a line break or control character; an address may hold none. Nothing was sent." },
        { "FromAddress", "ill@library.test> SIZE=1\r\nRCPT TO:<evil@evil.test", "Unsendable", "The field From holds a line break or control character; an address may hold none. Nothing was sent." },
        { "ToAddress", "jane@library.test\r\nBcc: evil@evil.test", "RefusedRecipient", "The field To holds a line break or control character; an address may hold none. Nothing was sent." },
        { "ToAddress", "jane@library.test\n", "RefusedRecipient", "The field To holds a line break or control character; an address may hold none. Nothing was sent." },
        { "ToAddress", "\"jane\r\nDATA\"@library.test", "RefusedRecipient", "The field To holds a line break or control character; an address may hold none. Nothing was sent." },
        { "ToAddress", "jane@library.test\0", "RefusedRecipient", "The field To holds a line break or control character; an address may hold none. Nothing was sent." },
        { "ToAddress", "jane@library.test\u0085", "RefusedRecipient", "The field To holds a line break or control character; an address may hold none. Nothing was sent." },
        { "Cc", "desk@library.test\r\nX-Evil: 1", "Unsendable", "The field CC holds a line break or control character; an address may hold none. Nothing was sent." },
        { "Bcc", "desk@library.test\rX-Evil: 1", "Unsendable", "The field BCC holds a line break or control character; an address may hold none. Nothing was sent." },
        { "MessageId", "1@illaddins.test\r\nX-Evil: 1", "Unsendable", "The Message-Id '1@illaddins.test X-Evil: 1' is not usable; expected left@right in at most 250 plain letters, digits and .!#$%&'*+-/=?^_`{|}~ without line breaks." },
        { "MessageId", "1@illaddins.test\n", "Unsendable", "The Message-Id '1@illaddins.test' is not usable; expected left@right in at most 250 plain letters, digits and .!#$%&'*+-/=?^_`{|}~ without line breaks." },
        { "MessageId", "1@illaddins.test> <2@evil.test", "Unsendable", "The Message-Id '1@illaddins.test> <2@evil.test' is not usable; expected left@right in at most 250 plain letters, digits and .!#$%&'*+-/=?^_`{|}~ without line breaks." },
    };

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task No_field_can_add_a_header_a_recipient_or_a_body(string field, string value, string family, string words)
    {
        await using var listener = ScriptedSmtpListener.Start();
        var mail = field switch
        {
            "FromName" => Some.Mail() with { FromName = value },
            "FromAddress" => Some.Mail() with { FromAddress = value },
            "ToName" => Some.Mail() with { ToName = value },
            "ToAddress" => Some.Mail() with { ToAddress = value },
            "Cc" => Some.Mail() with { Cc = value },
            "Bcc" => Some.Mail() with { Bcc = value },
            "Subject" => Some.Mail() with { Subject = value },
            _ => Some.Mail() with { MessageId = value },
        };

        var outcome = await Some.Sent(listener, mail);

        Assert.Equal(family, outcome.GetType().Name);
        if (outcome is not MailOutcome.Accepted)
        {
            Assert.Equal(words, outcome.Answer.Text);
            Assert.Equal(0, listener.Connections);
            return;
        }
        var received = Assert.Single(listener.Mails);
        Assert.Equal(["jane@library.test"], received.Recipients);
        var parsed = received.Parsed();
        Assert.Equal(["From", "To", "Subject", "Date", "Message-Id", "Auto-Submitted", "MIME-Version"], parsed.Headers.Select(header => header.Field));
        Assert.Equal("jane@library.test", Assert.Single(parsed.To.Mailboxes).Address);
        Assert.Equal("ill@library.test", Assert.Single(parsed.From.Mailboxes).Address);
        Assert.EndsWith("\r\n\r\nDear Jane,\r\nyour loan is waiting.\r\n", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_a_title_becomes_a_space_in_the_subject()
    {
        await using var listener = ScriptedSmtpListener.Start();

        await Some.Sent(listener, Some.Mail() with { Subject = " Your loan 'War\r\n and  Peace\n' is\there\0 " });

        Assert.Equal("Your loan 'War and Peace ' is here", Assert.Single(listener.Mails).Parsed().Subject);
    }

    [Theory]
    [InlineData("Zażółć gęślą jaźń, ul. Łąkowa 7")]
    [InlineData("Το δάνειό σας έφτασε")]
    [InlineData("ההשאלה שלך הגיעה")]
    [InlineData("لقد وصلت إعارتك")]
    [InlineData("Ваша книга пришла")]
    [InlineData("借りた本が届きました")]
    [InlineData("📚 arrived 👩🏽‍🔬 e\u0301")]
    public async Task Every_script_arrives_whole_in_names_subject_text_and_html(string words)
    {
        var longer = string.Join(' ', Enumerable.Repeat(words, 6));
        foreach (var extensions in new[] { Array.Empty<string>(), ["8BITMIME", "SMTPUTF8"] })
        {
            await using var listener = ScriptedSmtpListener.Start(new() { Extensions = extensions });

            var outcome = await Some.Sent(listener, Some.Mail() with { FromName = words, ToName = words, Subject = longer, TextBody = longer, HtmlBody = $"<p>{longer}</p>" });

            Assert.IsType<MailOutcome.Accepted>(outcome);
            var received = Assert.Single(listener.Mails);
            var parsed = received.Parsed();
            Assert.Equal(words, parsed.From[0].Name);
            Assert.Equal(words, parsed.To[0].Name);
            Assert.Equal(longer, parsed.Subject);
            Assert.Equal(longer, parsed.TextBody!.TrimEnd());
            Assert.Equal($"<p>{longer}</p>", parsed.HtmlBody!.TrimEnd());
            if (extensions.Length == 0)
                Assert.All(received.Bytes, octet => Assert.True(octet < 128));
        }
    }

    [Fact]
    public async Task A_mail_has_its_text_first_and_its_html_as_the_alternative()
    {
        await using var listener = ScriptedSmtpListener.Start();

        await Some.Sent(listener, Some.Mail() with { HtmlBody = "<p>Dear Jane</p>" });

        var body = Assert.IsType<MultipartAlternative>(Assert.Single(listener.Mails).Parsed().Body, exactMatch: false);
        Assert.Equal(["text/plain", "text/html"], body.Select(part => part.ContentType.MimeType));
        Assert.All(body.OfType<TextPart>(), part => Assert.Equal("utf-8", part.ContentType.Charset));
    }

    [Theory]
    [InlineData("one\r\n.\r\nMAIL FROM:<evil@evil.test>\r\n", "one\r\n.\r\nMAIL FROM:<evil@evil.test>\r\n")]
    [InlineData("one\n.\nRCPT TO:<evil@evil.test>", "one\r\n.\r\nRCPT TO:<evil@evil.test>")]
    [InlineData("one\r.\r\nDATA", "one\r\n.\r\nDATA")]
    [InlineData(".", ".")]
    [InlineData("..\n...\n.a", "..\r\n...\r\n.a")]
    [InlineData("a\0b\u0007c\td", "abc\td")]
    [InlineData("", "")]
    public async Task No_body_can_end_itself_and_begin_another_mail(string body, string expected)
    {
        await using var listener = ScriptedSmtpListener.Start();

        var outcome = await Some.Sent(listener, Some.Mail() with { TextBody = body });

        Assert.IsType<MailOutcome.Accepted>(outcome);
        Assert.Equal(expected.TrimEnd('\r', '\n'), Assert.Single(listener.Mails).Text.Split("\r\n\r\n", 2)[1].TrimEnd('\r', '\n'));
        Assert.Single(listener.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_longer_than_smtp_allows_arrive_whole()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var line = new string('x', 5000) + " Łąkowa";

        await Some.Sent(listener, Some.Mail() with { TextBody = line });

        var received = Assert.Single(listener.Mails);
        Assert.Equal(line, received.Parsed().TextBody!.TrimEnd());
        Assert.All(received.Text.Split("\r\n"), sent => Assert.True(sent.Length <= 998));
    }

    [Fact]
    public async Task A_message_id_is_the_same_with_and_without_its_brackets()
    {
        await using var listener = ScriptedSmtpListener.Start();

        await Some.Sent(listener, Some.Mail("<7.x@illaddins.test>"));

        Assert.Equal("<7.x@illaddins.test>", Assert.Single(listener.Mails).Parsed().Headers["Message-Id"]);
    }
}
