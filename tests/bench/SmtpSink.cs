using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IllAddins.Bench;

/// <summary>A mail server on loopback that takes everything, counts it and throws it away.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int mails;

    public SmtpSink()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public int Mails => mails;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync();
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => ConverseAsync(socket));
        }
    }

    private async Task ConverseAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.Latin1, false, 16_384, leaveOpen: true);
        await AnswerAsync(stream, "220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            await AnswerAsync(stream, Answer(line));
            if (line == "DATA")
                await TakeAsync(reader, stream);
        }
    }

    private static string Answer(string line) => line switch
    {
        "DATA" => "354 go on",
        _ when line.StartsWith("EHLO", StringComparison.Ordinal) => "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8",
        _ => "250 ok",
    };

    private async Task TakeAsync(StreamReader reader, NetworkStream stream)
    {
        while (await reader.ReadLineAsync() is { } line && line != ".")
            continue;
        Interlocked.Increment(ref mails);
        await AnswerAsync(stream, "250 taken");
    }

    private static ValueTask AnswerAsync(NetworkStream stream, string answer) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"));
}
