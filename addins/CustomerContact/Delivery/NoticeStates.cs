namespace IllAddins.CustomerContact.Delivery;

/// <summary>What is stored of a notice and its attempts by name, as staff read it; a name that is not known stays as it is.</summary>
public static class NoticeStates
{
    /// <summary>A <see cref="NoticeStatus"/>.</summary>
    public static string Status(string stored) => stored switch
    {
        NoticeStatus.Pending => StateWords.Pending,
        NoticeStatus.Sending => StateWords.Sending,
        NoticeStatus.Sent => StateWords.Sent,
        NoticeStatus.Retrying => StateWords.Retrying,
        NoticeStatus.Failed => StateWords.Failed,
        NoticeStatus.Unknown => StateWords.Unknown,
        NoticeStatus.Cancelled => StateWords.Cancelled,
        _ => stored,
    };

    /// <summary>What came of an attempt (<see cref="MailOutcome"/>).</summary>
    public static string Outcome(string stored) => stored switch
    {
        nameof(MailOutcome.Accepted) => StateWords.Accepted,
        nameof(MailOutcome.RefusedRecipient) => StateWords.RefusedRecipient,
        nameof(MailOutcome.Unsendable) => StateWords.Unsendable,
        nameof(MailOutcome.Withdrawn) => StateWords.Withdrawn,
        nameof(MailOutcome.TryLater) => StateWords.TryLater,
        nameof(MailOutcome.ServerFault) => StateWords.ServerFault,
        nameof(MailOutcome.Unknown) => StateWords.Unknown,
        _ => stored,
    };

    /// <summary>How far an attempt had come (<see cref="MailStage"/>).</summary>
    public static string Stage(string stored) => stored switch
    {
        nameof(MailStage.Composing) => StateWords.Composing,
        nameof(MailStage.Connecting) => StateWords.Connecting,
        nameof(MailStage.Greeting) => StateWords.Greeting,
        nameof(MailStage.Hello) => StateWords.Hello,
        nameof(MailStage.Tls) => StateWords.Tls,
        nameof(MailStage.Login) => StateWords.Login,
        nameof(MailStage.Sender) => StateWords.Sender,
        nameof(MailStage.Recipient) => StateWords.Recipient,
        nameof(MailStage.Data) => StateWords.Data,
        nameof(MailStage.Text) => StateWords.Text,
        nameof(MailStage.FinalDot) => StateWords.FinalDot,
        nameof(MailStage.PickupFile) => StateWords.PickupFile,
        _ => stored,
    };
}
