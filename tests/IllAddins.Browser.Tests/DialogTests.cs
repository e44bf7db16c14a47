using IllAddins.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>Commands with dialogs, what they offer next, and undo.</summary>
public sealed class DialogTests
{
    [BrowserFact]
    public async Task An_address_is_fixed_in_a_dialog_that_tells_problems_at_their_fields_and_loses_nothing()
    {
        await using var desk = await OpenAsync();
        await desk.Row(482101).ClickAsync();
        await desk.OfRibbon("Fix address").ClickAsync();
        var address = desk.Page.GetByLabel("E-mail address");
        await Expect(address).ToBeFocusedAsync();
        await address.FillAsync("nowhere");
        await desk.Page.GetByLabel("Template").SelectOptionAsync("german");
        await Expect(desk.Page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("Guten Tag");
        await Expect(address).ToHaveValueAsync("nowhere");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("What you wrote would be lost. Press Escape again, or Cancel, to close all the same.");
        // As little is lost by leaving the page.
        var asked = new List<string>();
        desk.Page.Dialog += async (_, question) =>
        {
            asked.Add(question.Type);
            await question.DismissAsync();
        };
        await desk.Page.EvaluateAsync("() => { location.href = '/health'; }");
        await Expect(address).ToHaveValueAsync("nowhere");
        Assert.Equal(["beforeunload"], asked);

        await desk.Command("Save and send").ClickAsync();
        await Expect(address).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(address).ToBeFocusedAsync();
        await Expect(desk.Page.Locator("#field-0-problem")).ToHaveTextAsync("'nowhere' has no @.");
        await address.FillAsync("new@example.org");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Status).ToHaveTextAsync("1 sent to new@example.org.");
        await Expect(desk.Row(482101)).ToHaveCountAsync(0);
        await desk.Page.ReloadAsync();
        Assert.Single(asked);
        Assert.Equal("Guten Tag", desk.Shell.Sample.Calls[^1].Values["text"]);
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task An_answer_that_comes_late_does_not_undo_a_later_choice()
    {
        await using var desk = await OpenAsync();
        await desk.Row(482101).ClickAsync();
        await desk.OfRibbon("Fix address").ClickAsync();
        var (asks, released) = (0, new TaskCompletionSource());
        await desk.Page.RouteAsync("**/ask?*", async route =>
        {
            if (Interlocked.Increment(ref asks) == 1)
                await released.Task;
            await route.ContinueAsync();
        });
        var text = desk.Page.GetByLabel("Text", new() { Exact = true });
        await desk.Page.GetByLabel("Template").SelectOptionAsync("german");
        await desk.Page.GetByLabel("Template").SelectOptionAsync("english");
        await Expect(desk.Page.Locator(".dialog-body[aria-busy]")).ToHaveCountAsync(0);
        await desk.Page.RunAndWaitForRequestFinishedAsync(() => { released.SetResult(); return Task.CompletedTask; });
        await desk.Page.EvaluateAsync("() => new Promise(done => setTimeout(done))");
        await Expect(text).ToHaveValueAsync("Dear reader");
        await Expect(desk.Page.GetByLabel("Template")).ToHaveValueAsync("english");
    }

    [BrowserFact]
    public async Task A_dialog_keeps_the_focus_inside_and_gives_it_back()
    {
        await using var desk = await OpenAsync();
        await desk.Row(482101).ClickAsync();
        await desk.OfRibbon("Fix address").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Fix the address" })).ToBeVisibleAsync();
        for (var turn = 0; turn < 12; turn++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            Assert.False(await desk.Page.EvaluateAsync<bool>("() => document.activeElement.closest('dialog') === null && document.activeElement !== document.body"));
        }

        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(desk.OfRibbon("Fix address")).ToBeFocusedAsync();
        Assert.Empty(desk.Shell.Sample.Calls);
    }

    [BrowserFact]
    public async Task What_cannot_be_done_is_said_in_place_of_the_dialog()
    {
        await using var desk = await OpenAsync();
        desk.Shell.Sample.Form = new CommandForm { Title = "Fix the address", Refusal = "482101 was mended by bea at 10:31." };
        await desk.Row(482101).ClickAsync();
        await desk.OfRibbon("Fix address").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("482101 was mended by bea at 10:31.");
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Letters_are_printed_and_then_marked_and_the_mark_is_taken_back_after_a_reload()
    {
        await using var desk = await OpenAsync();
        await desk.Group("method: Mail").Locator(".box").ClickAsync();
        await desk.Page.RunAndWaitForPopupAsync(() => desk.Command("Print Notifications").ClickAsync());
        var asked = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Mark 2 as notified by mail?" });
        await Expect(asked.GetByRole(AriaRole.Link, new() { Name = "Open letters.pdf" })).ToBeVisibleAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Notified via Mail" }).ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("2 moved to Customer Notified via Mail.");
        await Expect(desk.Counts).ToHaveTextAsync("6 requests.");

        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("#last-action")).ToHaveTextAsync("Last action: 2 moved Undo");
        await desk.Command("Undo").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("2 moved back by ann.");
        await Expect(desk.Counts).ToHaveTextAsync("8 requests.");
        await Expect(desk.Page.Locator("#last-action")).ToBeHiddenAsync();
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_command_offered_after_another_asks_once_in_its_own_dialog()
    {
        await using var desk = await OpenAsync();
        desk.Shell.Sample.Next = "fix-address";
        await desk.Group("method: Mail").Locator(".box").ClickAsync();
        await desk.Page.RunAndWaitForPopupAsync(() => desk.Command("Print Notifications").ClickAsync());
        var asked = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Mark 2 as notified by mail?" });
        await Expect(asked.GetByLabel("E-mail address")).ToHaveValueAsync("letters@example.org");
        await Expect(asked.GetByRole(AriaRole.Link, new() { Name = "Open letters.pdf" })).ToBeVisibleAsync();
        await Expect(asked.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Save and send", "Not now"]);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Save and send" }).ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("2 sent to letters@example.org.");
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_panels_command_on_the_request_form_asks_runs_and_says_what_it_did()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/requests/481675");
        await desk.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Notifications") }).ClickAsync();
        await desk.Command("Resend").ClickAsync();
        // The form behind it has a field of the same name.
        await desk.Page.GetByRole(AriaRole.Dialog).GetByLabel("E-mail address").FillAsync("new@example.org");
        await desk.Command("Save and send").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("Resent 'notice 7' to new@example.org.");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Release" })).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Forget" })).ToHaveCountAsync(0);
        Assert.Empty(desk.Complaints);
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        return desk;
    }
}
