using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>What staff do in a day, on the real product, to the end.</summary>
public sealed class JourneyTests(Product product) : IClassFixture<Product>
{
    [BrowserFact]
    public async Task The_keyboard_alone_finds_a_customer_marks_all_items_as_phoned_with_a_note_and_takes_it_back()
    {
        await using var desk = await product.DeskAsync();
        var call = (await desk.RowsAsync("Phone")).GroupBy(row => row.Patron).First(items => items.Key.Length > 0 && items.Count() == 3).Select(row => row.Number).ToList();
        await TabToAsync(desk, "document.activeElement.id === 'find'");
        await desk.Page.Keyboard.TypeAsync($"{call[0]}\n");
        await Expect(desk.Status).ToContainTextAsync($"Selected: {call[0]}");
        await TabToAsync(desk, "document.activeElement.closest('.grid-body') !== null");
        await desk.PressAsync("p");
        await Expect(desk.Counts).ToContainTextAsync("3 selected (3 Phone)");
        await TabToAsync(desk, "document.activeElement.closest('#ribbon') !== null", "Shift+Tab");
        await desk.PressAsync("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
        await Expect(desk.OfRibbon("Notified via Phone")).ToBeFocusedAsync();
        await desk.PressAsync("Enter");
        await Expect(desk.Dialog.GetByLabel("Note")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("her sister answered\n");
        await Expect(desk.Status).ToHaveTextAsync("3 requests moved to Customer Notified via Phone.");
        await Expect(desk.OfRibbon("Notified via Phone")).ToBeFocusedAsync();
        Assert.DoesNotContain((await desk.RowsAsync("Phone")).Select(row => row.Number), call.Contains);
        await using (var other = await product.DeskAsync())
            await other.UntilAsync($"/requests/{call[1]}", "#history", "her sister answered");

        await TabToAsync(desk, "document.activeElement.textContent === 'Undo'");
        await desk.PressAsync("Enter");
        await Expect(desk.Status).ToHaveTextAsync("3 requests were taken back.");
        await Expect(desk.Page.Locator(".grid-body .grid-row:focus")).ToHaveCountAsync(1);
        Assert.Equal(call.Order(), (await desk.RowsAsync("Phone")).Select(row => row.Number).Where(call.Contains).Order());
    }

    [BrowserFact]
    public async Task What_was_marked_and_then_moved_on_by_somebody_is_not_taken_back()
    {
        await using var desk = await product.DeskAsync();
        var number = (await desk.RowsAsync("Phone"))[0].Number;
        await desk.ScanAsync(number);
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await desk.OwnAloneAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reached" }).ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 request moved to Customer Notified via Phone.");

        await using var other = await product.DeskAsync();
        await other.Page.GotoAsync($"/requests/{number}");
        await other.OfRibbon("Route").ClickAsync();
        await other.Dialog.GetByLabel("New status").SelectOptionAsync("Checked Out to Customer");
        await other.Dialog.GetByLabel("Reason").FillAsync("came at once");
        await other.Dialog.GetByRole(AriaRole.Button, new() { Name = "Route" }).ClickAsync();
        await Expect(other.Page.Locator(".status-mark")).ToHaveTextAsync("Checked Out to Customer");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(desk.Status).ToContainTextAsync($"Nothing was taken back. 1 left alone: {number} - ");
        await Expect(desk.Page.Locator(".statusline")).ToHaveClassAsync(new Regex("bad"));
    }

    [BrowserFact]
    public async Task Left_message_and_no_answer_are_counted_on_the_row_and_stay_in_its_history()
    {
        await using var desk = await product.DeskAsync();
        var number = (await desk.RowsAsync("Phone"))[0].Number;
        await desk.ScanAsync(number);
        Assert.Equal("", await desk.CellAsync(number, "Tries"));
        await AttemptAsync(desk, "Left message", "till 5 pm");
        await Expect(desk.Status).ToHaveTextAsync("Attempt noted for 1 request: left message.");
        Assert.Equal("1", await desk.CellAsync(number, "Tries"));
        await AttemptAsync(desk, "No answer", "");
        await Expect(desk.Status).ToHaveTextAsync("Attempt noted for 1 request: no answer. It was try 2.");
        Assert.Equal("2", await desk.CellAsync(number, "Tries"));
        await Expect(desk.Counts).ToContainTextAsync("1 selected (1 Phone)");

        await desk.PressAsync("Escape");
        await desk.Row(number).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page.Locator("#history")).ToContainTextAsync("till 5 pm");
    }

    [BrowserFact]
    public async Task An_address_is_fixed_on_its_row_and_the_customer_is_written_to()
    {
        await using var desk = await product.DeskAsync();
        var row = (await desk.RowsAsync("NeedsAttention")).First(row => row.Mends.Contains("fix-address"));
        await desk.ScanAsync(row.Number);
        await desk.Row(row.Number).Locator("[data-mend=fix-address]").ClickAsync();
        await desk.Dialog.GetByLabel("E-mail address").FillAsync("mended@university.example");
        await desk.PressAsync("Enter");
        await Expect(desk.Status).ToContainTextAsync("The address was saved.");

        await desk.UntilAsync($"/requests/{row.Number}", "#panel-notifications", "Sent");
        await Expect(desk.Page.GetByLabel("E-mail Address")).ToHaveValueAsync("mended@university.example");
        await Expect(desk.Page.Locator("#panel-notifications")).ToContainTextAsync("mended@university.example");
        await desk.Page.GotoAsync(RealDesk.Screen);
        Assert.DoesNotContain(await desk.RowsAsync("NeedsAttention"), each => each.Number == row.Number);
    }

    [BrowserFact]
    public async Task An_e_mail_is_changed_before_it_is_sent_and_leaves_as_it_was_written()
    {
        await using var desk = await product.DeskAsync();
        var number = (await desk.RowsAsync("Mail"))[0].Number;
        await desk.ScanAsync(number);
        await desk.OfRibbon("Send e-mail now").ClickAsync();
        await desk.Dialog.GetByLabel("Subject").FillAsync("Your book, with a map");
        var text = desk.Dialog.GetByLabel("Text");
        await text.FillAsync($"The map lies inside.\n\n{await text.InputValueAsync()}");
        await desk.Dialog.Locator(".primary").ClickAsync();
        await Expect(desk.Dialog).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".statusline")).Not.ToHaveClassAsync(new Regex("bad"));

        await desk.UntilAsync($"/requests/{number}", "#panel-notifications", "Sent");
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Notifications" }).ClickAsync();
        await desk.Page.Locator("#panel-notifications .detail summary").ClickAsync();
        await Expect(desk.Page.Locator("#panel-notifications")).ToContainTextAsync("Your book, with a map");
        await Expect(desk.Page.Locator("#panel-notifications pre")).ToContainTextAsync("The map lies inside.");
        Assert.DoesNotContain("<#", await desk.Page.Locator("#panel-notifications pre").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_request_form_marks_its_request_and_the_list_takes_it_back()
    {
        await using var desk = await product.DeskAsync();
        var number = (await desk.RowsAsync("Phone"))[0].Number;
        await desk.ScanAsync(number);
        await desk.Row(number).GetByRole(AriaRole.Link).ClickAsync();
        await desk.OfRibbon("Notified via Phone").ClickAsync();
        await desk.OwnAloneAsync();
        await desk.Dialog.GetByLabel("Note").FillAsync("phoned from the form");
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reached" }).ClickAsync();
        await Expect(desk.Page.Locator(".status-mark")).ToHaveTextAsync("Customer Notified via Phone");
        await Expect(desk.Status).ToHaveTextAsync("1 request moved to Customer Notified via Phone.");
        await Expect(desk.Page.Locator("#history")).ToContainTextAsync("phoned from the form");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Back to Customer Contact" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("1 request was taken back.");
        Assert.Contains(await desk.RowsAsync("Phone"), row => row.Number == number);
    }

    [BrowserFact]
    public async Task What_is_selected_is_exported_as_it_stands_on_the_screen()
    {
        await using var desk = await product.DeskAsync();
        var rows = (await desk.RowsAsync("Mail")).Take(2).ToList();
        foreach (var row in rows)
            await desk.ScanAsync(row.Number);
        var title = await desk.CellAsync(rows[1].Number, "Title");
        await desk.OfRibbon("Export CSV").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("2 requests exported.");
        var link = desk.Page.Locator("#document");
        await Expect(link).ToHaveTextAsync(new Regex(@"^Open customer-contact-\d{8}-\d{6}\.csv$"));
        var file = await (await desk.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!)).BodyAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Trans. No.,Group,Customer,Phone,Title,Pickup,", lines[0], StringComparison.Ordinal);
        Assert.Equal(rows.Select(row => $"{row.Number}"), lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.Contains(title, lines[2], StringComparison.Ordinal);
    }

    private static async Task AttemptAsync(RealDesk desk, string outcome, string note)
    {
        await desk.OfRibbon("More of Notified via Phone").ClickAsync();
        await desk.Item(outcome).ClickAsync();
        await desk.OwnAloneAsync();
        await desk.Dialog.GetByLabel("Note").FillAsync(note);
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Note the attempt" }).ClickAsync();
    }

    // As long as a keyboard is pressed that way.
    private static async Task TabToAsync(RealDesk desk, string there, string key = "Tab")
    {
        for (var turn = 0; turn < 40 && !await desk.Page.EvaluateAsync<bool>($"() => {there}"); turn++)
            await desk.PressAsync(key);
        Assert.True(await desk.Page.EvaluateAsync<bool>($"() => {there}"), $"{key} does not lead to where {there}.");
    }
}
