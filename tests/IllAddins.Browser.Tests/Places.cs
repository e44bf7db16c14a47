using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>Every page of the product, and what opens on it: menus, dialogs, a selection, errors, an expired session.</summary>
public static class Places
{
    /// <summary>Goes to each in turn and looks at it.</summary>
    /// <param name="desk">At the list; signed out in the end.</param>
    /// <param name="look">Gets the place's name.</param>
    public static async Task WalkAsync(RealDesk desk, Func<string, Task> look)
    {
        await ListAsync(desk, look);
        await DialogsAsync(desk, look);
        await RequestAsync(desk, look);
        await AdminAsync(desk, look);
        await ExpiredAsync(desk, look);
    }

    private static async Task ListAsync(RealDesk desk, Func<string, Task> look)
    {
        var page = desk.Page;
        await look("list");
        await desk.ScanAsync((await desk.RowsAsync("Phone"))[0].Number);
        await desk.ScanAsync((await desk.RowsAsync("Mail"))[0].Number);
        await look("list-selected");
        foreach (var menu in await page.Locator("#ribbon [data-menu]").AllAsync())
        {
            await menu.ClickAsync();
            await look($"menu-{await menu.GetAttributeAsync("data-menu")}");
            await desk.PressAsync("Escape");
        }

        foreach (var (name, summary) in new[] { ("help", ".help summary"), ("columns", "#view-menu summary"), ("site", ".bar .menu:not(.menu-last) summary"), ("user", ".bar .menu-last summary") })
        {
            await page.Locator(summary).ClickAsync();
            await look($"menu-{name}");
            await desk.PressAsync("Escape");
        }

        await page.Locator("#jumps button").First.ClickAsync();
        await page.Locator("[data-more]").First.ClickAsync();
        await look("menu-row");
        await desk.PressAsync("Escape", "ArrowUp", "ArrowUp", "ArrowUp");
        await page.GetByLabel("Find or scan").FillAsync("nobody");
        await Expect(page.Locator("#empty")).ToBeVisibleAsync();
        await look("list-nothing-found");
        await page.GetByLabel("Find or scan").PressAsync("Escape");
    }

    private static async Task DialogsAsync(RealDesk desk, Func<string, Task> look)
    {
        var page = desk.Page;
        foreach (var title in new[] { "Notified via Phone", "Send e-mail now" })
        {
            await desk.OfRibbon(title).ClickAsync();
            await Expect(desk.Dialog).ToBeVisibleAsync();
            await look($"dialog-{title}");
            await desk.PressAsync("Escape");
            await Expect(desk.OfRibbon(title)).ToBeFocusedAsync();
        }

        await page.Locator("#jumps button").First.ClickAsync();
        await page.Locator("[data-mend=fix-address]").First.ClickAsync();
        await desk.Dialog.GetByLabel("E-mail address").FillAsync("nowhere");
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Dialog.Locator("[aria-invalid=true]")).ToBeFocusedAsync();
        await look("dialog-with-a-problem");
        await desk.PressAsync("Escape");
        await look("dialog-that-warns");
        await desk.PressAsync("Escape");
        await Expect(desk.Dialog).ToHaveCountAsync(0);
    }

    private static async Task RequestAsync(RealDesk desk, Func<string, Task> look)
    {
        var page = desk.Page;
        await page.GotoAsync($"/requests/{(await desk.RowsAsync("Phone"))[0].Number}?from={RealDesk.Screen}");
        await look("request");
        foreach (var link in await page.Locator(".parts-nav a").AllAsync())
        {
            await link.ClickAsync();
            await look($"request-{await link.GetAttributeAsync("data-part")}");
        }

        await page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();
        foreach (var menu in await page.Locator("#ribbon [data-menu]").AllAsync())
        {
            await menu.ClickAsync();
            await look($"request-{await menu.GetAttributeAsync("data-menu")}");
            await desk.PressAsync("Escape");
        }

        foreach (var title in new[] { "Route", "Add note" })
        {
            await desk.OfRibbon(title).ClickAsync();
            await Expect(desk.Dialog).ToBeVisibleAsync();
            await look($"request-dialog-{title}");
            await desk.PressAsync("Escape");
            await Expect(desk.OfRibbon(title)).ToBeFocusedAsync();
        }

        await page.Locator(".empty summary").First.ClickAsync();
        await page.GetByLabel("Loan Author").FillAsync("Somebody else");
        await page.GetByLabel("Due Date").FillAsync("0001-01-01");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[aria-invalid=true]")).ToBeVisibleAsync();
        await look("request-with-a-problem");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard changes" }).ClickAsync();
    }

    private static async Task AdminAsync(RealDesk desk, Func<string, Task> look)
    {
        var page = desk.Page;
        foreach (var path in new[] { "sweeps", "addins", "settings", "health", "keys" })
        {
            await page.GotoAsync($"/{path}");
            await look(path);
        }

        await page.GotoAsync("/screens/customer-contact/plain");
        await look("list-without-scripts");
        await page.GotoAsync("/screens/notification-log");
        await page.Locator(".grid-body .grid-row").First.WaitForAsync();
        await look("log");
        await page.GotoAsync("/settings");
        await page.Locator("main .form-page a").First.ClickAsync();
        await Expect(page.Locator("main form")).ToBeVisibleAsync();
        await look("settings-of-one");
        await page.GotoAsync("/keys");
        await page.GetByLabel("Consumer").FillAsync("Web pages");
        await page.GetByLabel("Calls a minute").FillAsync("none");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make key" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look("keys-with-a-problem");
        await page.GetByLabel("Calls a minute").FillAsync("60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make key" }).ClickAsync();
        await Expect(page.Locator(".words")).ToBeVisibleAsync();
        await look("keys-made");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Revoke key") }).First.ClickAsync();
        await look("keys-revoke");
        await page.GotoAsync("/nothing-here");
        await look("no-such-page");
    }

    private static async Task ExpiredAsync(RealDesk desk, Func<string, Task> look)
    {
        var page = desk.Page;
        await page.GotoAsync(RealDesk.Screen);
        await page.Locator(".request-row").First.WaitForAsync();
        await desk.ScanAsync((await desk.RowsAsync("Phone"))[1].Number);
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await Expect(desk.Dialog).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("signed out");
        await look("dialog-expired");
        await desk.PressAsync("Escape", "Escape");
        await desk.OfRibbon("Notified via Mail").ClickAsync(new() { Force = true });
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("signed out");
        await look("list-expired");
        await page.GotoAsync("/sign-in");
        await look("sign-in");
        await page.GetByLabel("User name").FillAsync("zoe");
        await page.GetByLabel("Password").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look("sign-in-refused");
    }
}
