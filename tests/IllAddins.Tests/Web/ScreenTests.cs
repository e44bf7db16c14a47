using System.Net;
using System.Text.Json;
using Dapper;

namespace IllAddins.Tests.Web;

public sealed class ScreenTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();
    private Visitor? visitor;

    private Visitor Ann => visitor!;

    public async Task InitializeAsync()
    {
        await shell.InitializeAsync();
        visitor = await Visitor.SignedInAsync(shell);
    }

    public async Task DisposeAsync()
    {
        Ann.Dispose();
        await shell.DisposeAsync();
    }

    [Fact]
    public async Task The_first_page_is_the_first_screen()
    {
        Assert.Equal("/screens/contact", (await Ann.GetAsync("/")).Headers.Location?.OriginalString);
        shell.Screens.Clear();
        Assert.Contains("No add-in has brought a screen.", await Ann.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_shows_its_commands_and_says_that_it_needs_a_script()
    {
        var page = await Ann.ReadAsync("/screens/contact");
        Assert.Contains("Print Notifications \u25BE Slips Print list Notified via Phone Notified via Mail Notify", page, StringComparison.Ordinal);
        Assert.Contains("This list needs JavaScript. Switch it on for this address, then reload the page. The same requests as plain links", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_rows_stand_as_links_in_their_groups_or_it_is_said_why_not()
    {
        var page = await (await Ann.GetAsync("/screens/contact/plain")).Content.ReadAsStringAsync();
        Assert.Contains("<a href=\"/requests/481675?from=/screens/contact\">481675</a>", page, StringComparison.Ordinal);
        Assert.Matches("8 requests, read at 10:00.* With all commands .* Notification method: Phone \\(3\\) ", Visitor.Text(page));
        Assert.Equal(HttpStatusCode.NotFound, (await Ann.GetAsync("/screens/nowhere/plain")).StatusCode);
        shell.Sample.Fault = new InvalidOperationException("A secret of the add-in.");
        using var failed = await Ann.GetAsync("/screens/contact/plain");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.DoesNotContain("secret", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_carries_a_script_or_a_style_of_its_own()
    {
        foreach (var path in new[] { "/screens/contact", "/requests/482101", "/nowhere" })
        {
            var page = await (await Ann.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]* src=)", page);
            Assert.DoesNotMatch(" on[a-z]+=", page);
        }
    }

    [Fact]
    public async Task Rows_carry_what_mends_them_whose_they_are_and_what_scanners_read()
    {
        shell.Sample.Rows = [SampleScreen.Row(1, "mail", "Chen", "A"), SampleScreen.Row(2, "attention", "Chen", "B"), SampleScreen.Row(3, "mail", "Gray", "C"), SampleScreen.Row(4, "mail", "Chen", "D")];
        var rows = (await Ann.JsonAsync("/screens/contact/rows")).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal([1, 4, 2, 3], rows.Select(row => row.GetProperty("transactionNumber").GetInt32()));
        Assert.Equal("""["fix-address","phone"]""", rows[2].GetProperty("mends").GetRawText());
        Assert.False(rows[0].TryGetProperty("mends", out _));
        Assert.Equal(("Chen", """["B1"]"""), (rows[0].GetProperty("together").GetString(), rows[0].GetProperty("codes").GetRawText()));
    }

    [Fact]
    public async Task Times_come_as_numbers_too_for_sorting_and_filters()
    {
        shell.Sample.Rows = [SampleScreen.Row(1, "mail", "Chen", "A"), Waits(2, TimeSpan.FromHours(30)), Waits(3, null)];
        var content = await Ann.JsonAsync("/screens/contact/rows");
        Assert.Equal("""{"moments":true,"seconds":[1772460600,1772460600,1772460600]}""", content.GetProperty("times")[5].GetRawText());
        Assert.Equal(1772550000, content.GetProperty("now").GetInt64());
        Assert.Equal(JsonValueKind.Null, content.GetProperty("times")[6].ValueKind);

        shell.Sample.Rows = [Waits(2, TimeSpan.FromHours(30)), Waits(3, null)];
        content = await Ann.JsonAsync("/screens/contact/rows");
        Assert.Equal("""{"moments":false,"seconds":[108000,null]}""", content.GetProperty("times")[6].GetRawText());
        Assert.Equal(["1 d", ""], content.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("cells")[6].GetString()));
    }

    [Fact]
    public async Task Rows_are_read_again_only_if_something_has_changed()
    {
        var change = (await Ann.JsonAsync("/screens/contact/rows")).GetProperty("change").GetInt64();
        var looks = shell.Sample.Looks.Count;
        Assert.Equal(HttpStatusCode.NoContent, (await Ann.GetAsync($"/screens/contact/rows?since={change}")).StatusCode);
        Assert.Equal(looks, shell.Sample.Looks.Count);
        Assert.Equal(change, (await Ann.JsonAsync($"/screens/contact/rows?since={change - 1}")).GetProperty("change").GetInt64());
    }

    private static ScreenRow Waits(int number, TimeSpan? length)
    {
        var row = SampleScreen.Row(number, "mail", "Gray", "B");
        return row with { Cells = new Dictionary<string, object?>(row.Cells) { ["Waiting"] = length } };
    }

    [Fact]
    public async Task Rows_come_as_texts_on_the_clocks_of_their_sites()
    {
        var content = await Ann.JsonAsync("/screens/contact/rows");
        Assert.Equal("Next e-mail sweep 10:35", content.GetProperty("notice").GetString());
        Assert.Equal([false, false, false, false, false, false, true], content.GetProperty("numeric").EnumerateArray().Select(value => value.GetBoolean()));
        Assert.Equal(
            """{"key":"email","title":"Notification method: E-mail","note":"sent automatically","folded":true,"attention":false}""",
            content.GetProperty("groups")[3].GetRawText());
        var row = content.GetProperty("rows")[1];
        Assert.Equal((481675, 1481675, "phone"),
            (row.GetProperty("transactionNumber").GetInt32(), row.GetProperty("arrivalId").GetInt64(), row.GetProperty("group").GetString()));
        Assert.Equal(["481675", "West, Mary", "(555) 016-9492", "Reconsidering rivers", "Law", "2 Mar 09:10", "0"], Cells(row));
        // The same moment at a site three hours behind.
        Assert.Equal("2 Mar 06:10", Cells(content.GetProperty("rows")[2])[5]);
    }

    [Fact]
    public async Task A_row_of_a_group_that_was_not_named_is_shown_all_the_same()
    {
        shell.Sample.Rows = [SampleScreen.Row(7, "forgotten", "West, Mary", "Bridges")];
        var content = await Ann.JsonAsync("/screens/contact/rows");
        Assert.Equal("forgotten", content.GetProperty("groups")[4].GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_site_chosen_is_remembered_and_handed_to_the_screen()
    {
        await Ann.JsonAsync("/screens/contact/rows");
        var answer = await Ann.PostFormAsync("/site", ("site", "law"), ("returnUrl", "/screens/contact"));
        Assert.Equal("/screens/contact", answer.Headers.Location?.OriginalString);
        await Ann.JsonAsync("/screens/contact/rows");
        await Ann.PostFormAsync("/site", ("site", ""), ("returnUrl", "//evil.example"));
        await Ann.JsonAsync("/screens/contact/rows");
        Assert.Equal([("ann", null), ("ann", "LAW"), ("ann", null)], shell.Sample.Looks.Select(call => (call.User, call.Site?.NVTGC)));
    }

    [Fact]
    public async Task A_site_that_is_not_there_is_refused_in_words()
    {
        var answer = await Ann.PostFormAsync("/site", ("site", "MOON"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("There is no site 'MOON'. Choose one from the list.", Visitor.Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_is_not_there_is_told_in_words()
    {
        var answer = await Ann.GetAsync("/screens/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "There is no screen 'nowhere'. Its add-in may have been removed or stopped; admins see why on the page Add-ins.",
            Visitor.Text(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_add_in_that_fails_to_read_its_rows_is_told_in_words_and_logged_in_full()
    {
        shell.Sample.Fault = new InvalidOperationException("A secret of the add-in.");
        var answer = await Ann.GetAsync("/screens/contact/rows");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(
            "Customer Contact could not be read: the add-in Sample failed. Try again; if it happens again, tell an admin. The log says more.",
            body.GetProperty("message").GetString());
        Assert.Contains(shell.Log.Lines, line => line.Contains("A secret of the add-in.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_travel_packed_and_pages_whose_forms_carry_a_token_do_not()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        visitor.Client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        Assert.Equal(["br"], (await visitor.GetAsync("/screens/contact/rows")).Content.Headers.ContentEncoding);
        Assert.Empty((await visitor.GetAsync("/screens/contact")).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Whether_a_row_has_waited_too_long_is_for_its_site_to_say()
    {
        var load = shell.Sample.Screen.LoadAsync;
        shell.Screens[0] = new("Sample", shell.Sample.Screen with { LoadAsync = async (call, token) => (await load(call, token)) with { TooLongDays = new Dictionary<string, int> { ["law"] = 1 } } });
        var rows = await Ann.JsonAsync("/screens/contact/rows");
        Assert.Equal([482753, 482754], rows.GetProperty("rows").EnumerateArray().Where(row => row.TryGetProperty("late", out _)).Select(row => row.GetProperty("transactionNumber").GetInt32()));
        Assert.Equal("""[null,"1 to 7 days or longer, as the site says"]""", rows.GetProperty("tooLong").GetRawText());
    }

    [Fact]
    public async Task A_content_by_halves_is_told_in_words_and_logged()
    {
        var load = shell.Sample.Screen.LoadAsync;
        shell.Screens[0] = new("Sample", shell.Sample.Screen with { LoadAsync = async (call, token) => (await load(call, token)) with { Rows = [shell.Sample.Rows[0] with { Cells = null! }] } });
        var answer = await Ann.Client.GetAsync(new Uri("/screens/contact/rows", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Customer Contact could not be read: the add-in Sample failed.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(shell.Log.Lines, line => line.Contains("Sample failed in screen 'contact': InvalidOperationException: It answered null for the group, cells or site of row 482101.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_database_is_told_in_words()
    {
        await using (var connection = await shell.Database.OpenConnectionAsync())
            await connection.ExecuteAsync("ALTER TABLE Staff RENAME TO Elsewhere; ALTER TABLE Sites RENAME TO Nowhere");
        var answer = await Ann.GetAsync("/screens/contact");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("The server failed while it worked on this.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string[] Cells(JsonElement row) => [.. row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!)];
}
