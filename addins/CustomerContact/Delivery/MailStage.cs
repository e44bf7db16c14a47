namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// How far a mail had come when an answer was given. In the order of the road: below <see cref="Sender"/> an answer says nothing about this mail,
/// only about the server; below <see cref="FinalDot"/> the server cannot have accepted it.
/// </summary>
public enum MailStage
{
    /// <summary>Before any connection: addresses, Message-Id, password file.</summary>
    Composing,
    /// <summary>Name look-up and TCP connection.</summary>
    Connecting,
    /// <summary>The server's first line.</summary>
    Greeting,
    /// <summary>EHLO or HELO.</summary>
    Hello,
    /// <summary>STARTTLS and the TLS handshake (with <see cref="MailSecurity.Tls"/> this comes before the greeting).</summary>
    Tls,
    /// <summary>AUTH.</summary>
    Login,
    /// <summary>MAIL FROM.</summary>
    Sender,
    /// <summary>RCPT TO.</summary>
    Recipient,
    /// <summary>The DATA command.</summary>
    Data,
    /// <summary>Headers and body on their way.</summary>
    Text,
    /// <summary>The last block of the text and the final dot go out, or their answer is awaited.</summary>
    FinalDot,
    /// <summary>Writing a file into the pickup folder.</summary>
    PickupFile,
}
