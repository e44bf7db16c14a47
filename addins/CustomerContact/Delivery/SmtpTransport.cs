using System.Runtime.ExceptionServices;
using System.Security.Cryptography.X509Certificates;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Sends over SMTP and keeps the connection for the next mail. A kept connection that proves closed before any text of the mail left is replaced, once, within
/// the same attempt; nothing else is ever repeated.
/// </summary>
public sealed class SmtpTransport : IMailTransport
{
    // Servers and firewalls drop idle connections after a minute or more; a new one costs less than a wait at a dead one.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    private readonly MailSettings _settings;
    private readonly TimeProvider _time;
    private readonly SendJournal _journal;
    private readonly X509Certificate2? _trusted;
    private readonly SemaphoreSlim _turn = new(1);
    private SmtpSession? _kept;
    private long _lastUse;

    /// <summary>Connects to nothing before the first mail.</summary>
    /// <param name="settings">Settings with a host.</param>
    /// <param name="time">Clock of the time-outs.</param>
    /// <param name="journal">Account of what was handed over; null keeps none.</param>
    /// <param name="trusted">One certificate that is trusted although its chain is not (its name is still checked); null trusts only what the machine trusts.</param>
    public SmtpTransport(MailSettings settings, TimeProvider time, SendJournal? journal = null, X509Certificate2? trusted = null)
    {
        _settings = settings;
        _time = time;
        _journal = journal ?? SendJournal.None;
        _trusted = trusted;
    }

    /// <inheritdoc cref="IMailTransport.SendAsync(OutgoingMail, CancellationToken)"/>
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => SendAsync(mail, static () => null, cancellationToken);

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, Func<OutgoingMail?> next, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (parties, refusal) = _kept?.Announced is { } announced && ReferenceEquals(announced.Mail, mail) ? (announced.Parties, null) : MailParties.Read(mail);
            return (refusal ?? MessageIds.Problem(mail)) is { } unsendable ? unsendable : await SendAsync(new Sending(mail, parties!, next), cancellationToken);
        }
        finally
        {
            _lastUse = _time.GetTimestamp();
            _turn.Release();
        }
    }

    private async Task<MailOutcome> SendAsync(Sending sending, CancellationToken cancellationToken)
    {
        await CloseWhenUnfitAsync(sending);
        using var watch = new StepWatch(_settings, _time, cancellationToken);
        var reused = _kept is not null;
        var outcome = await AttemptAsync(sending, watch, cancellationToken);
        if (!reused || !SmtpFault.IsStaleConnection(outcome, watch))
            return outcome;
        await CloseAsync();
        return await AttemptAsync(sending, watch, cancellationToken);
    }

    /// <summary>Takes leave of the server and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await CloseAsync();
        _turn.Dispose();
    }

    private async Task<MailOutcome> AttemptAsync(Sending sending, StepWatch watch, CancellationToken cancellationToken)
    {
        var (session, problem) = Session();
        if (session is null)
            return problem!;
        session.Conversation.Begin(watch, () => _journal.Before(MessageIds.Bare(sending.Mail)));
        try
        {
            var outcome = await ConverseAsync(sending, session, watch, cancellationToken);
            if (session.Conversation.DotReleased && outcome is not MailOutcome.Unknown)
                _journal.After(MessageIds.Bare(sending.Mail), outcome);
            return outcome;
        }
        finally
        {
            if (!session.IsFit)
                await CloseAsync();
        }
    }

    private async Task<MailOutcome> ConverseAsync(Sending sending, SmtpSession session, StepWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            if (!session.IsConnected)
                await session.OpenAsync(watch);
            return await DeliverAsync(sending, session, watch);
        }
        catch (Exception fault) when (session.Conversation.DotReleased || SmtpFault.IsExpected(fault))
        {
            if (session.Conversation.JournalFault is { } journalFault)
                ExceptionDispatchInfo.Throw(journalFault);
            if (watch.Cancelled && !session.Conversation.DotReleased)
                throw new OperationCanceledException("Cancelled before the final dot went out: the mail was not accepted.", fault, cancellationToken);
            return SmtpFault.Outcome(fault, session, _settings, watch);
        }
    }

    private (SmtpSession? Session, MailOutcome? Problem) Session()
    {
        if (_kept is not null)
            return (_kept, null);
        var (password, problem) = SmtpPassword.Read(_settings);
        if (problem is not null)
            return (null, new MailOutcome.ServerFault(MailAnswer.InOurWords(MailStage.Composing, problem)));
        return (_kept = new SmtpSession(_settings, password, _trusted, new Conversation()), null);
    }

    private static async Task<MailOutcome> DeliverAsync(Sending sending, SmtpSession session, StepWatch watch)
    {
        var (carried, refusal) = session.Carry(sending.Parties);
        if (refusal is not null)
            return refusal;
        var recipients = new RecipientAnswers(carried!);
        var answer = await session.DeliverAsync(sending.Mail, carried!, recipients, sending.Next, watch);
        // Every 2xx is a yes (RFC 5321, 4.2.1).
        return answer is { Stage: MailStage.FinalDot, Code: >= 200 and < 300 }
            ? new MailOutcome.Accepted(answer, [.. carried!.Notes, .. recipients.Notes])
            : SmtpVerdict.Of(answer);
    }

    private async Task CloseWhenUnfitAsync(Sending sending)
    {
        if (_kept is null)
            return;
        var tooOld = _time.GetElapsedTime(_lastUse) > LongestIdle;
        var outOfTurn = _kept.Announced is { } announced && !ReferenceEquals(announced.Mail, sending.Mail);
        if (tooOld || outOfTurn || (sending.Parties.NeedSmtpUtf8 && _kept.SmtpUtf8WasSetAside))
            await CloseAsync();
    }

    private async Task CloseAsync()
    {
        if (_kept is not { } session)
            return;
        _kept = null;
        session.Conversation.Rest();
        using var farewell = new CancellationTokenSource(LongestFarewell, _time);
        // One that is out of step could take QUIT for text.
        await session.DisconnectAsync(quit: session.IsInStep, farewell.Token);
        session.Dispose();
    }

    private sealed record Sending(OutgoingMail Mail, MailParties Parties, Func<OutgoingMail?> Next);
}
