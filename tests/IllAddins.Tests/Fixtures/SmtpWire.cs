using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace IllAddins.Tests.Fixtures;

/// <summary>The listener's end of one connection: lines and dot-terminated text, in clear or in TLS.</summary>
internal sealed class SmtpWire(Socket socket) : IDisposable
{
    private static readonly byte[] EndOfText = "\r\n.\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[16 * 1024];
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _start;
    private int _end;

    public bool Secured => _stream is SslStream;

    public async Task SecureAsync(X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        // What came in clear before the handshake must not be taken for something said inside it.
        _start = _end = 0;
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
    }

    /// <summary>The next line without its end; null when the client has gone.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (await FillAsync(cancellationToken))
        {
            var next = _buffer[_start++];
            if (next == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
        }
        return null;
    }

    /// <summary>The text up to the final dot, with doubled dots made single; null when the client has gone before it.</summary>
    public async Task<byte[]?> ReadTextAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var matched = 2; // A text may begin with the final dot at once.
        var lineStart = true;
        while (await FillAsync(cancellationToken))
        {
            var next = _buffer[_start++];
            matched = next == EndOfText[matched] ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == EndOfText.Length)
                return WithoutDot(text);
            var doubled = lineStart && next == '.';
            lineStart = next == '\n';
            if (!doubled)
                text.WriteByte(next);
        }
        return null;
    }

    /// <summary>Waits until at least one byte can be read.</summary>
    public ValueTask<bool> FirstByteAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public async Task WriteAsync(string raw, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(raw), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    public void Dispose() => _stream.Dispose();

    // The dot itself was left out as a doubled one; its CR was not.
    private static byte[] WithoutDot(MemoryStream text) => text.ToArray()[..^1];

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start < _end)
            return true;
        _start = 0;
        _end = await _stream.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}
