using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>The lists of split buttons, by keyboard and mouse.</summary>
public sealed class SplitButtonTests
{
    [BrowserFact]
    public async Task The_list_is_opened_walked_and_left_by_keyboard()
    {
        await using var desk = await OpenAsync();
        await desk.Command("Print Notifications").FocusAsync();
        await PressAsync(desk, "ArrowRight", "ArrowDown");
        await Expect(Item(desk, "Slips")).ToBeFocusedAsync();
        await Expect(More(desk)).ToHaveAttributeAsync("aria-expanded", "true");
        await PressAsync(desk, "End");
        await Expect(Item(desk, "Print list")).ToBeFocusedAsync();
        await PressAsync(desk, "ArrowDown");
        await Expect(Item(desk, "Slips")).ToBeFocusedAsync();
        await PressAsync(desk, "Escape");
        await Expect(More(desk)).ToBeFocusedAsync();
        await Expect(More(desk)).ToHaveAttributeAsync("aria-expanded", "false");
        await PressAsync(desk, "Enter", "ArrowUp", "Enter");
        await Expect(desk.Status).ToHaveTextAsync("List of 0 for all.");
        await Expect(More(desk)).ToBeFocusedAsync();
        await PressAsync(desk, "Enter", "Tab");
        await Expect(Item(desk, "Slips")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("#ribbon [tabindex='0']")).ToHaveCountAsync(1);
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_command_of_the_list_without_a_selection_explains_itself_and_a_click_elsewhere_closes_it()
    {
        await using var desk = await OpenAsync();
        await More(desk).ClickAsync();
        await Item(desk, "Slips").ClickAsync(new() { Force = true });
        await Expect(desk.Status).ToHaveTextAsync("Select requests first.");
        await desk.Row(481675).ClickAsync();
        await More(desk).ClickAsync();
        await Expect(Item(desk, "Slips")).ToBeInViewportAsync();
        await desk.Page.Locator("h1").ClickAsync();
        await Expect(Item(desk, "Slips")).ToBeHiddenAsync();
        await More(desk).ClickAsync();
        await Item(desk, "Slips").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 slips.");
    }

    private static ILocator More(Desk desk) => desk.Command("More of Print Notifications");

    private static ILocator Item(Desk desk, string title) => desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = title, Exact = true, IncludeHidden = true });

    private static async Task PressAsync(Desk desk, params string[] keys)
    {
        foreach (var key in keys)
            await desk.Page.Keyboard.PressAsync(key);
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        return desk;
    }
}
