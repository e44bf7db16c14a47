using System.Net;
using IllAddins.Host.Requests;

namespace IllAddins.Tests.Web;

public sealed class RequestFormTests(ShellHost shell) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task The_form_shows_customer_item_trail_and_panels_on_the_sites_clock()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var page = await visitor.ReadAsync("/requests/481675?from=/screens/contact");
        Assert.Contains("Back to Customer Contact", page, StringComparison.Ordinal);
        Assert.Contains("481675 Borrowing Loan Awaiting Customer Contact since 28 Feb 16:02 · site MAIN · times are those of America/New_York", page, StringComparison.Ordinal);
        Assert.Contains("Notifications The last notice was taken by the mail server.", page, StringComparison.Ordinal);
        var html = await (await visitor.GetAsync("/requests/481675")).Content.ReadAsStringAsync();
        foreach (var (name, value) in new[] { ("User.LastName", "West"), ("Transaction.LoanTitle", "Reconsidering rivers"), ("Transaction.DueDate", "2026-04-17"), ("Transaction.ItemInfo4", "Shelf 12"), ("Transaction.ShelfMark", "Q 42") })
            Assert.Matches($"name=\"{name}\"[^>]* value=\"{value}\"", html);
        Assert.Contains("Last Name First Name User Name mwest", page, StringComparison.Ordinal);
        Assert.Contains("28 Feb 16:02 Checked in by the mail room. System", page, StringComparison.Ordinal);
        Assert.Contains("1 Mar 10:00 Call after noon. ann Staff", page, StringComparison.Ordinal);
        Assert.Contains("28 Feb 16:02 E-mail 250 queued", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_import_brought_is_text_and_never_markup()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var page = await (await visitor.GetAsync("/requests/482101")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains($" value=\"{SampleRecord.HostileTitle}\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("/screens/../evil")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_leads_to_screens_alone(string from)
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var page = await visitor.ReadAsync($"/requests/481675?from={Uri.EscapeDataString(from)}");
        Assert.DoesNotContain("Back to", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("abc")]
    [InlineData("99999999999999")]
    public async Task A_request_that_is_not_there_is_told_in_words(string number)
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var answer = await visitor.GetAsync($"/requests/{number}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            $"There is no request with the transaction number '{number}'. It may not have been imported yet; check the number.",
            Visitor.Text(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panel_that_fails_costs_only_itself()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        shell.Sample.Fault = new InvalidOperationException("A secret of the add-in.");
        var page = await visitor.ReadAsync("/requests/481675");
        shell.Sample.Fault = null;
        Assert.Contains("Notifications could not be read: the add-in Sample failed. Reload the page; if it happens again, tell an admin.", page, StringComparison.Ordinal);
        Assert.Contains("Call after noon.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_is_read_oldest_first_and_is_empty_where_there_is_none()
    {
        var trail = await RequestTrail.ReadAsync(shell.Database, 481675, CancellationToken.None);
        Assert.Equal([new TrackingEntry(new(2026, 2, 28, 21, 2, 0, TimeSpan.Zero), "Awaiting Customer Contact", "System")], trail.Tracking);
        Assert.Equal([new HistoryEntry(new(2026, 2, 28, 21, 2, 0, TimeSpan.Zero), "Checked in by the mail room.", "System")], trail.History);
        Assert.Equal([new NoteEntry(new(2026, 3, 1, 15, 0, 0, TimeSpan.Zero), "Call after noon.", "ann", "Staff")], trail.Notes);
        var none = await RequestTrail.ReadAsync(shell.Database, 5, CancellationToken.None);
        Assert.Equal((0, 0, 0), (none.Tracking.Count, none.History.Count, none.Notes.Count));
    }
}
