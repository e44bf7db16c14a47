using System.Globalization;
using IllAddins.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

public sealed class ManyRowsTests
{
    private const int Many = 10_000;

    [BrowserFact]
    public async Task Ten_thousand_rows_are_walked_selected_and_sent_with_few_elements_drawn()
    {
        await using var desk = await Desk.OpenAsync(new SampleScreen(Enumerable.Range(100_000, Many)
            .Select(number => SampleScreen.Row(number, SampleScreen.PhoneGroup, $"Customer {number}", $"Title {number}"))));
        await desk.SignInAsync();
        await Expect(desk.Counts).ToHaveTextAsync("10,000 requests.");
        await desk.Row(100_000).FocusAsync();
        await desk.Page.Keyboard.PressAsync("PageDown");
        // As many rows as the window shows.
        var page = await desk.Page.EvaluateAsync<int>("() => Math.floor(document.getElementById('grid').clientHeight / document.activeElement.offsetHeight)");
        Assert.InRange(await desk.Page.EvaluateAsync<int>("() => Number(document.activeElement.dataset.index)"), page - 2, page + 2);
        await desk.Page.Keyboard.PressAsync("End");
        await Expect(desk.Group("E-mail")).ToBeFocusedAsync();
        await Expect(desk.Row(109_999)).ToBeVisibleAsync();
        Assert.True(await ElementsAsync(desk) < 1_500, "More than 1,500 elements are drawn.");

        await desk.Page.Keyboard.PressAsync("Home");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Control+a");
        await Expect(desk.Counts).ToHaveTextAsync("10,000 requests. 10,000 selected (10,000 Phone).");
        await desk.Command("Notified via Phone").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("10000 moved to Customer Notified via Phone.");
        await Expect(desk.Counts).ToHaveTextAsync("0 requests.");
        await Expect(desk.Page.Locator("#empty")).ToHaveTextAsync("Nothing to do here.");
    }

    [BrowserFact]
    public async Task Scrolling_draws_the_rows_in_the_window()
    {
        await using var desk = await Desk.OpenAsync(new SampleScreen(Enumerable.Range(100_000, Many)
            .Select(number => SampleScreen.Row(number, SampleScreen.PhoneGroup, $"Customer {number}", $"Title {number}"))));
        await desk.SignInAsync();
        await desk.Page.EvaluateAsync("() => { document.getElementById('grid').scrollTop = 160000; }");
        await Expect(desk.Row(105_000)).ToBeInViewportAsync();
        Assert.True(await ElementsAsync(desk) < 1_500, "More than 1,500 elements are drawn.");
        // The active row stays in the document, so that the grid stays a tab stop.
        Assert.Equal(1, await desk.Page.Locator(".grid [tabindex='0']").CountAsync());
        var order = await desk.Page.Locator(".grid-body .grid-row").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.index)");
        Assert.Equal(order.OrderBy(index => int.Parse(index, CultureInfo.InvariantCulture)), order);
    }

    private static Task<int> ElementsAsync(Desk desk) => desk.Page.EvaluateAsync<int>("() => document.getElementsByTagName('*').length");
}
