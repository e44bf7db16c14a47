using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>A desk at the real product: a browser with a memory of its own, signed in and on the list.</summary>
public sealed class RealDesk : IAsyncDisposable
{
    public const string Screen = "/screens/customer-contact";

    private readonly IBrowserContext context;
    private ICDPSession? network;

    internal RealDesk(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public ILocator Status => Page.Locator("#status");

    public ILocator Counts => Page.Locator("#counts");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>The rows of a group, in the order of the list: number, patron and mends.</summary>
    public async Task<IReadOnlyList<ListedRow>> RowsAsync(string group)
    {
        var answer = await Page.APIRequest.GetAsync($"{Screen}/rows");
        return [.. (await answer.JsonAsync())!.Value.GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("group").GetString() == group)
            .Select(row => new ListedRow(
                row.GetProperty("transactionNumber").GetInt32(),
                row.TryGetProperty("together", out var patron) ? patron.GetString()! : "",
                row.TryGetProperty("mends", out var mends) ? [.. mends.EnumerateArray().Select(mend => mend.GetString()!)] : []))];
    }

    /// <summary>What a barcode scanner does.</summary>
    public async Task ScanAsync(int number)
    {
        await Page.GetByLabel("Find or scan").FocusAsync();
        await Page.Keyboard.TypeAsync($"{number}\n");
        await Expect(Status).ToContainTextAsync($"Selected: {number}");
    }

    /// <summary>The row of a request, where it is drawn.</summary>
    public ILocator Row(int number) => Page.Locator(".request-row", new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = $"{number}", Exact = true }) });

    public ILocator OfRibbon(string title) => Page.Locator("#ribbon").GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    public ILocator Item(string title) => Page.GetByRole(AriaRole.Menuitem, new() { Name = title, Exact = true });

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>The cell of a row under a heading.</summary>
    public async Task<string> CellAsync(int number, string heading)
    {
        var at = await Page.Locator($"[role=columnheader][data-name={heading}]").EvaluateAsync<int>("head => [...head.parentElement.querySelectorAll('[data-name]')].filter(each => !each.hidden).indexOf(head) + 1");
        return await Row(number).Locator("> *").Nth(at).InnerTextAsync();
    }

    /// <summary>Reads a page again until a part of it holds a text, as something that happens by itself has happened.</summary>
    public async Task UntilAsync(string address, string part, string text)
    {
        var begun = Stopwatch.StartNew();
        string found;
        do
        {
            await Page.GotoAsync(address);
            found = await Page.Locator(part).InnerTextAsync();
        }
        while (!found.Contains(text, StringComparison.Ordinal) && begun.Elapsed < TimeSpan.FromMinutes(3));
        Assert.Contains(text, found, StringComparison.Ordinal);
    }

    /// <summary>The call, the letter or the e-mail was about what is selected alone, not about the customer's other items.</summary>
    public async Task OwnAloneAsync()
    {
        await Expect(Dialog).ToBeVisibleAsync();
        foreach (var box in await Dialog.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.UncheckAsync();
    }

    /// <summary>From here on the network of the desk is so; the delay is in milliseconds.</summary>
    public async Task SetNetworkAsync(bool offline = false, int delay = 0)
    {
        network ??= await context.NewCDPSessionAsync(Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = offline, ["latency"] = delay, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

/// <summary>A row of the list; <c>Patron</c> is empty where it stands alone.</summary>
public sealed record ListedRow(int Number, string Patron, IReadOnlyList<string> Mends);
