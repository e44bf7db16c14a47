namespace IllAddins.CustomerContact.Delivery;

/// <summary>A way for mails to leave: an SMTP server or a pickup folder. One mail at a time; further callers wait their turn.</summary>
public interface IMailTransport : IAsyncDisposable
{
    /// <summary>Makes one attempt to hand the mail over. Never repeats a mail whose text has begun to leave.</summary>
    /// <param name="mail">The mail, fixed beforehand.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What became of it. Cancelled after the final dot went out, this is <see cref="MailOutcome.Unknown"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the final dot went out: the mail was not accepted.</exception>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => SendAsync(mail, static () => null, cancellationToken);

    /// <summary>The same, where it is known which mail comes next.</summary>
    /// <param name="mail">The mail, fixed beforehand.</param>
    /// <param name="next">Asked at most once, before the final dot goes out; null for no mail, or for one that is not sure to follow.
    /// The server may be told of that mail already. Sent next over this transport, the same object goes on from there; nothing of its text leaves before.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What became of <paramref name="mail"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the final dot went out: the mail was not accepted.</exception>
    Task<MailOutcome> SendAsync(OutgoingMail mail, Func<OutgoingMail?> next, CancellationToken cancellationToken);
}
