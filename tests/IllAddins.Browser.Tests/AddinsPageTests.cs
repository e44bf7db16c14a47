using System.Diagnostics;
using IllAddins.Tests.Architecture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>The Add-ins page, as an admin clicks it on the real product.</summary>
public sealed class AddinsPageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("illaddins-browser-addins-");

    public void Dispose() => folder.Delete(recursive: true);

    [BrowserFact]
    public async Task An_admin_switches_an_add_in_off_and_on_and_has_a_faulted_one_tried_again()
    {
        Lay("WebPlatform", Path.Combine(Repository.BuiltAddins, "WebPlatform"));
        Lay("ThrowsInConstructor", Path.Combine(Repository.Root, "tests/fixtures/ThrowsInConstructor/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0"));
        await using var demo = await DemoProcess.StartAsync(folder.FullName);
        await using var context = await SharedBrowser.ContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(demo.Link.ToString());
        await page.Locator("main button").ClickAsync();
        await page.GotoAsync(new Uri(demo.Link, "/addins").ToString());

        var web = page.Locator("#addin-WebPlatform");
        await PressAsync(web, "Disable WebPlatform");
        await UntilAsync(page, web, "Disabled");
        await Expect(web).ToContainTextAsync("Contributes");
        await PressAsync(web, "Enable WebPlatform");
        await UntilAsync(page, web, "Running");

        var faulted = page.Locator("#addin-ThrowsInConstructor");
        await Expect(faulted.Locator(".status-mark")).ToHaveTextAsync("Faulted");
        await Expect(faulted.Locator("pre").First).ToBeHiddenAsync();
        await faulted.Locator("summary").First.ClickAsync();
        await Expect(faulted.Locator("pre").First).ToContainTextAsync("at ThrowsInConstructor.ThrowsInConstructor");
        await page.SetViewportSizeAsync(320, 700);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await PressAsync(faulted, "Retry ThrowsInConstructor");
        await UntilAsync(page, faulted, "Faulted");

        var log = page.Locator("#log tbody tr");
        await Expect(log).ToHaveCountAsync(3);
        await Expect(log.First).ToContainTextAsync("ThrowsInConstructor");
        await Expect(log.Last).ToContainTextAsync("WebPlatform");
    }

    private static Task PressAsync(ILocator addin, string button) => addin.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    // The page shows how things stood when it was asked for.
    private static async Task UntilAsync(IPage page, ILocator addin, string state)
    {
        var begun = Stopwatch.StartNew();
        while (await addin.Locator(".status-mark").InnerTextAsync() != state && begun.Elapsed < TimeSpan.FromMinutes(3))
            await page.ReloadAsync();
        await Expect(addin.Locator(".status-mark")).ToHaveTextAsync(state);
    }

    private void Lay(string name, string built)
    {
        var target = folder.CreateSubdirectory(name).FullName;
        foreach (var file in Directory.GetFiles(built))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }
}
