using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>Slow networks, broken ones, and sessions that end, on the real product.</summary>
public sealed class NetworkTests(Product product) : IClassFixture<Product>
{
    [BrowserFact]
    public async Task A_slow_list_is_said_to_be_on_its_way()
    {
        await using var desk = await product.DeskAsync();
        await desk.SetNetworkAsync(delay: 1_500);
        await desk.OfRibbon("Refresh").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("Reading the list …");
        await Expect(desk.Page.Locator(".statusline.working")).ToBeVisibleAsync();
        await Expect(desk.Status).ToHaveTextAsync(Requests());
        await Expect(desk.Page.Locator(".statusline.working")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_list_that_cannot_be_read_is_tried_again_by_itself_and_stays_as_it_was()
    {
        await using var desk = await product.DeskAsync();
        await desk.SetNetworkAsync(offline: true);
        await desk.OfRibbon("Refresh").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("The server does not answer; trying again …");
        await Expect(desk.Status).ToHaveTextAsync("The list could not be read: the server does not answer. Press Refresh to try again.");
        await Expect(desk.Page.Locator(".request-row").First).ToBeVisibleAsync();
        await desk.SetNetworkAsync();
        await desk.OfRibbon("Refresh").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync(Requests());
    }

    [BrowserFact]
    public async Task A_mark_under_way_is_not_lost_by_Escape_and_cannot_be_sent_twice()
    {
        await using var desk = await product.DeskAsync();
        await desk.ScanAsync((await desk.RowsAsync("Phone"))[0].Number);
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await desk.OwnAloneAsync();
        var sent = 0;
        desk.Page.Request += (_, request) => sent += request.Url.EndsWith("/commands/notified-via-phone?site=", StringComparison.Ordinal) ? 1 : 0;
        await desk.SetNetworkAsync(delay: 2_000);
        var reached = desk.Dialog.Locator(".primary");
        await reached.ClickAsync();
        await Expect(reached).ToHaveTextAsync("Working …");
        await reached.ClickAsync();
        await desk.PressAsync("Escape");
        await Expect(desk.Dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("It is under way and cannot be stopped now. Wait for its answer.");
        await Expect(desk.Status).ToHaveTextAsync("1 request moved to Customer Notified via Phone.");
        Assert.Equal(1, sent);
    }

    [BrowserFact]
    public async Task A_mark_that_got_no_answer_is_said_to_be_uncertain_and_keeps_what_was_written_and_selected()
    {
        await using var desk = await product.DeskAsync();
        await desk.ScanAsync((await desk.RowsAsync("Phone"))[0].Number);
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await desk.OwnAloneAsync();
        await desk.Dialog.GetByLabel("Note").FillAsync("her sister answered");
        await desk.SetNetworkAsync(offline: true);
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync(
            "The server does not answer; whether 'Notified via Phone' was done is not known. Press Refresh and look before you repeat it.");
        await Expect(desk.Dialog.GetByLabel("Note")).ToHaveValueAsync("her sister answered");
        await desk.SetNetworkAsync();
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 request moved to Customer Notified via Phone.");
    }

    [BrowserFact]
    public async Task A_session_that_ends_in_a_dialog_costs_neither_the_note_nor_the_selection()
    {
        await using var desk = await product.DeskAsync();
        await desk.ScanAsync((await desk.RowsAsync("Phone"))[0].Number);
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await desk.OwnAloneAsync();
        await desk.Dialog.GetByLabel("Note").FillAsync("her sister answered");
        var session = await desk.Page.Context.CookiesAsync();
        await desk.Page.Context.ClearCookiesAsync();
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("You were signed out.");
        await Expect(desk.Dialog.GetByRole(AriaRole.Link, new() { Name = "Sign in in another tab" })).ToBeVisibleAsync();

        await desk.Page.Context.AddCookiesAsync(session.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite }));
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 request moved to Customer Notified via Phone.");
    }

    private static System.Text.RegularExpressions.Regex Requests() => new("^[0-9]+ requests\\.$");
}
