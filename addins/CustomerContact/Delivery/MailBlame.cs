namespace IllAddins.CustomerContact.Delivery;

/// <summary>Whose an outcome is: only what is a notice's own burns one of its attempts.</summary>
public static class MailBlame
{
    /// <summary>True where the outcome says something about the mail server or the account, and nothing about this notice.</summary>
    public static bool IsServers(MailOutcome outcome) => outcome switch
    {
        MailOutcome.ServerFault => true,
        MailOutcome.TryLater { Answer: var answer } => IsServers(answer),
        _ => false,
    };

    /// <summary>True where a row of such outcomes is an outage. A server that takes text after text and never answers leaves one unknown notice after the other: it is one too.</summary>
    public static bool IsOutage(MailOutcome outcome) => outcome is MailOutcome.Unknown || IsServers(outcome);

    /// <summary>True where the server took a mail, or judged the patron's address: it works.</summary>
    public static bool ShowsWorkingServer(MailOutcome outcome) =>
        outcome is MailOutcome.Accepted || outcome is MailOutcome.RefusedRecipient { Answer.Code: not null } || (outcome is MailOutcome.TryLater && !IsServers(outcome));

    // Before MAIL FROM the server knows nothing of the mail. A lost or silent connection, 421 (RFC 5321, 3.8) and X.3.X (RFC 3463: the mail system) are the server's.
    private static bool IsServers(MailAnswer answer) =>
        answer is { Stage: < MailStage.Sender } or { Code: null or 421 } || answer.EnhancedStatus?.StartsWith("4.3.", StringComparison.Ordinal) == true;
}
