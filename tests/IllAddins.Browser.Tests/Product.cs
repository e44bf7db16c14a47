using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>The real product for the tests of a class: the demo in a process of its own, with its admin signed in. Started when first used, as a machine without a browser needs none.</summary>
public sealed class Product : IAsyncLifetime, IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private DemoProcess? demo;
    private string? signedIn;

    /// <summary>A desk of its own, on the list.</summary>
    public async Task<RealDesk> DeskAsync(BrowserNewContextOptions? options = null)
    {
        await StartAsync();
        options ??= new();
        options.BaseURL = new Uri(demo!.Link, "/").ToString();
        options.ViewportSize ??= new() { Width = 1360, Height = 900 };
        options.StorageState = signedIn;
        var context = await SharedBrowser.ContextAsync(options);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience.Milliseconds);
        await page.GotoAsync(RealDesk.Screen);
        await page.Locator(".request-row").First.WaitForAsync();
        return new RealDesk(context, page);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (demo is not null)
            await demo.DisposeAsync();
        gate.Dispose();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private async Task StartAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (signedIn is not null)
                return;
            demo ??= await DemoProcess.StartAsync();
            await using var context = await SharedBrowser.ContextAsync();
            var page = await context.NewPageAsync();
            await page.GotoAsync(demo.Link.ToString());
            await page.Locator("main button").ClickAsync();
            await page.Locator(".request-row").First.WaitForAsync();
            signedIn = await context.StorageStateAsync();
        }
        finally
        {
            gate.Release();
        }
    }
}
