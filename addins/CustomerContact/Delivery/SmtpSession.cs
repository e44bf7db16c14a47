using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>One connection to a mail server, from the TCP handshake to QUIT. MailKit speaks; this class decides what may be said.</summary>
internal sealed class SmtpSession : SmtpClient
{
    private static readonly string[] Plainest = ["PLAIN", "LOGIN"];

    private readonly MailSettings _settings;
    private readonly string? _password;
    private readonly X509Certificate2? _trusted;
    // One is filled for the next mail while the other one's end has not left yet.
    private readonly MailText[] _texts = [new(), new()];
    private Stream? _wire;
    private SmtpDialog? _dialog;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="settings">Where to and how.</param>
    /// <param name="password">Password of the user in the settings; null means no login.</param>
    /// <param name="trusted">One certificate that is trusted although its chain is not; null for none.</param>
    /// <param name="conversation">Follows what is said.</param>
    public SmtpSession(MailSettings settings, string? password, X509Certificate2? trusted, Conversation conversation) : base(conversation)
    {
        _settings = settings;
        _password = password;
        _trusted = trusted;
        Conversation = conversation;
        Timeout = System.Threading.Timeout.Infinite; // StepWatch keeps the time.
        LocalDomain = settings.LocalName.Length > 0 ? settings.LocalName : null;
        // Servers of a campus often have certificates whose revocation list cannot be reached; chain and name are always checked.
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = CheckCertificate;
    }

    public Conversation Conversation { get; }

    /// <summary>Why the server's certificate was refused; null when it was not.</summary>
    public string? CertificateProblem { get; private set; }

    /// <summary>True while the connection can take another mail.</summary>
    public bool IsFit => IsConnected && (_password is null || IsAuthenticated) && _dialog is not { IsBroken: true };

    /// <summary>The mail whose commands went out behind the one before; null for none. Only this one can be sent next.</summary>
    public WrittenMail? Announced { get; private set; }

    /// <summary>True while the server would take a command for one.</summary>
    public bool IsInStep => IsFit && Announced is null;

    /// <summary>True when SMTPUTF8 was switched off on this connection, which cannot be undone.</summary>
    public bool SmtpUtf8WasSetAside { get; private set; }

    /// <summary>Connects, secures and logs in; throws what MailKit throws.</summary>
    public async Task OpenAsync(StepWatch watch)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_settings.Host, _settings.Port, watch.Token);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        if (_settings.Security is MailSecurity.Tls)
            Conversation.BeginHandshake();
        _wire = new NetworkStream(socket, ownsSocket: true);
        await ConnectAsync(_wire, _settings.Host, _settings.Port, Options(_settings.Security), watch.Token);
        if (_password is not null)
            await LogInAsync(_password, watch.Token);
        if (_settings.Security is not MailSecurity.None && _wire is not SslStream)
            throw new InvalidOperationException("The connection was secured, and the stream that secures it did not become known.");
        _dialog = new SmtpDialog(_wire, Conversation, Capabilities);
    }

    /// <summary>Narrows the parties to what this server can carry, or gives the outcome when the patron or the sender is not among them.</summary>
    public (MailParties? Parties, MailOutcome? Refusal) Carry(MailParties parties)
    {
        const SmtpCapabilities needed = SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime;
        if (parties.NeedSmtpUtf8)
            return (Capabilities & needed) == needed ? (parties, null) : parties.WithoutSmtpUtf8(_settings.Server);
        // Asked for without need, SMTPUTF8 would make the mail stop at the next server that lacks it.
        SmtpUtf8WasSetAside |= (Capabilities & needed) == needed;
        Capabilities &= ~SmtpCapabilities.UTF8;
        return (parties, null);
    }

    /// <summary>Sends one mail; throws what MailKit throws. The answers are in <see cref="Conversation"/> and in <paramref name="recipients"/>.</summary>
    /// <param name="mail">The mail; the one that was announced, where one was.</param>
    /// <param name="parties">Its addresses, narrowed to what this server can carry.</param>
    /// <param name="recipients">Told of each recipient that is refused.</param>
    /// <param name="next">Asked for the mail that surely comes next, so that it can be announced; null for none.</param>
    /// <param name="watch">The time-outs.</param>
    /// <returns>The answer that decides.</returns>
    public Task<MailAnswer> DeliverAsync(OutgoingMail mail, MailParties parties, RecipientAnswers recipients, Func<OutgoingMail?> next, StepWatch watch)
    {
        var (isAnnounced, written) = (Announced is not null, Announced ?? Write(mail, parties, _texts[0]));
        Announced = null;
        return _dialog!.SendAsync(written, isAnnounced, recipients, () => Announced = Ahead(next(), written.Text), watch);
    }

    // Only what takes the usual way: for all else it matters what the server answers to one command before the next is said.
    private WrittenMail? Ahead(OutgoingMail? mail, MailText taken) =>
        mail is not null && MessageIds.Problem(mail) is null && MailParties.Read(mail) is ({ NeedSmtpUtf8: false, IsForOne: true } parties, null)
            ? Write(mail, parties, _texts[taken == _texts[0] ? 1 : 0])
            : null;

    private WrittenMail Write(OutgoingMail mail, MailParties parties, MailText text)
    {
        text.WriteDotted(mail, parties, Capabilities.HasFlag(SmtpCapabilities.EightBitMime));
        return new WrittenMail(mail, parties, text, SmtpDialog.Parameters(Capabilities, parties, text));
    }

    private Task LogInAsync(string secret, CancellationToken cancellationToken)
    {
        if (_settings.AccessTokenFile.Length == 0)
        {
            // MailKit tries a refused password anew by each mechanism that is offered, and servers lock accounts after a few. The plainest one works everywhere, and none is said but inside TLS or on this machine.
            if (Plainest.FirstOrDefault(AuthenticationMechanisms.Contains) is { } plainest)
                AuthenticationMechanisms.RemoveWhere(mechanism => mechanism != plainest);
            return AuthenticateAsync(Encoding.UTF8, new NetworkCredential(_settings.User, secret), cancellationToken);
        }

        // MailKit would send the token to a server that has not asked for one.
        if (!AuthenticationMechanisms.Contains("XOAUTH2"))
            throw new NotSupportedException("The server does not offer XOAUTH2.");
        return AuthenticateAsync(new SaslMechanismOAuth2(_settings.User, secret), cancellationToken);
    }

    // The stream in which everything is said once the connection is secure; MailKit names it to nobody, and .NET to whoever is asked for a client's certificate.
    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        options.LocalCertificateSelectionCallback = (sender, _, certificates, _, _) =>
        {
            _wire = (SslStream)sender;
            return certificates.Count > 0 ? certificates[0] : null!;
        };
        return options;
    }

    private bool CheckCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
            return true;
        if (errors is SslPolicyErrors.RemoteCertificateChainErrors && _trusted is not null && certificate is not null && _trusted.RawDataMemory.Span.SequenceEqual(certificate.GetRawCertData()))
            return true;
        var chainProblems = chain?.ChainStatus.Select(status => status.Status.ToString()).Distinct() ?? [];
        CertificateProblem = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? MailWords.CertificateOfOtherName(_settings.Host)
            : MailWords.CertificateNotTrusted(string.Join(", ", chainProblems));
        return false;
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => throw new UnreachableException(),
    };
}
