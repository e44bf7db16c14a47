using System.Collections.Concurrent;
using IllAddins.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>The request form: its fields, routing and notes.</summary>
public sealed class RequestFormTests
{
    private const string Page = "/requests/481675?from=/screens/contact";

    [BrowserFact]
    public async Task A_field_is_marked_until_it_is_saved_and_stands_there_afterwards()
    {
        await using var desk = await OpenAsync();
        var phone = desk.Page.GetByLabel("Phone", new() { Exact = true });
        await phone.FillAsync("(555) 777-0000");
        await Expect(desk.Page.Locator(".line.unsaved")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("#unsaved")).ToHaveTextAsync("1 field is not saved yet.");
        // Yellow.
        Assert.Equal("rgb(255, 246, 191)", await phone.EvaluateAsync<string>("input => getComputedStyle(input).backgroundColor"));
        await desk.Command("Route").ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("Save or discard your changes first, then press 'Route'.");

        await desk.Command("Save changes").ClickAsync();

        await Expect(desk.Status).ToHaveTextAsync("1 field saved.");
        await Expect(desk.Page.GetByLabel("Phone", new() { Exact = true })).ToHaveValueAsync("(555) 777-0000");
        await Expect(desk.Page.Locator(".line.unsaved")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("#history")).ToContainTextAsync("Fields changed: of the customer Phone.");
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task The_keyboard_alone_changes_saves_mends_and_opens_what_is_empty()
    {
        await using var desk = await OpenAsync();
        var title = desk.Page.GetByLabel("Loan Title");
        await title.FocusAsync();
        await desk.Page.Keyboard.PressAsync("End");
        await desk.Page.Keyboard.TypeAsync(" again");
        await desk.Page.Keyboard.PressAsync("Control+s");
        await Expect(desk.Status).ToHaveTextAsync("1 field saved.");

        await desk.Page.Locator("summary", new() { HasText = "of Other" }).First.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.GetByLabel("Original TN").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("12x");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByLabel("Original TN")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(desk.Page.GetByLabel("Original TN")).ToBeFocusedAsync();
        await Expect(desk.Page.GetByLabel("Original TN")).ToHaveValueAsync("12x");
        await Expect(desk.Status).ToHaveTextAsync("Nothing was saved yet: look at what is marked, then save again.");
        await desk.Page.Keyboard.PressAsync("Backspace");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Status).ToHaveTextAsync("1 field saved.");
        await Expect(desk.Page.GetByLabel("Original TN")).ToHaveValueAsync("12");
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_refused_field_is_seen_although_the_page_was_scrolling_and_the_machine_busy()
    {
        await using var desk = await OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 700 } });
        await desk.Page.EvaluateAsync(AnswersWhileScrolling);
        await desk.Page.GetByLabel("Due Date").FillAsync("0001-01-01");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Status).ToHaveTextAsync("Nothing was saved yet: look at what is marked, then save again.");
        await Expect(desk.Page.GetByLabel("Due Date")).ToBeFocusedAsync();
        await Expect(desk.Page.GetByLabel("Due Date")).ToBeInViewportAsync();
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task Leaving_with_unsaved_fields_asks_first_and_what_was_discarded_does_not()
    {
        await using var desk = await OpenAsync();
        var (asked, first) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        desk.Page.Dialog += async (_, dialog) =>
        {
            asked.Enqueue(dialog.Type);
            await dialog.DismissAsync();
            first.TrySetResult();
        };
        var title = desk.Page.GetByLabel("Loan Title");
        await title.PressAsync("x");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Back to Customer Contact" }).PressAsync("Enter");
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Expect(title).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("x"));
        Assert.Equal(["beforeunload"], asked);

        await desk.Command("Discard changes").ClickAsync();
        await Expect(title).ToHaveValueAsync("Reconsidering rivers");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Back to Customer Contact" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/screens/contact");
        Assert.Single(asked);
    }

    [BrowserFact]
    public async Task What_somebody_else_changed_meanwhile_is_told_at_the_field_and_written_over_by_a_second_save()
    {
        await using var desk = await OpenAsync();
        await desk.Shell.Get<Host.Web.ShellSettings>().Record.UpdateRequestAsync(
            new RequestEdit { TransactionNumber = 481675, Fields = new Dictionary<string, FieldEdit> { ["Transaction.LoanAuthor"] = new() { Text = "Chen, Beth" } }, By = "bea" },
            null,
            CancellationToken.None);
        await desk.Page.GetByLabel("Loan Author").FillAsync("Chen, Bo");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("[id='in-Transaction.LoanAuthor-problem']")).ToHaveTextAsync("bea changed this at 3 Mar 10:00: it says 'Chen, Beth' now. Save again to write yours over it.");
        await Expect(desk.Page.GetByLabel("Loan Author")).ToHaveValueAsync("Chen, Bo");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Status).ToHaveTextAsync("1 field saved.");
        await Expect(desk.Page.GetByLabel("Loan Author")).ToHaveValueAsync("Chen, Bo");
    }

    [BrowserFact]
    public async Task A_session_that_ended_loses_nothing_that_was_entered()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByLabel("Loan Author").FillAsync("Chen, Bo");
        await desk.Page.Context.ClearCookiesAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Status).ToContainTextAsync("You were signed out.");
        await Expect(desk.Page.GetByLabel("Loan Author")).ToHaveValueAsync("Chen, Bo");
    }

    [BrowserFact]
    public async Task A_request_is_routed_with_a_reason_and_gets_a_note_by_keyboard()
    {
        await using var desk = await OpenAsync();
        await desk.Command("Route").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByLabel("New status")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("Checked Out");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByLabel("Reason").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("collected at the desk");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Status).ToHaveTextAsync("481675 moved from 'Awaiting Customer Contact' to 'Checked Out to Customer'.");
        await Expect(desk.Page.Locator(".status-mark")).ToHaveTextAsync("Checked Out to Customer");
        await Expect(desk.Page.Locator("#history")).ToContainTextAsync("to 'Checked Out to Customer': collected at the desk");

        await desk.Command("Add note").PressAsync("Enter");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByLabel("Note").FillAsync("Came with a bag.");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Expect(desk.Status).ToHaveTextAsync("The note was added to 481675.");
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Notes" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Row, new() { Name = "3 Mar 10:00 Came with a bag. ann Staff" })).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task Parts_are_tabs_by_arrow_keys_that_lose_no_unsaved_field_and_the_back_button_walks_them()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GetByLabel("Loan Author").FillAsync("Chen, Bo");
        var details = Tab(desk, "Details");
        await details.FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(desk.Page.GetByRole(AriaRole.Tab).Last).ToBeFocusedAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Tab, new() { Selected = true })).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("Home");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(desk.Page.GetByRole(AriaRole.Tabpanel).Locator(":focus")).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByRole(AriaRole.Tabpanel)).ToHaveCountAsync(1);

        await Tab(desk, "Notes").ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("part=notes$"));
        await Tab(desk, "History").ClickAsync();
        await desk.Page.GoBackAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Tabpanel, new() { Name = "Notes" })).ToContainTextAsync("Call after noon.");

        // Saved from there; a field that is wrong is brought up.
        await details.ClickAsync();
        await desk.Page.GetByLabel("Due Date").FillAsync("0001-01-01");
        await Tab(desk, "Notes").ClickAsync();
        await desk.Page.Keyboard.PressAsync("Control+s");
        await Expect(desk.Page.GetByLabel("Due Date")).ToBeFocusedAsync();
        await Expect(desk.Page.GetByLabel("Loan Author")).ToHaveValueAsync("Chen, Bo");
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task Without_scripts_every_part_is_reached_by_its_link()
    {
        await using var desk = await OpenAsync();
        var storage = await desk.Page.Context.StorageStateAsync();
        await using var plain = await desk.Page.Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = false, StorageState = storage });
        var page = await plain.NewPageAsync();
        await page.GotoAsync(new Uri(desk.Shell.Address, "/screens/contact").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "The same requests as plain links" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "481675" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Loan Author");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Notes" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = "Notes" })).ToContainTextAsync("Call after noon.");
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = "Details" })).ToBeVisibleAsync();
    }

    // When the answer comes, the focus has just gone to the top: a page that moves there by and by adds the way it went meanwhile to where it is sent next.
    private const string AnswersWhileScrolling = """
        () => {
          const real = window.fetch;
          window.fetch = async (...asked) => {
            const answer = await real(...asked);
            document.querySelector(".back a").focus();
            for (let frame = 0; frame < 4; frame++)
              await new Promise(requestAnimationFrame);
            for (const until = performance.now() + 200; performance.now() < until;);
            return answer;
          };
        }
        """;

    private static ILocator Tab(Desk desk, string name) => desk.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new($"^{name}") });

    private static async Task<Desk> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var desk = await Desk.OpenAsync(options: options);
        await desk.SignInAsync();
        await desk.Page.GotoAsync(Page);
        return desk;
    }
}
