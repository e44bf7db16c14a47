using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IllAddins.Bench;

/// <summary>A mail server on loopback that takes everything, counts it and throws it away.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TimeSpan late;
    private readonly string? poison;
    private int mails;
    private long bytes;

    /// <summary>Listens from now on.</summary>
    /// <param name="late">How long each answer is kept back; commands that come together are answered together, as by a relay that is far away.</param>
    /// <param name="poison">Hangs up in the midst of a text that holds these words; null for none.</param>
    public SmtpSink(TimeSpan late = default, string? poison = null)
    {
        (this.late, this.poison) = (late, poison);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public int Mails => mails;

    /// <summary>Everything that came, commands and all.</summary>
    public long Bytes => bytes;

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
        var conversation = new SinkConversation();
        await AnswerAsync(stream, "220 sink\r\n");
        var buffer = new byte[16_384];
        while (await stream.ReadAsync(buffer) is > 0 and var read)
        {
            if (poison is not null && Encoding.ASCII.GetString(buffer, 0, read).Contains(poison, StringComparison.Ordinal))
                return;
            var answers = conversation.Hear(buffer.AsSpan(0, read));
            Interlocked.Add(ref mails, conversation.TakeMails());
            Interlocked.Add(ref bytes, read);
            if (answers.Length > 0)
                await AnswerAsync(stream, answers);
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string answers)
    {
        if (late > TimeSpan.Zero)
            await Task.Delay(late);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answers));
    }
}
