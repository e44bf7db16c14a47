using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IllAddins.Bench;

/// <summary>Postfix's test programs (Debian's package postfix): the sink that takes every mail, and the source that shows how fast this machine can be.</summary>
public sealed class PostfixTools : IDisposable
{
    private readonly string source;
    private readonly Process sink;

    private PostfixTools(string source, Process sink, int port) => (this.source, this.sink, Port) = (source, sink, port);

    /// <summary>Where the sink listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts <c>smtp-sink 127.0.0.1:PORT 256</c> on a free port (as root with <c>-u nobody</c>, which it then asks for).</summary>
    /// <exception cref="InvalidOperationException">The programs are not there, or the sink does not start.</exception>
    public static async Task<PostfixTools> StartAsync()
    {
        var (sinkFile, sourceFile) = (Find("smtp-sink"), Find("smtp-source"));
        var port = FreePort();
        string[] order = [.. Environment.IsPrivilegedProcess ? ["-u", "nobody"] : Array.Empty<string>(), $"127.0.0.1:{port}", "256"];
        Figures.Line($"sink: {sinkFile} {string.Join(' ', order)}");
        var tools = new PostfixTools(sourceFile, Process.Start(sinkFile, order), port);
        for (var tries = 1; !await ListensAsync(port); tries++)
        {
            if (tries == 50 || tools.sink.HasExited)
                throw new InvalidOperationException($"{sinkFile} does not listen on port {port}. Start it by hand to see why: {sinkFile} {string.Join(' ', order)}");
            await Task.Delay(100);
        }

        return tools;
    }

    /// <summary>Sends mails over four kept sessions, with nothing to look up, render or record: the most that this machine can do.</summary>
    /// <returns>Mails a second.</returns>
    public async Task<double> LimitAsync(int count, int size)
    {
        string[] order =
        [
            "-s", "4", "-d", "-m", count.ToString(CultureInfo.InvariantCulture), "-l", size.ToString(CultureInfo.InvariantCulture),
            "-f", "ill@library.example", "-t", "patron@library.example", $"127.0.0.1:{Port}",
        ];
        var took = await Figures.TimeAsync(() => Process.Start(source, order).WaitForExitAsync());
        return count / took.TotalSeconds;
    }

    public void Dispose()
    {
        sink.Kill();
        sink.Dispose();
    }

    private static string Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin");
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} is neither on PATH nor in /usr/sbin. It comes with Postfix: apt-get install postfix.");
    }

    /// <summary>A port of this machine on which nothing listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
