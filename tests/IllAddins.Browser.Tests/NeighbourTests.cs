using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>From request to request through the list.</summary>
public sealed class NeighbourTests
{
    [BrowserFact]
    public async Task Previous_and_next_walk_the_list_as_it_was_shown_and_the_way_back_leads_to_the_last()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Row(481675).ClickAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#neighbours")).ToContainTextAsync("2 of 6");
        // The same part of each is shown.
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Notes" }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("Alt+PageDown");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/requests/482753[?]from=/screens/contact&part=notes$"));
        await Expect(desk.Page.GetByRole(AriaRole.Tabpanel, new() { Name = "Notes" })).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/requests/481675?from=/screens/contact");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await Expect(desk.Page.Locator("#neighbours")).ToContainTextAsync("1 of 6");
        await Expect(desk.Page.GetByText("Previous", new() { Exact = true })).ToHaveAttributeAsync("aria-disabled", "true");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Back to Customer Contact" }).ClickAsync();
        await Expect(desk.Row(482101)).ToBeFocusedAsync();
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 1 selected (1 Phone).");

        // Where the request has left the list meanwhile, to the one after it.
        await desk.Row(481675).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page.Locator("#neighbours")).ToContainTextAsync("2 of 6");
        desk.Shell.Sample.Rows = [.. desk.Shell.Sample.Rows.Where(row => row.TransactionNumber != 481675)];
        await desk.Page.GoBackAsync();
        await Expect(desk.Row(482753)).ToBeFocusedAsync();
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_request_opened_by_itself_has_no_neighbours()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Page.GotoAsync("/requests/481675?from=/screens/contact");
        await Expect(desk.Page.Locator("#neighbours")).ToBeVisibleAsync();
        await using var other = await desk.Page.Context.Browser!.NewContextAsync(new() { BaseURL = desk.Shell.Address.ToString(), StorageState = await desk.Page.Context.StorageStateAsync() });
        var page = await other.NewPageAsync();
        await page.GotoAsync("/requests/481675?from=/screens/contact");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "481675" })).ToBeVisibleAsync();
        await Expect(page.Locator("#neighbours")).ToBeHiddenAsync();
    }
}
