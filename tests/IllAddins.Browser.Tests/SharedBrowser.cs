using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>The one browser of all tests: starting one takes longer than most tests do. Each desk is a memory and windows of its own in it.</summary>
internal static class SharedBrowser
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>A memory of its own, without windows yet; whoever asked disposes of it.</summary>
    /// <param name="options">How its windows are; null for the browser's usual ones.</param>
    public static async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions? options = null) => await (await Started.Value).NewContextAsync(options);

    // Its driver ends it with this process.
    private static async Task<IBrowser> StartAsync() =>
        await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Arguments });
}
