using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>The journey of the first morning, on the real product: sign in, print, mark, look why.</summary>
public sealed partial class WholeRoadTests
{
    [BrowserFact]
    public async Task Staff_sign_in_print_letters_mark_phone_rows_and_open_a_request()
    {
        await using var demo = await DemoProcess.StartAsync();
        await using var context = await SharedBrowser.ContextAsync(new() { ViewportSize = new() { Width = 1360, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(demo.Link.ToString());
        await page.Locator("main button").ClickAsync();
        await page.Locator(".request-row").First.WaitForAsync();

        var phone = await NumbersAsync(page, "Phone");
        var mail = await NumbersAsync(page, "Mail");
        foreach (var number in phone.Take(2).Append(mail[0]))
            await ScanAsync(page, number);

        await AssertPrintsAsync(page);
        await AssertMarksAsync(page);
        await AssertOpensAsync(page, mail[0]);
        await AssertLooksUpAsync(page, phone[^1]);
    }

    private static async Task AssertPrintsAsync(IPage page)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Print Notifications", Exact = true }).ClickAsync(), response => response.Url.Contains("/commands/", StringComparison.Ordinal));
        var file = (await answer.JsonAsync())!.Value.GetProperty("file").GetProperty("url").GetString()!;
        var pdf = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), file).ToString());

        await Expect(page.Locator("#status")).ToHaveTextAsync(Printed());
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.BodyAsync())[..4]);
        // Of the letters, one is for a customer who wants letters; it is in the envelope. One question, whatever else the customer has.
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Mark 1 as notified by mail?" });
        await asked.GetByRole(AriaRole.Button, new() { Name = "Notified via Mail" }).ClickAsync();
        await Expect(page.Locator("#status")).ToHaveTextAsync("1 request moved to Customer Notified via Mail.");
        await Expect(page.Locator("#counts")).ToContainTextAsync("2 selected (2 Phone)");
    }

    private static async Task AssertMarksAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Notified via Phone", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Notified via Phone" });
        await Expect(dialog).ToBeVisibleAsync();
        // The customers' other items, which this call was not about.
        foreach (var box in await dialog.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.UncheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reached" }).ClickAsync();

        await Expect(page.Locator("#status")).ToHaveTextAsync("2 requests moved to Customer Notified via Phone.");
    }

    private static async Task AssertOpensAsync(IPage page, int number)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), $"/requests/{number}").ToString());
        await Expect(page.Locator("h1")).ToContainTextAsync($"{number}");
        await Expect(page.Locator("main")).ToContainTextAsync("Notification letter printed.");
        await Expect(page.Locator("main")).ToContainTextAsync("prefers Mail");
    }

    private static async Task AssertLooksUpAsync(IPage page, int number)
    {
        await page.GoBackAsync();
        await page.GetByLabel("Find or scan").FillAsync($"{number}");
        await Expect(page.Locator("#counts")).ToContainTextAsync("1 of ");
        await page.Locator(".request-row").Filter(new() { HasText = $"{number}" }).DblClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync($"{number}");
        await Expect(page.Locator("main")).ToContainTextAsync("prefers Phone");
    }

    private static async Task ScanAsync(IPage page, int number)
    {
        await page.GetByLabel("Find or scan").FocusAsync();
        await page.Keyboard.TypeAsync($"{number}\n");
        await Expect(page.Locator("#status")).ToContainTextAsync($"Selected: {number}");
    }

    private static async Task<int[]> NumbersAsync(IPage page, string group)
    {
        var rows = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/screens/customer-contact/rows").ToString());
        return [.. (await rows.JsonAsync())!.Value.GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("group").GetString() == group)
            .Select(row => row.GetProperty("transactionNumber").GetInt32())];
    }

    // Several items of one patron stand on one letter.
    [GeneratedRegex("^[23] letters (for 3 requests )?printed on [23] pages. No status changed.$")]
    private static partial Regex Printed();
}
