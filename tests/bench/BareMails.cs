using System.Net.Sockets;
using System.Text;

namespace IllAddins.Bench;

/// <summary>The bare work to compare with: mails written to a socket one after another, envelope in one piece and text in another, on one connection.</summary>
public static class BareMails
{
    private static readonly byte[] Envelope = Encoding.ASCII.GetBytes("MAIL FROM:<ill@library.example>\r\nRCPT TO:<patron@library.example>\r\nDATA\r\n");

    public static async Task SendAsync(int port, int count)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A line of the usual length, as mails have them.\r\n", 30)) + ".\r\n");
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        await using var stream = client.GetStream();
        using var answers = new StreamReader(stream, Encoding.ASCII, false, 4_096, leaveOpen: true);
        await answers.ReadLineAsync();
        for (var at = 0; at < count; at++)
        {
            await stream.WriteAsync(Envelope);
            for (var answer = 0; answer < 3; answer++)
                await answers.ReadLineAsync();
            await stream.WriteAsync(text);
            await answers.ReadLineAsync();
        }
    }
}
