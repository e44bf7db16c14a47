using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>Two desks that work through one list, on the real product.</summary>
public sealed partial class TwoDesksTests
{
    [BrowserFact]
    public async Task What_one_desk_has_marked_the_other_is_told_with_who_and_when_and_its_list_stays_until_it_asks()
    {
        await using var demo = await DemoProcess.StartAsync();
        await using var context = await SharedBrowser.ContextAsync(new() { ViewportSize = new() { Width = 1360, Height = 900 } });
        var first = await context.NewPageAsync();
        await first.GotoAsync(demo.Link.ToString());
        await first.Locator("main button").ClickAsync();
        await first.Locator(".request-row").First.WaitForAsync();
        await using var other = await SharedBrowser.ContextAsync(new() { StorageState = await first.Context.StorageStateAsync(), ViewportSize = new() { Width = 1360, Height = 900 } });
        var second = await other.NewPageAsync();
        await second.GotoAsync(first.Url);
        await second.Locator(".request-row").First.WaitForAsync();

        var rows = await first.APIRequest.GetAsync(new Uri(new Uri(first.Url), "/screens/customer-contact/rows").ToString());
        var number = (await rows.JsonAsync())!.Value.GetProperty("rows").EnumerateArray().First(row => row.GetProperty("group").GetString() == "Phone").GetProperty("transactionNumber").ToString();
        await SelectAsync(first, number);
        await SelectAsync(second, number);
        await MarkAsync(first);
        await Expect(first.Locator("#status")).ToContainTextAsync("moved to Customer Notified via Phone");

        // The page asks when the window is looked at again, but not twice within two seconds.
        await second.EvaluateAsync("() => { setInterval(() => window.dispatchEvent(new Event('focus')), 200); }");
        await Expect(second.GetByRole(AriaRole.Button, new() { NameRegex = Quiet() })).ToBeVisibleAsync();
        await Expect(second.Locator(".number", new() { HasText = number })).ToHaveCountAsync(1);
        // Who comes second is told so before being asked what the customer said.
        await second.Locator("#ribbon [data-command=notified-via-phone]").ClickAsync();
        await Expect(second.Locator("#status")).ToContainTextAsync(new Regex($"{number} - already moved to Customer Notified via Phone by \\S+ at \\d\\d:\\d\\d"));
        await Expect(second.Locator("dialog[open]")).ToHaveCountAsync(0);
        await second.GetByRole(AriaRole.Button, new() { NameRegex = Quiet() }).ClickAsync();
        await Expect(second.Locator(".number", new() { HasText = number })).ToHaveCountAsync(0);
    }

    private static async Task SelectAsync(IPage page, string number)
    {
        await page.GetByLabel("Find or scan").FocusAsync();
        await page.Keyboard.TypeAsync($"{number}\n");
        await Expect(page.Locator("#status")).ToContainTextAsync($"Selected: {number}");
    }

    private static async Task MarkAsync(IPage page)
    {
        await page.Locator("#ribbon [data-command=notified-via-phone]").ClickAsync();
        await page.Locator("dialog .primary").ClickAsync();
    }

    [GeneratedRegex("^[0-9,]+ changes?, refresh$")]
    private static partial Regex Quiet();
}
