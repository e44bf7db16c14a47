using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

public sealed class FindTests
{
    [BrowserFact]
    public async Task Typing_narrows_the_list_to_what_contains_it_folded_groups_too()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Page.GetByLabel("Find or scan").FillAsync("gray");
        await Expect(desk.Counts).ToHaveTextAsync("2 of 8 requests.");
        await Expect(desk.Row(482758)).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Find or scan").FillAsync("nobody");
        await Expect(desk.Page.Locator("#empty")).ToHaveTextAsync("Nothing here fits the find box.");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests.");
    }

    [BrowserFact]
    public async Task A_scanned_number_selects_its_row_and_the_box_waits_for_the_next()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        var box = desk.Page.GetByLabel("Find or scan");
        await box.FocusAsync();
        await desk.Page.Keyboard.TypeAsync("*482758*\n");
        await Expect(desk.Status).ToHaveTextAsync("Selected: 482758, Gray, Robin, (555) 016-9492.");
        await Expect(desk.Row(482758)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("");
        await desk.Page.Keyboard.TypeAsync("481675\n");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 2 selected (1 Phone, 1 E-mail).");
        await desk.Page.Keyboard.TypeAsync("999999\n");
        await Expect(desk.Status).ToHaveTextAsync("No request here has '999999'.");
    }
}
