using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>WCAG 2.2 AA as far as a machine can tell, light and dark.</summary>
public sealed class AccessibilityTests
{
    private static readonly Deque.AxeCore.Commons.AxeRunOptions Rules = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    [BrowserFact]
    public Task Nothing_is_found_in_light() => NothingIsFoundAsync(ColorScheme.Light);

    [BrowserFact]
    public Task Nothing_is_found_in_dark() => NothingIsFoundAsync(ColorScheme.Dark);

    [BrowserFact]
    public async Task At_320_pixels_no_page_scrolls_sideways()
    {
        await using var desk = await Desk.OpenAsync(options: new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await desk.Page.GotoAsync("/sign-in");
        await FitsAsync(desk);
        await desk.SignInAsync();
        await FitsAsync(desk);
        await ShootAsync(desk, "narrow-screen");
        await desk.Page.GotoAsync("/requests/481675");
        await FitsAsync(desk);
        await ShootAsync(desk, "narrow-request");
    }

    [BrowserFact]
    public async Task Text_of_twice_the_size_is_still_reachable()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; window.dispatchEvent(new Event('resize')); }");
        await FitsAsync(desk);
        await desk.Row(482756).ScrollIntoViewIfNeededAsync();
        await Expect(desk.Row(482756)).ToBeInViewportAsync();
        await ShootAsync(desk, "large-text");
    }

    private static async Task NothingIsFoundAsync(ColorScheme scheme)
    {
        await using var desk = await Desk.OpenAsync(options: new() { ColorScheme = scheme });
        await desk.Page.GotoAsync("/sign-in");
        await CheckAsync(desk, scheme, "sign-in");
        await desk.Page.GetByLabel("User name").FillAsync("zoe");
        await desk.Page.GetByLabel("Password").FillAsync("wrong");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await CheckAsync(desk, scheme, "sign-in-refused");
        await desk.SignInAsync();
        await desk.Row(481675).ClickAsync();
        await desk.Row(482753).ClickAsync();
        await desk.Row(482755).ClickAsync();
        await desk.Page.Mouse.MoveAsync(5, 5);
        await CheckAsync(desk, scheme, "screen");
        await desk.Command("More of Print Notifications").ClickAsync();
        await CheckAsync(desk, scheme, "split");
        await desk.Page.GetByText("Help").ClickAsync();
        await CheckAsync(desk, scheme, "help");
        await desk.Page.GotoAsync("/requests/481675?from=/screens/contact");
        await CheckAsync(desk, scheme, "request");
        await desk.Page.GetByText("empty fields").First.ClickAsync();
        await desk.Page.GetByLabel("Loan Author").FillAsync("Chen, Bo");
        await desk.Page.GetByLabel("Due Date").FillAsync("0001-01-01");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Locator("[aria-invalid=true]").WaitForAsync();
        await CheckAsync(desk, scheme, "request-edited");
    }

    private static async Task CheckAsync(Desk desk, ColorScheme scheme, string name)
    {
        var result = await desk.Page.RunAxe(Rules);
        await ShootAsync(desk, $"{scheme}-{name}");
        Assert.True(
            result.Violations.Length == 0,
            string.Join("\n", result.Violations.Select(found => $"{name}: {found.Id}: {found.Help}: {string.Join("; ", found.Nodes.Select(node => node.Html))}")));
    }

    private static async Task FitsAsync(Desk desk) =>
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));

    /// <summary>Keeps a picture for whoever wants to look, where a folder is named for it.</summary>
    private static async Task ShootAsync(Desk desk, string name)
    {
        if (Environment.GetEnvironmentVariable("ILLADDINS_TEST_PICTURES") is { Length: > 0 } folder)
            await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.ToLowerInvariant()}.png"), FullPage = true });
    }
}
