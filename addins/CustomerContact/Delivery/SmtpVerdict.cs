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
        MailStage.Recipient => !IsAboutSender(answer) && !IsPolicy(answer) && answer.Code is not (503 or 530 or 535 or 538),
        MailStage.Data or MailStage.FinalDot => IsAddressOrMailbox(answer) && !IsAboutSender(answer),
        _ => false,
    };

    // RFC 3463: 5.1.7 and 5.1.8 are the sender's address; 5.7.x is security or policy ("Relay access denied"), 5.5.x the protocol.
    private static bool IsAboutSender(MailAnswer answer) => answer.EnhancedStatus is "5.1.7" or "5.1.8";

    private static bool IsPolicy(MailAnswer answer) => Starts(answer, "5.7.") || Starts(answer, "5.5.");

    private static bool IsAddressOrMailbox(MailAnswer answer) => Starts(answer, "5.1.") || Starts(answer, "5.2.");

    private static bool Starts(MailAnswer answer, string prefix) => answer.EnhancedStatus?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
