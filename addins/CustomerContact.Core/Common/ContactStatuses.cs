namespace IllAddins.CustomerContact.Core.Common;

/// <summary>The statuses on the road from transit to a notified patron, spelled as ILLiad spells them.</summary>
public static class ContactStatuses
{
    public const string InTransit = "In Transit to Pickup Location";
    public const string AwaitingContact = "Awaiting Customer Contact";
    public const string AwaitingDocDelContact = "Awaiting Doc Del Customer Contact";
    public const string NotifiedViaEMail = "Customer Notified via E-Mail";
    public const string NotifiedViaPhone = "Customer Notified via Phone";

    /// <summary>Ours, not ILLiad's; a site may name another status for it.</summary>
    public const string NotifiedViaMail = "Customer Notified via Mail";

    /// <summary>The status of a request whose patron an add-in's channel has told.</summary>
    public static string NotifiedVia(string channel) => $"Customer Notified via {channel}";

    /// <summary>Whether two texts name one status: case, and white space around them, do not matter. Null is no status.</summary>
    public static bool Same(string? one, string? other) => Spelling.Same(one, other);

    /// <summary>Whether a request at this status stands on the Customer Contact form.</summary>
    public static bool AwaitsContact(string? status) => Same(status, AwaitingContact) || Same(status, AwaitingDocDelContact);
}
