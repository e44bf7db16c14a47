namespace IllAddins.CustomerContact.Delivery;

/// <summary>Decides whose fault a refusal is. Servers tell of bad senders and policy at RCPT and of bad recipients after the text, so the stage alone does not say.</summary>
internal static class SmtpVerdict
{
    /// <summary>The outcome of an answer other than success.</summary>
    public static MailOutcome Of(MailAnswer answer) => answer.Code switch
    {
        >= 400 and < 500 => new MailOutcome.TryLater(answer),
        >= 500 and < 600 => IsAboutRecipient(answer) ? new MailOutcome.RefusedRecipient(answer) : new MailOutcome.ServerFault(answer),
        _ => answer.Stage is MailStage.FinalDot ? new MailOutcome.Unknown(answer) : new MailOutcome.ServerFault(answer),
    };

    private static bool IsAboutRecipient(MailAnswer answer) => answer.Stage switch
    {
        MailStage.Recipient => !IsAboutSender(answer) && !IsPolicyOrSystem(answer) && !IsProtocolOrLogin(answer),
        MailStage.Data or MailStage.Text or MailStage.FinalDot => IsAddressOrMailbox(answer) && !IsAboutSender(answer),
        _ => false,
    };

    // RFC 3463: 5.1.7 and 5.1.8 are the sender's address; 5.7.x is security or policy ("Relay access denied"), 5.5.x the protocol, 5.3.x the mail system.
    private static bool IsAboutSender(MailAnswer answer) => answer.EnhancedStatus is "5.1.7" or "5.1.8";

    private static bool IsPolicyOrSystem(MailAnswer answer) => Starts(answer, "5.7.") || Starts(answer, "5.5.") || Starts(answer, "5.3.");

    // Codes that never speak of a mailbox, whatever the stage: commands (RFC 5321), a host without mail (RFC 7504), encryption and login (RFC 4954). 501 may be the address's syntax.
    private static bool IsProtocolOrLogin(MailAnswer answer) => answer.Code is 500 or 502 or 503 or 504 or 521 or 523 or 530 or 534 or 535 or 538;

    private static bool IsAddressOrMailbox(MailAnswer answer) => Starts(answer, "5.1.") || Starts(answer, "5.2.");

    private static bool Starts(MailAnswer answer, string prefix) => answer.EnhancedStatus?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
