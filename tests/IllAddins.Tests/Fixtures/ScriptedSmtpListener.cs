using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace IllAddins.Tests.Fixtures;

/// <summary>What a listener offers; the default is a plain relay that accepts everything.</summary>
public sealed record SmtpListenerOptions
{
    /// <summary>Lines of the EHLO answer, besides STARTTLS and AUTH.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["PIPELINING", "SIZE 52428800", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"];

    /// <summary>Offers STARTTLS.</summary>
    public bool StartTls { get; init; }

    /// <summary>Speaks TLS from the first byte.</summary>
    public bool Tls { get; init; }

    /// <summary>Certificate for TLS; null makes one for 127.0.0.1.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Offers AUTH PLAIN and LOGIN for this account and refuses mail without it; null offers none.</summary>
    public string? User { get; init; }

    public string Password { get; init; } = "";

    /// <summary>Offers AUTH XOAUTH2 for the account with this token, and no password; null offers none.</summary>
    public string? Token { get; init; }
}

/// <summary>A mail that the listener took responsibility for.</summary>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="From">Envelope sender.</param>
/// <param name="Recipients">Envelope recipients that were accepted.</param>
/// <param name="Bytes">The text as it was sent, doubled dots made single.</param>
/// <param name="Secured">True when it came through TLS.</param>
/// <param name="User">Account that was logged in; null for none.</param>
public sealed record ReceivedMail(int Connection, string From, IReadOnlyList<string> Recipients, byte[] Bytes, bool Secured, string? User)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>
/// A mail server of our own on 127.0.0.1: real sockets, any number of connections, answers by script, every accepted mail kept. Says yes to everything unless
/// <see cref="Script"/> says otherwise.
/// </summary>
public sealed class ScriptedSmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<int, Socket> _open = new();
    private readonly ConcurrentDictionary<int, Task> _conversations = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly Task _accepting;
    private int _connections;

    private ScriptedSmtpListener(SmtpListenerOptions options)
    {
        Options = options;
        Certificate = options.Certificate ?? (options.StartTls || options.Tls ? ThrowAwayCertificate.Make() : null);
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public static ScriptedSmtpListener Start(SmtpListenerOptions? options = null) => new(options ?? new SmtpListenerOptions());

    public SmtpListenerOptions Options { get; }

    public SmtpScript Script { get; } = new();

    public string Host { get; } = "127.0.0.1";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The certificate that it shows; null without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Every mail that it took responsibility for, in that order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>How many connections were ever accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Every command line of every connection in order, without the texts of mails and without passwords.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Closes every open connection, as a server does that restarts or drops idle clients.</summary>
    public void CutOpenConnections()
    {
        foreach (var socket in _open.Values)
            socket.Shutdown(SocketShutdown.Both);
    }

    /// <summary>Done when every client so far has gone and everything that it sent was read.</summary>
    public Task AllConversationsEnded() => Task.WhenAll(_conversations.Values);

    /// <summary>Stops listening, cuts what is open, and throws what went wrong in the listener itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_conversations.Values);
        _end.Dispose();
    }

    internal void Keep(ReceivedMail mail) => _mails.Enqueue(mail);

    internal void Note(string command) => _commands.Enqueue(command);

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync(_end.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            socket.NoDelay = true;
            var number = Interlocked.Increment(ref _connections);
            _open[number] = socket;
            _conversations[number] = ConverseAsync(number, socket);
        }
    }

    private async Task ConverseAsync(int number, Socket socket)
    {
        await Task.Yield();
        using var wire = new SmtpWire(socket);
        try
        {
            await new SmtpConversation(this, number, wire).RunAsync(_end.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client has gone, refused our certificate, or the test is over: what a listener lives with.
        }
        finally
        {
            _open.TryRemove(number, out _);
        }
    }
}
