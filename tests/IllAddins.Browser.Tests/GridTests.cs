using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>Sorting, filters, columns, patrons and the buttons on rows.</summary>
public sealed class GridTests
{
    [BrowserFact]
    public async Task Sort_order_filters_and_columns_are_as_they_were_left()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("Sorted by Title, ascending.");
        await AssertOrderAsync(desk, 482101, 482754, 481675, 482753, 482755, 482756);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await AssertOrderAsync(desk, 482101, 482753, 481675, 482754, 482756, 482755);
        await desk.Page.GetByRole(AriaRole.Combobox, new() { Name = "Pickup" }).SelectOptionAsync("Main");
        await Expect(desk.Counts).ToHaveTextAsync("3 of 8 requests.");
        await desk.Page.Locator("#view-menu summary").ClickAsync();
        await desk.Page.GetByLabel("Phone", new() { Exact = true }).UncheckAsync();
        await desk.Page.Keyboard.PressAsync("Escape");

        await desk.Page.ReloadAsync();
        await Expect(desk.Counts).ToHaveTextAsync("3 of 8 requests.");
        await AssertOrderAsync(desk, 482754, 482756);
        await Expect(Head(desk, "Title")).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(Head(desk, "Phone")).ToBeHiddenAsync();
        await desk.Command("Show all").ClickAsync();
        await Expect(desk.Counts).ToHaveTextAsync("8 requests.");
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task The_menu_of_columns_tells_what_is_shown_as_soon_as_it_is_seen()
    {
        await using var desk = await OpenAsync();
        Assert.True(await desk.Page.EvaluateAsync<bool>("""
            () => {
              const menu = document.getElementById("view-menu");
              menu.open = true;
              return [...menu.querySelectorAll("[data-columns] input")].every(box => box.checked);
            }
            """));
    }

    [BrowserFact]
    public async Task What_waits_too_long_is_marked_and_can_be_asked_for()
    {
        await using var desk = await OpenAsync();
        await Expect(desk.Row(482754).GetByRole(AriaRole.Img, new() { Name = "waiting too long" })).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".late")).ToHaveCountAsync(1);
        await desk.Page.GetByRole(AriaRole.Combobox, new() { Name = "Waiting" }).SelectOptionAsync("Waiting too long (7 days or longer)");
        await Expect(desk.Counts).ToHaveTextAsync("1 of 8 requests.");
        await desk.Page.GetByLabel("Find or scan").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("*B481675*\n");
        await Expect(desk.Status).ToHaveTextAsync("Selected: 481675, West, Mary, (555) 016-9492. The filters were cleared to show it.");
    }

    [BrowserFact]
    public async Task Heads_are_reached_sorted_and_widened_by_keyboard()
    {
        await using var desk = await OpenAsync();
        await desk.Group("Needs attention").FocusAsync();
        await PressAsync(desk, "ArrowUp");
        await Expect(Head(desk, "Trans. No.").GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await PressAsync(desk, "ArrowRight", "Enter");
        await Expect(Head(desk, "Customer")).ToHaveAttributeAsync("aria-sort", "ascending");
        var before = (await Head(desk, "Customer").BoundingBoxAsync())!.Width;
        await PressAsync(desk, "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
        var after = (await Head(desk, "Customer").BoundingBoxAsync())!.Width;
        Assert.True(after > before, $"The column was {before} wide, and is {after}.");
        await PressAsync(desk, "ArrowDown");
        await Expect(desk.Group("Needs attention")).ToBeFocusedAsync();
        await desk.Page.ReloadAsync();
        await desk.Row(481675).WaitForAsync();
        Assert.Equal(after, (await Head(desk, "Customer").BoundingBoxAsync())!.Width, 1.0);
    }

    [BrowserFact]
    public async Task A_column_is_widened_by_its_grip()
    {
        await using var desk = await OpenAsync();
        var head = Head(desk, "Customer");
        var before = (await head.BoundingBoxAsync())!.Width;
        var grip = (await head.Locator(".grip").BoundingBoxAsync())!;
        await desk.Page.Mouse.MoveAsync(grip.X + 5, grip.Y + 10);
        await desk.Page.Mouse.DownAsync();
        await desk.Page.Mouse.MoveAsync(grip.X + 85, grip.Y + 10);
        await desk.Page.Mouse.UpAsync();
        Assert.Equal(before + 80, (await head.BoundingBoxAsync())!.Width, 8.0);
        await Expect(head).ToHaveAttributeAsync("aria-sort", "none");
        // Without drawing, too.
        var drawn = (await head.BoundingBoxAsync())!.Width;
        await desk.Page.Locator("#view-menu summary").ClickAsync();
        await desk.Command("Narrower: Customer").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Customer: \d+ signs wide\.$"));
        Assert.InRange((await head.BoundingBoxAsync())!.Width, drawn - 30, drawn - 5);
    }

    [BrowserFact]
    public async Task Items_of_one_patron_stand_together_and_are_selected_together()
    {
        await using var desk = await OpenAsync();
        await desk.Group("E-mail").FocusAsync();
        await PressAsync(desk, "ArrowRight", "ArrowDown", "Space");
        await Expect(desk.Command("and 1 more of this patron: select")).ToBeVisibleAsync();
        await PressAsync(desk, "p");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 2 selected (2 E-mail).");
        await Expect(desk.Page.Locator("#others")).ToBeHiddenAsync();
        await PressAsync(desk, "Escape");
        await desk.Command("Select the 2 items of this patron").ClickAsync();
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 2 selected (2 E-mail).");
    }

    [BrowserFact]
    public async Task A_row_is_mended_by_its_button_or_from_its_menu()
    {
        await using var desk = await OpenAsync();
        await desk.Row(482753).ClickAsync();
        await desk.Row(482101).GetByRole(AriaRole.Button, new() { Name = "Fix address" }).ClickAsync();
        await desk.Page.GetByLabel("E-mail address").FillAsync("new@example.org");
        await desk.Command("Save and send").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 sent to new@example.org.");
        Assert.Equal(482101, Assert.Single(desk.Shell.Sample.Calls[^1].Rows).TransactionNumber);
        await Expect(desk.Counts).ToHaveTextAsync("7 requests. 1 selected (1 Phone).");

        await desk.Row(482754).FocusAsync();
        await PressAsync(desk, "m");
        await Expect(desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Open request" })).ToBeFocusedAsync();
        await PressAsync(desk, "Escape");
        await Expect(desk.Row(482754)).ToBeFocusedAsync();
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_row_that_no_command_mends_is_opened_by_its_button()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Shell.Sample.Rows = [.. desk.Shell.Sample.Rows.Select(row => row with { Mends = [] })];
        await desk.SignInAsync();
        await Expect(desk.Page.Locator(".mends button")).ToHaveTextAsync(["Open request"]);
        await desk.Page.Locator(".mends button").ClickAsync();
        await desk.Page.WaitForURLAsync("**/requests/482101?from=/screens/contact");
    }

    [BrowserFact]
    public async Task What_others_change_is_said_quietly_and_rows_stay_until_asked_for()
    {
        await using var desk = await OpenAsync();
        await desk.Row(482753).ClickAsync();
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 1 selected (1 Phone).");
        // One is gone; one left and came back, so that it is no longer what was selected.
        desk.Shell.Sample.Rows = [.. desk.Shell.Sample.Rows.Where(row => row.TransactionNumber != 481675).Select(row => row.TransactionNumber == 482753 ? row with { ArrivalId = row.ArrivalId + 1 } : row)];
        await desk.ChangeRecordAsync();
        // The page asks when the window is looked at again, but not twice within two seconds.
        await desk.Page.EvaluateAsync("() => { setInterval(() => window.dispatchEvent(new Event('focus')), 200); }");
        await Expect(desk.Row(481675)).ToBeVisibleAsync();
        await Expect(desk.Command("2 changes, refresh")).ToBeVisibleAsync();
        // What was asked before the list was read again, and is answered after it, says nothing of it.
        var held = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/rows?*since=*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await desk.Page.RunAndWaitForRequestAsync(() => Task.CompletedTask, request => request.Url.Contains("since=", StringComparison.Ordinal));
        await desk.Command("2 changes, refresh").ClickAsync();
        await Expect(desk.Counts).ToHaveTextAsync("7 requests.");
        await desk.Page.RunAndWaitForResponseAsync(() => { held.SetResult(); return Task.CompletedTask; }, answer => answer.Url.Contains("since=", StringComparison.Ordinal));
        await Expect(desk.Page.Locator("#changes")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_printed_list_is_a_plain_table_of_all_that_is_shown()
    {
        await using var desk = await OpenAsync();
        await desk.Page.EvaluateAsync("() => { window.dispatchEvent(new Event('beforeprint')); }");
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(desk.Page.Locator(".print-view tbody tr")).ToHaveCountAsync(12);
        await Expect(desk.Page.Locator(".print-view")).ToContainTextAsync("Bridges");
        await Expect(desk.Page.Locator("#grid")).ToBeHiddenAsync();
        await desk.Page.EvaluateAsync("() => { window.dispatchEvent(new Event('afterprint')); }");
        await Expect(desk.Page.Locator(".print-view")).ToHaveCountAsync(0);
    }

    private static ILocator Head(Desk desk, string title) => desk.Page.Locator("[role=columnheader]", new() { Has = desk.Page.Locator("button", new() { HasTextRegex = new($"^{title}$") }) });

    private static async Task AssertOrderAsync(Desk desk, params int[] numbers) =>
        Assert.Equal(numbers, await desk.Page.Locator(".request-row .number").EvaluateAllAsync<int[]>("links => links.map(link => Number(link.textContent))"));

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
