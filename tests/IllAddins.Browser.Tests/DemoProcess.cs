using System.Diagnostics;
using System.Text.RegularExpressions;
using IllAddins.Tests.Architecture;

namespace IllAddins.Browser.Tests;

/// <summary>The demo as its visitor starts it: a process of its own, with the core add-in of the build.</summary>
public sealed partial class DemoProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo temporary;

    private DemoProcess(Process process, DirectoryInfo temporary, Uri link) => (this.process, this.temporary, Link) = (process, temporary, link);

    /// <summary>The one-time sign-in link that the demo prints.</summary>
    public Uri Link { get; }

    /// <summary>Starts it.</summary>
    /// <param name="addins">The add-ins folder; null for that of the build.</param>
    public static async Task<DemoProcess> StartAsync(string? addins = null)
    {
        var temporary = Directory.CreateTempSubdirectory("illaddins-browser-demo-");
        var host = Path.Combine(Repository.BuiltAddins, "..", "IllAddins.Host.dll");
        var start = new ProcessStartInfo("dotnet", [host, "demo", "--listen", "http://127.0.0.1:0", "--addins", addins ?? Repository.BuiltAddins]) { RedirectStandardOutput = true };
        start.Environment["TMPDIR"] = temporary.FullName;
        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (SignInLink().Match(line) is { Success: true } link)
                return new DemoProcess(process, temporary, new Uri(link.Value));
        }

        throw new InvalidOperationException($"The demo ended before it was ready:\n{string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        temporary.Delete(recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/sign-in/once\?token=\S+")]
    private static partial Regex SignInLink();
}
