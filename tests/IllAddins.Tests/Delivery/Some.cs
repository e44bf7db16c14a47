using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;
using MimeKit;

namespace IllAddins.Tests.Delivery;

/// <summary>A mail and the ways to send it, of which a test names only what matters.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(1));

    public static OutgoingMail Mail(string id = "1001.1@illaddins.test", string to = "jane@library.test") => new()
    {
        MessageId = id,
        Date = Morning,
        FromName = "Interlibrary Loan",
        FromAddress = "ill@library.test",
        ToName = "Jane Doe",
        ToAddress = to,
        Subject = "Your interlibrary loan has arrived",
        TextBody = "Dear Jane,\nyour loan is waiting.\n",
    };

    public static MailSettings Settings(ScriptedSmtpListener listener, MailSecurity security = MailSecurity.None) =>
        new() { Host = listener.Host, Port = listener.Port, Security = security, LocalName = "illaddins.test" };

    public static SmtpTransport Transport(ScriptedSmtpListener listener, TimeProvider? time = null, SendJournal? journal = null) =>
        new(Settings(listener), time ?? TimeProvider.System, journal);

    /// <summary>One attempt over a fresh transport.</summary>
    public static async Task<MailOutcome> Sent(ScriptedSmtpListener listener, OutgoingMail mail)
    {
        await using var transport = Transport(listener);
        return await transport.SendAsync(mail, CancellationToken.None);
    }

    public static MimeMessage Parsed(this ReceivedMail mail) => MimeMessage.Load(new MemoryStream(mail.Bytes));
}
