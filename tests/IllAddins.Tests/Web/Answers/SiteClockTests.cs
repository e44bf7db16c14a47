using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Web.Answers;

/// <summary>One browser looks at two sites: whatever is shown, asked or given away stands on each site's own clock and in its own way of writing, wherever browser and server are.</summary>
public sealed class SiteClockTests : IAsyncLifetime, IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City
        pnum,Paul,Number,MAIN,Phone,,555-0102,1 Elm St,Ames
        lore,Lore,Berg,LAW,Phone,,555-0103,3 Ash St,Berlin
        """;

    // Dates of an import are on the clock of the user's site: 14:00 in New York and 20:00 in Berlin are one moment.
    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle,DueDate
        501,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-01T14:00:00,Atlas of soil,2026-04-17T00:00:00
        502,lore,Borrowing,Loan,Awaiting Customer Contact,2026-03-01T20:00:00,Moss and lichen,2026-04-17T00:00:00
        """;

    private readonly Library library = new();
    private ServedDesk? desk;
    private Visitor? visitor;

    private ServedDesk Desk => desk!;

    private Visitor Visitor => visitor!;

    public async Task InitializeAsync()
    {
        Assert.Equal(0, (await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York", "--date-format", "MM/dd/yyyy")).Code);
        Assert.Equal(0, (await library.RunAsync("sites", "set", "LAW", "--time-zone", "Europe/Berlin", "--date-format", "d. MMMM yyyy")).Code);
        await library.ImportAsync(Users, Requests);
        desk = await ServedDesk.OpenAsync(library);
        visitor = await Desk.VisitAsync(TestStaff.Staff);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();

    public void Dispose()
    {
        visitor?.Dispose();
        library.Dispose();
    }

    [Fact]
    public async Task The_list_and_the_request_form_show_each_moment_as_its_site_writes_it()
    {
        var list = await Visitor.JsonAsync("/screens/customer-contact/rows?site=");
        var law = await Visitor.JsonAsync("/screens/customer-contact/rows?site=LAW");
        Assert.Equal(("03/01/2026 14:00", "04/17/2026"), (Cell(list, 501, "Received"), Cell(list, 501, "Due")));
        Assert.Equal(("1. Mar 20:00", "17. Apr"), (Cell(list, 502, "Received"), Cell(list, 502, "Due")));
        Assert.EndsWith("; every row is on the clock of its site)", list.GetProperty("readAt").GetString(), StringComparison.Ordinal);
        Assert.Equal("16:00", law.GetProperty("readAt").GetString());
        Assert.Contains("since 03/01/2026 14:00 · site MAIN · times are those of America/New_York", await Visitor.ReadAsync("/requests/501"), StringComparison.Ordinal);
        Assert.Contains("since 1. Mar 20:00 · site LAW · times are those of Europe/Berlin", await Visitor.ReadAsync("/requests/502"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_entered_in_a_dialog_is_that_of_each_requests_site()
    {
        var form = await AskAsync("left-message", 501, 502);
        Assert.Contains("It is the hour of each request's own site.", form.GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("It is the hour of the site's clock, Europe/Berlin.", (await AskAsync("left-message", 502)).GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        await RunAsync("left-message", form, new() { ["again"] = "2026-03-03T09:00" }, 501, 502);

        Assert.Equal(["2026-03-03T14:00", "2026-03-03T08:00"], (await library.QueryAsync("SELECT CallAgainAt FROM ContactCalls ORDER BY TransactionNumber")).Select(at => at[..16]));
        var list = await Visitor.JsonAsync("/screens/customer-contact/rows?site=");
        Assert.Equal(("03/03/2026 09:00", "3. Mar 09:00"), (Cell(list, 501, "CallAgain"), Cell(list, 502, "CallAgain")));
        Assert.Equal(["left message at 10:00 (ann)", "left message at 16:00 (ann)"], new[] { Cell(list, 501, "LastTry"), Cell(list, 502, "LastTry") });
        Assert.Contains("To be called again on 03/03/2026 at 09:00.", await Visitor.ReadAsync("/requests/501?part=history"), StringComparison.Ordinal);
        Assert.Contains("to be called again on 3. Mar at 09:00", await Visitor.ReadAsync("/requests/502?part=panel-notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_on_each_rows_own_clock_and_is_named_by_that_of_the_site()
    {
        var file = (await RunAsync("export-csv", default, [], 501, 502)).GetProperty("file");
        var csv = await Visitor.Client.GetStringAsync(new Uri(file.GetProperty("url").GetString()!, UriKind.Relative));
        // Dates that programs read, without a zone: ISO on the site's clock.
        Assert.Contains(",2026-03-01 14:00,", csv.Split("\r\n").Single(line => line.StartsWith("501", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(",2026-03-01 20:00,", csv.Split("\r\n").Single(line => line.StartsWith("502", StringComparison.Ordinal)), StringComparison.Ordinal);
        var law = (await RunAsync("export-csv", default, [], "?site=LAW", 502)).GetProperty("file").GetProperty("name").GetString();
        Assert.Equal("customer-contact-20260302-160000.csv", law);
    }

    [Fact]
    public async Task Who_was_quicker_is_told_with_the_hour_of_the_requests_site()
    {
        var (first, second) = (await AskAsync("notified-via-phone", 502), await AskAsync("notified-via-phone", 502));
        await RunAsync("notified-via-phone", first, [], 502);
        library.Clock.Advance(TimeSpan.FromDays(1));
        await Visitor.SignInAsync(TestStaff.Staff, TestStaff.Password);
        Assert.Contains(
            "502 - already moved to Customer Notified via Phone by ann on 2. Mar at 16:00", (await RunAsync("notified-via-phone", second, [], 502)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private string Cell(JsonElement list, int number, string column)
    {
        var names = Desk.Screen.Columns.Select(each => each.Name).Prepend("TransactionNumber").ToList();
        return list.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("transactionNumber").GetInt32() == number).GetProperty("cells")[names.IndexOf(column)].GetString()!;
    }

    private async Task<JsonElement> AskAsync(string command, params int[] numbers) => await SendAsync($"{Desk.Command(command).Path}/ask", [], numbers);

    private Task<JsonElement> RunAsync(string command, JsonElement form, Dictionary<string, string> filled, params int[] numbers) => RunAsync(command, form, filled, "?site=", numbers);

    private async Task<JsonElement> RunAsync(string command, JsonElement form, Dictionary<string, string> filled, string query, params int[] numbers)
    {
        var values = form.ValueKind == JsonValueKind.Undefined ? [] : form.GetProperty("fields").EnumerateArray()
            .ToDictionary(field => field.GetProperty("name").GetString()!, field => filled.GetValueOrDefault(field.GetProperty("name").GetString()!, field.GetProperty("value").GetString()!));
        return await SendAsync(Desk.Command(command).Path + query, values, numbers);
    }

    private async Task<JsonElement> SendAsync(string path, Dictionary<string, string> values, int[] numbers)
    {
        var rows = new List<object>();
        foreach (var number in numbers)
            rows.Add(new { transactionNumber = number, arrivalId = long.Parse((await library.QueryAsync($"SELECT MIN(Id) FROM Tracking WHERE TransactionNumber = {number}")).Single(), CultureInfo.InvariantCulture) });
        using var answer = await Visitor.SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(new { rows, values }));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
