namespace IllAddins.CustomerContact.Delivery;

/// <summary>One mail, ready to go: everything that is fixed before the first byte reaches a mail server.</summary>
public sealed record OutgoingMail
{
    /// <summary>Message-Id as <c>left@right</c>, ASCII, without angle brackets; given with them, they are taken off. Fixed by the caller so that a repeat carries the same one.</summary>
    public required string MessageId { get; init; }

    /// <summary>The moment in the Date header, with the offset that the reader is to see.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Display name of the sender; empty means none.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Exactly one address: the From header and the envelope sender, so bounces come back to it.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Display name of the patron; empty means none.</summary>
    public string ToName { get; init; } = "";

    /// <summary>The patron's address, or several separated by comma or semicolon. The mail counts as accepted when one of them is.</summary>
    public required string ToAddress { get; init; }

    /// <summary>Addresses for a copy, separated by comma or semicolon; empty means none. One that is refused is noted and never stops the mail.</summary>
    public string Cc { get; init; } = "";

    /// <summary>As <see cref="Cc"/>, but never written into the text that an SMTP server gets.</summary>
    public string Bcc { get; init; } = "";

    /// <summary>Subject in any script; line breaks and control characters become one space.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text, always sent.</summary>
    public required string TextBody { get; init; }

    /// <summary>The same as HTML; null means a mail of plain text only.</summary>
    public string? HtmlBody { get; init; }
}
