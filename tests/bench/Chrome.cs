using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IllAddins.Bench;

/// <summary>A browser of this machine, spoken to over its own debugging protocol: a driver package would weigh more than the bench.</summary>
public sealed class Chrome : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly ClientWebSocket socket = new();
    private string? session;
    private int calls;

    private Chrome(Process process, DirectoryInfo profile) => (this.process, this.profile) = (process, profile);

    /// <summary>Starts the browser with one empty page; null where the machine has none.</summary>
    public static async Task<Chrome?> StartAsync()
    {
        var file = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (file is null)
            return null;
        var profile = Directory.CreateTempSubdirectory("illaddins-bench-browser-");
        var start = new ProcessStartInfo(file) { RedirectStandardError = true };
        foreach (var argument in (string[])["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0", "--window-size=1360,900", $"--user-data-dir={profile.FullName}", "about:blank"])
            start.ArgumentList.Add(argument);
        var chrome = new Chrome(Process.Start(start)!, profile);
        await chrome.ConnectAsync();
        return chrome;
    }

    /// <summary>Runs before the scripts of every page from now on.</summary>
    public Task OnEveryPageAsync(string script) => CallAsync("Page.addScriptToEvaluateOnNewDocument", new JsonObject { ["source"] = script });

    public Task GoAsync(Uri address) => CallAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() });

    /// <summary>The value of an expression in the page, which may be a promise.</summary>
    /// <exception cref="InvalidOperationException">It threw.</exception>
    public async Task<JsonNode?> ValueAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer["exceptionDetails"] is { } thrown
            ? throw new InvalidOperationException($"The page threw: {thrown.ToJsonString()}")
            : answer["result"]!["value"];
    }

    /// <summary>Waits until an expression is true; a page that is being left answers nothing.</summary>
    public async Task UntilAsync(string condition)
    {
        var patience = Stopwatch.StartNew();
        while (!await HoldsAsync(condition))
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"The page did not come to this within a minute: {condition}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Delete(recursive: true);
    }

    private async Task<bool> HoldsAsync(string condition)
    {
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = condition, ["returnByValue"] = true });
        return answer["result"]?["value"] is JsonValue value && value.TryGetValue<bool>(out var holds) && holds;
    }

    private async Task ConnectAsync()
    {
        const string Before = "DevTools listening on ";
        string? line;
        do
            line = await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("The browser ended before it could be spoken to.");
        while (!line.StartsWith(Before, StringComparison.Ordinal));
        _ = process.StandardError.ReadToEndAsync();
        await socket.ConnectAsync(new Uri(line[Before.Length..]), CancellationToken.None);
        var pages = await CallAsync("Target.getTargets", []);
        var page = pages["targetInfos"]!.AsArray().First(target => target!["type"]!.GetValue<string>() == "page")!["targetId"]!.GetValue<string>();
        var attached = await CallAsync("Target.attachToTarget", new JsonObject { ["targetId"] = page, ["flatten"] = true });
        session = attached["sessionId"]!.GetValue<string>();
        await CallAsync("Page.enable", []);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        var id = ++calls;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            var answer = JsonNode.Parse(await ReceiveAsync())!;
            if (answer["id"]?.GetValue<int>() == id)
                return answer["result"] ?? throw new InvalidOperationException($"{method} was refused: {answer["error"]?.ToJsonString()}");
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[65_536];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return message.ToArray();
    }
}
