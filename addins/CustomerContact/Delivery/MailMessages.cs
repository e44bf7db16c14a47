using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Builds the message of a mail: headers that nothing can be injected into, every script encoded, text part always and HTML part where there is one.</summary>
internal static partial class MailMessages
{
    private const int LongestMessageId = 250;

    private static readonly FormatOptions AsciiHeaders = FormatOf(international: false);
    private static readonly FormatOptions Utf8Headers = FormatOf(international: true);

    /// <summary>The outcome for a Message-Id that cannot be used; null when it can.</summary>
    public static MailOutcome? MessageIdProblem(OutgoingMail mail) =>
        mail.MessageId.Length <= LongestMessageId && MessageId().IsMatch(mail.MessageId)
            ? null
            : new MailOutcome.Unsendable(MailAnswer.InOurWords(
                MailStage.Composing, $"The Message-Id '{HeaderText.OneLine(mail.MessageId)}' is not usable; expected left@right in at most {LongestMessageId} plain letters, digits and .!#$%&'*+-/=?^_`{{|}}~ without line breaks."));

    /// <summary>Builds the message. The caller has seen to it that the Message-Id has no problem.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="parties">Its addresses, read and narrowed to what the way out can carry.</param>
    /// <param name="withBcc">True writes the Bcc header: for a file that somebody else will send, never for SMTP.</param>
    public static MimeMessage Compose(OutgoingMail mail, MailParties parties, bool withBcc)
    {
        // From no headers at all: the usual constructor draws a random Message-Id and reads the clock, for nothing.
        var message = new MimeMessage((IEnumerable<Header>)[]);
        message.From.Add(parties.From);
        message.To.AddRange(parties.To);
        message.Cc.AddRange(parties.Cc);
        if (withBcc)
            message.Bcc.AddRange(parties.Bcc);
        message.Subject = HeaderText.OneLine(mail.Subject);
        message.Date = mail.Date;
        message.MessageId = BareMessageId(mail);
        // RFC 3834: tells vacation responders not to answer.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = Body(mail);
        return message;
    }

    /// <summary>How the message is to be written: CR LF, and raw UTF-8 headers only where an address cannot be written otherwise.</summary>
    public static FormatOptions Format(MailParties parties) => parties.NeedSmtpUtf8 ? Utf8Headers : AsciiHeaders;

    public static string BareMessageId(OutgoingMail mail) => mail.MessageId.TrimStart('<').TrimEnd('>');

    private static FormatOptions FormatOf(bool international)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.International = international;
        return format;
    }

    private static MimeEntity Body(OutgoingMail mail)
    {
        var text = Part("plain", mail.TextBody);
        return mail.HtmlBody is null ? text : new MultipartAlternative(text, Part("html", mail.HtmlBody));
    }

    private static TextPart Part(string subtype, string body)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, HeaderText.Body(body));
        return part;
    }

    // The dot-atoms of RFC 5322. \z and not $, which would let a last line feed through.
    [GeneratedRegex(@"\A<?[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+>?\z")]
    private static partial Regex MessageId();
}
