namespace IllAddins.CustomerContact.Delivery;

/// <summary>What became of one attempt to send one mail; a closed family.</summary>
public abstract record MailOutcome
{
    private MailOutcome(MailAnswer answer) => Answer = answer;

    /// <summary>The words that decided, and the stage at which they came.</summary>
    public MailAnswer Answer { get; }

    /// <summary>The server (or the pickup folder) has taken responsibility for the mail.</summary>
    /// <param name="Answer">The answer to the final dot.</param>
    /// <param name="Notes">Addresses that were left out, each a sentence for staff; empty when everybody was accepted.</param>
    public sealed record Accepted(MailAnswer Answer, IReadOnlyList<string> Notes) : MailOutcome(Answer);

    /// <summary>The patron's address is invalid or was refused for good: sending again changes nothing until somebody corrects it.</summary>
    public sealed record RefusedRecipient(MailAnswer Answer) : MailOutcome(Answer);

    /// <summary>No mail can be made of it: the sender's address or the Message-Id is unusable. Mending the template or the site's settings helps; trying again does not.</summary>
    public sealed record Unsendable(MailAnswer Answer) : MailOutcome(Answer);

    /// <summary>Given up by us, before anything was handed over: it is as if it had not been tried.</summary>
    public sealed record Withdrawn(MailAnswer Answer) : MailOutcome(Answer)
    {
        /// <summary>True where others stood before it and no connection had begun with it, so that it cannot be what ended the sending.</summary>
        public bool StoodBehind { get; init; }
    }

    /// <summary>Not accepted for certain, and worth another attempt: a 4xx answer, a connection lost or a time-out before the final dot.</summary>
    public sealed record TryLater(MailAnswer Answer) : MailOutcome(Answer);

    /// <summary>Not accepted for certain, for a reason that is not the patron's: server unreachable, TLS, login, sender, policy, settings.</summary>
    public sealed record ServerFault(MailAnswer Answer) : MailOutcome(Answer);

    /// <summary>The whole text with its final dot was handed over and no readable answer came: it may or may not have been accepted. Never to be repeated by itself.</summary>
    public sealed record Unknown(MailAnswer Answer) : MailOutcome(Answer);
}
