using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>The grid by keyboard alone.</summary>
public sealed class KeyboardTests
{
    [BrowserFact]
    public async Task Space_selects_a_row_and_the_whole_of_a_group()
    {
        await using var desk = await OpenAsync();
        await PressAsync(desk, "ArrowDown", "Space");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 1 selected (1 Needs attention).");
        await PressAsync(desk, "ArrowDown", "Space");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 4 selected (1 Needs attention, 3 Phone).");
        await PressAsync(desk, "ArrowDown", "Space");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 3 selected (1 Needs attention, 2 Phone).");
        await PressAsync(desk, "Escape");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests.");
    }

    [BrowserFact]
    public async Task Shift_and_arrows_select_a_range_that_shrinks_again()
    {
        await using var desk = await OpenAsync();
        await PressAsync(desk, "ArrowDown", "ArrowDown", "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 3 selected (3 Phone).");
        await PressAsync(desk, "Shift+ArrowUp");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 2 selected (2 Phone).");
        await PressAsync(desk, "Shift+End");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 5 selected (3 Phone, 2 Mail).");
    }

    [BrowserFact]
    public async Task Control_A_selects_the_group_and_then_all_that_is_shown()
    {
        await using var desk = await OpenAsync();
        await PressAsync(desk, "ArrowDown", "ArrowDown", "Control+a");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 3 selected (3 Phone).");
        await Expect(desk.Status).ToHaveTextAsync("3 selected.");
        await PressAsync(desk, "Control+a");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 6 selected (1 Needs attention, 3 Phone, 2 Mail).");
    }

    [BrowserFact]
    public async Task Left_and_Right_fold_a_group_and_leave_it()
    {
        await using var desk = await OpenAsync();
        await PressAsync(desk, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft");
        await Expect(desk.Group("Phone")).ToBeFocusedAsync();
        await PressAsync(desk, "ArrowLeft");
        await Expect(desk.Group("Phone")).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(desk.Group("Phone")).ToBeFocusedAsync();
        await Expect(desk.Row(481675)).ToHaveCountAsync(0);
        await PressAsync(desk, "ArrowRight", "ArrowRight");
        await Expect(desk.Row(481675)).ToBeFocusedAsync();
        await PressAsync(desk, "End", "Enter");
        await Expect(desk.Row(482758)).ToBeVisibleAsync();
        await PressAsync(desk, "Home");
        await Expect(desk.Group("Needs attention")).ToBeFocusedAsync();
        await desk.Page.GetByRole(AriaRole.Navigation, new() { Name = "Groups" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^Mail") }).ClickAsync();
        await Expect(desk.Group("method: Mail")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Enter_opens_the_request_and_the_way_back_finds_all_as_it_was()
    {
        await using var desk = await OpenAsync();
        await PressAsync(desk, "ArrowDown", "ArrowDown", "ArrowDown", "Space", "Enter");
        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "481675" }).WaitForAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Back to Customer Contact" }).ClickAsync();
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 1 selected (1 Phone).");
        await Expect(desk.Row(481675)).ToHaveAttributeAsync("tabindex", "0");
    }

    [BrowserFact]
    public async Task Ribbon_and_grid_are_one_tab_stop_each()
    {
        await using var desk = await OpenAsync();
        await desk.Command("Refresh").FocusAsync();
        await PressAsync(desk, "ArrowRight");
        await Expect(desk.Command("Print Notifications")).ToBeFocusedAsync();
        await PressAsync(desk, "End");
        await Expect(desk.OfRibbon("Fix address")).ToBeFocusedAsync();
        await PressAsync(desk, "Tab");
        await Expect(desk.Page.GetByLabel("Find or scan")).ToBeFocusedAsync();
        await PressAsync(desk, "Shift+Tab");
        await Expect(desk.OfRibbon("Fix address")).ToBeFocusedAsync();
        await desk.Row(481675).FocusAsync();
        await PressAsync(desk, "Shift+Tab", "Tab");
        await Expect(desk.Row(481675)).ToBeFocusedAsync();
        await Expect(desk.Page.Locator(".grid [tabindex='0']")).ToHaveCountAsync(1);
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Group("Needs attention").FocusAsync();
        return desk;
    }

    private static async Task PressAsync(Desk desk, params string[] keys)
    {
        foreach (var key in keys)
            await desk.Page.Keyboard.PressAsync(key);
    }
}
