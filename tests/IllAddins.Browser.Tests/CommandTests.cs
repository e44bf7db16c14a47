using IllAddins.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>The ribbon and the mouse.</summary>
public sealed class CommandTests
{
    [BrowserFact]
    public async Task A_command_without_a_fitting_row_explains_itself_and_is_not_run()
    {
        await using var desk = await OpenAsync();
        await desk.Row(482755).ClickAsync();
        await Expect(desk.Command("Notified via Phone")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(desk.Command("Print Notifications")).ToHaveAttributeAsync("aria-disabled", "false");
        await desk.Command("Notified via Phone").ClickAsync(new() { Force = true });
        await Expect(desk.Status).ToHaveTextAsync("Select requests in the Phone group first.");
        // The same words again are spoken only if they were gone in between.
        await desk.Page.EvaluateAsync("() => new MutationObserver(() => document.getElementById('status').textContent === '' && document.body.classList.add('was-silent')).observe(document.getElementById('status'), { childList: true })");
        await desk.Command("Notified via Phone").ClickAsync(new() { Force = true });
        await Expect(desk.Page.Locator("body.was-silent")).ToHaveCountAsync(1);
        Assert.Empty(desk.Shell.Sample.Calls);
    }

    [BrowserFact]
    public async Task A_command_moves_its_rows_says_so_and_keeps_the_others_selected()
    {
        await using var desk = await OpenAsync();
        await desk.Row(481675).ClickAsync();
        await desk.Row(482753).ClickAsync();
        await desk.Row(482755).ClickAsync();
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 3 selected (2 Phone, 1 Mail).");
        await desk.Command("Notified via Phone").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("2 moved to Customer Notified via Phone. 1 left alone.");
        await Expect(desk.Status).ToHaveAttributeAsync("role", "status");
        await Expect(desk.Counts).ToHaveTextAsync("6 requests. 1 selected (1 Mail).");
        await Expect(desk.Row(481675)).ToHaveCountAsync(0);
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task Shift_and_a_click_select_a_range()
    {
        await using var desk = await OpenAsync();
        await desk.Row(481675).ClickAsync();
        await desk.Row(482755).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(desk.Counts).ToHaveTextAsync("8 requests. 4 selected (3 Phone, 1 Mail).");
    }

    [BrowserFact]
    public async Task A_double_click_opens_the_request()
    {
        await using var desk = await OpenAsync();
        await desk.Row(481675).GetByText("Reconsidering rivers").DblClickAsync();
        await desk.Page.WaitForURLAsync("**/requests/481675?from=/screens/contact");
        Assert.Contains("Call after noon.", await desk.Page.InnerTextAsync("#notes"), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task Letters_open_in_another_tab_and_stay_reachable()
    {
        await using var desk = await OpenAsync();
        await desk.Group("Phone").Locator(".box").ClickAsync();
        var opened = await desk.Page.RunAndWaitForPopupAsync(() => desk.Command("Print Notifications").ClickAsync());
        Assert.NotNull(opened);
        await Expect(desk.Status).ToHaveTextAsync("3 letters.");
        var link = desk.Page.GetByRole(AriaRole.Link, new() { Name = "Open letters.pdf" });
        var file = await desk.Page.APIRequest.GetAsync(await link.GetAttributeAsync("href") ?? "");
        Assert.Equal("application/pdf", file.Headers["content-type"]);
    }

    [BrowserFact]
    public async Task A_session_that_ended_is_told_and_the_selection_survives_signing_in_again()
    {
        await using var desk = await OpenAsync();
        await desk.Row(481675).ClickAsync();
        await desk.Page.Context.ClearCookiesAsync(new() { Name = "illaddins" });
        await desk.Command("Notified via Phone").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("You were signed out. Sign in again in another tab, then repeat.");
        await Expect(desk.SelectedRows).ToHaveCountAsync(1);
        await desk.Page.EvaluateAsync("() => { setInterval(() => window.dispatchEvent(new Event('focus')), 200); }");
        await Expect(desk.Page.Locator("#changes")).ToHaveTextAsync("The list may be old: you were signed out. Refresh");

        var other = await desk.Page.Context.NewPageAsync();
        await other.GotoAsync("/sign-in");
        await other.GetByLabel("User name").FillAsync(TestStaff.Staff);
        await other.GetByLabel("Password").FillAsync(TestStaff.Password);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await other.WaitForURLAsync("**/screens/contact");

        await desk.Command("Notified via Phone").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 moved to Customer Notified via Phone.");

        // Who signs in after them at the same desk finds neither what they selected nor what they could take back.
        await desk.Row(482755).ClickAsync();
        await Expect(desk.Page.Locator("#last-action")).ToBeVisibleAsync();
        await desk.Page.Locator(".bar .menu-last summary").ClickAsync();
        await desk.Command("Sign out").ClickAsync();
        await desk.SignInAsync(TestStaff.Admin);
        await Expect(desk.Counts).ToHaveTextAsync("7 requests.");
        await Expect(desk.Page.Locator("#last-action")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_failing_add_in_is_told_and_nothing_is_lost()
    {
        await using var desk = await OpenAsync();
        await desk.Row(481675).ClickAsync();
        desk.Shell.Sample.Fault = new InvalidOperationException("A secret of the add-in.");
        await desk.Command("Notified via Phone").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync(
            "Notified via Phone broke off: the add-in Sample failed. Look which rows have changed before you repeat it, and tell an admin. The log says more.");
        await Expect(desk.SelectedRows).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_hostile_title_is_shown_as_text()
    {
        await using var desk = await OpenAsync();
        await Expect(desk.Row(482101)).ToContainTextAsync(SampleRecord.HostileTitle);
        Assert.Equal(0, await desk.Page.Locator(".grid script").CountAsync());
        Assert.Empty(desk.Complaints);
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        return desk;
    }
}
