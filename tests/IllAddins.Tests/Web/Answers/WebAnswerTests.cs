using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Web.Answers;

/// <summary>Whatever a page offers, of screens and of the request form, answers what cannot be done in words and leaves nothing half done. A command added later is asked here by itself.</summary>
[TakesLong]
public sealed class WebAnswerTests : IAsyncLifetime, IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City
        pnum,Paul,Number,MAIN,Phone,,555-0102,1 Elm St,Ames
        mia,Mia,Box,LAW,Mail,,,3 Ash St,Ames
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        501,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        502,mia,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen
        """;

    private const int Moved = 501;
    private const int OfLaw = 502;
    private const int Missing = 999_999;
    private const string SignedOut = "You were signed out. Sign in again in another tab, then repeat.";
    private const string TooOld = "Nothing was done: this page was opened before the last sign-in, or by another program. Reload the page, then repeat.";

    private readonly Library library = new();
    private ServedDesk? desk;
    private long arrival;
    private long lawArrival;

    private ServedDesk Desk => desk!;

    public async Task InitializeAsync()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        (arrival, lawArrival) = (await ArrivalAsync(Moved), await ArrivalAsync(OfLaw));
        desk = await ServedDesk.OpenAsync(library);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();

    public void Dispose() => library.Dispose();

    [Fact]
    public Task Somebody_whose_session_is_over_is_told_to_sign_in_and_nothing_is_done() => AllAsync(null, Moved, async (visitor, command) =>
        await SendAsync(visitor, command.Path, command.Body(Moved, arrival)) == (HttpStatusCode.Unauthorized, SignedOut));

    [Theory]
    [InlineData("expired")]
    [InlineData("removed")]
    [InlineData("signed out in another tab")]
    public async Task A_session_that_ended_while_its_page_was_open_is_said_to_have_ended_whatever_is_asked(string how)
    {
        using var visitor = await Desk.VisitAsync(TestStaff.Admin);
        var token = await visitor.TokenAsync();
        var before = await Desk.RecordAsync();
        if (how == "expired")
            library.Clock.Advance(TimeSpan.FromHours(9));
        else if (how == "removed")
            await library.QueryAsync($"DELETE FROM Staff WHERE UserName = '{TestStaff.Admin}' RETURNING UserName");
        else
            await visitor.PostFormAsync("/sign-out");
        foreach (var command in Desk.Commands(Moved))
        {
            Assert.Equal((HttpStatusCode.Unauthorized, SignedOut), await SendAsync(visitor, command.Path, command.Body(Moved, arrival), token));
            Assert.Equal((HttpStatusCode.Unauthorized, SignedOut), await SendAsync(visitor, command.Path + "/ask", command.Body(Moved, arrival), token));
        }

        Assert.Equal((HttpStatusCode.Unauthorized, SignedOut), await SendAsync(visitor, "/screens/customer-contact/undo", """{"token":"any"}""", token));
        Assert.Equal((HttpStatusCode.Unauthorized, SignedOut), await SendAsync(visitor, $"/requests/{Moved}", "{}", token));
        visitor.Client.DefaultRequestHeaders.Remove("Accept");
        using var rows = await visitor.GetAsync("/screens/customer-contact/rows?site=");
        Assert.Equal((HttpStatusCode.Unauthorized, SignedOut), (rows.StatusCode, (await rows.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString()));
        Assert.Equal(before, await Desk.RecordAsync());
    }

    [Fact]
    public Task Rows_of_another_site_than_the_page_shows_are_left_alone_with_both_sites_named() => AllAsync(TestStaff.Admin, OfLaw, async (visitor, command) =>
        !command.OfRows || command.OfPanel || await FillAndSendAsync(visitor, command, OfLaw, lawArrival, "?site=MAIN") is (HttpStatusCode.OK, var words)
            && words.Contains("502 - it is a request of site LAW, and the list is that of MAIN: choose LAW or all sites first", StringComparison.Ordinal));

    [Fact]
    public async Task A_page_acts_for_the_site_that_it_shows_whatever_another_tab_chose_since()
    {
        using var visitor = await Desk.VisitAsync(TestStaff.Staff);
        await visitor.PostFormAsync("/site", ("site", "LAW"));
        var command = Desk.Command("notified-via-phone");
        Assert.Equal((HttpStatusCode.OK, "1 request moved to Customer Notified via Phone."), await FillAndSendAsync(visitor, command, Moved, arrival, "?site=MAIN"));
        using var rows = await visitor.GetAsync("/screens/customer-contact/rows?site=MAIN");
        Assert.DoesNotContain("502", await rows.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("502", await visitor.ReadAsync("/screens/customer-contact/rows"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-answer", "no answer")]
    [InlineData("left-message", "left message")]
    public async Task An_attempt_sent_several_times_at_once_counts_one_try_and_the_others_are_told_of_it(string name, string outcome)
    {
        using var visitor = await Desk.VisitAsync(TestStaff.Staff);
        using var other = await Desk.VisitAsync(TestStaff.Admin);
        var command = Desk.Command(name);
        var (body, beside) = (command.Body(Moved, arrival, await FilledAsync(visitor, command, Moved, arrival)), command.Body(Moved, arrival, await FilledAsync(other, command, Moved, arrival)));
        var answers = await Task.WhenAll(new[] { (visitor, body), (visitor, body), (visitor, body), (other, beside) }
            .Select(async sent => await SendAsync(sent.Item1, command.Path, sent.Item2, await sent.Item1.TokenAsync())));

        Assert.Single(answers, answer => answer.Words == $"Attempt noted for 1 request: {outcome}.");
        Assert.Equal(3, answers.Count(answer => answer.Words.Contains($"501 - ", StringComparison.Ordinal) && answer.Words.Contains($" noted '{outcome}' at ", StringComparison.Ordinal)));
        Assert.Equal(["1"], await library.QueryAsync($"SELECT COUNT(*) FROM ContactCalls WHERE TransactionNumber = {Moved}"));
        Assert.Equal(["1"], await library.QueryAsync($"SELECT COUNT(*) FROM History WHERE TransactionNumber = {Moved} AND Entry LIKE 'Phoned%'"));

        // Another attempt is another dialog.
        Assert.Equal($"Attempt noted for 1 request: {outcome}. It was try 2.", (await FillAndSendAsync(visitor, command, Moved, arrival)).Words);
        await SendAsync(visitor, command.Path, command.Body(Moved, arrival));
        Assert.Contains("This was not sent from its dialog. Open the dialog, then repeat.", said, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_call_without_the_pages_token_is_not_run() => AllAsync(TestStaff.Admin, Moved, async (visitor, command) =>
        await SendAsync(visitor, command.Path, command.Body(Moved, arrival), withToken: false) == (HttpStatusCode.BadRequest, TooOld));

    [Theory]
    [InlineData("[1")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"rows":null}""")]
    [InlineData("""{"rows":[null]}""")]
    [InlineData("""{"rows":[{"transactionNumber":"x","arrivalId":1}]}""")]
    [InlineData("""{"rows":[],"values":{"note":null}}""")]
    public Task A_body_that_is_none_is_told_what_was_expected(string body) => AllAsync(TestStaff.Admin, Moved, async (visitor, command) =>
        await SendAsync(visitor, command.Path, body) is (HttpStatusCode.BadRequest, var words) && words.StartsWith("The selection could not be read: expected was ", StringComparison.Ordinal));

    [Fact]
    public Task A_body_that_is_too_large_is_told_so() => AllAsync(TestStaff.Admin, Moved, async (visitor, command) =>
        await SendAsync(visitor, command.Path, command.Body(Moved, arrival, new Dictionary<string, string> { ["note"] = new('x', 5_000_000) }))
            == (HttpStatusCode.RequestEntityTooLarge, "That is more than the server takes at once; nothing was done. Send less."));

    [Fact]
    public Task What_is_for_admins_is_refused_to_staff_dialog_and_run_alike() => AllAsync(TestStaff.Staff, Moved, async (visitor, command) =>
        !command.AdminsOnly
        || (await SendAsync(visitor, command.Path, command.Body(Moved, arrival)) == (HttpStatusCode.Forbidden, "Only admins may do this. Ask an admin to do it, or to change your role.")
            && await SendAsync(visitor, command.Path + "/ask", command.Body(Moved, arrival)) is (HttpStatusCode.Forbidden, _)));

    [Fact]
    public Task A_request_that_there_is_not_is_named_and_nothing_is_done() => AllAsync(TestStaff.Admin, Missing, async (visitor, command) =>
        !command.OfRows || await FillAndSendAsync(visitor, command, Missing, 1) is (HttpStatusCode.OK or HttpStatusCode.NotFound, var words)
            && words.Contains($"{Missing}", StringComparison.Ordinal) && words.Contains("there is no ", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task A_row_that_somebody_moved_meanwhile_is_left_alone_with_who_and_when()
    {
        await using var other = await ContactForm.ContactDesk.OpenAsync(library);
        await other.RouteAsync(Moved, "Awaiting Customer Contact", "Customer Notified via Phone");
        await AllAsync(TestStaff.Admin, Moved, async (visitor, command) =>
            !command.OfRows || IsRightWhereverItStands(command) || await FillAndSendAsync(visitor, command, Moved, arrival) is (HttpStatusCode.OK, var words)
                && words.Contains($"{Moved}", StringComparison.Ordinal) && words.Contains("staff9", StringComparison.Ordinal) && words.Contains("Customer Notified via Phone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_command_twice_at_once_moves_and_writes_once()
    {
        using var visitor = await Desk.VisitAsync(TestStaff.Admin);
        var command = Desk.Command("notified-via-phone");
        var body = command.Body(Moved, arrival, await FilledAsync(visitor, command, Moved, arrival));
        var token = await visitor.TokenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, command.Path) { Content = new StringContent(body, null, "application/json") };
            request.Headers.Add("X-Antiforgery", token);
            return await (await visitor.Client.SendAsync(request)).Content.ReadAsStringAsync();
        }));
        Assert.Single(answers, answer => answer.Contains("1 request moved to Customer Notified via Phone.", StringComparison.Ordinal));
        Assert.Equal(3, answers.Count(answer => answer.Contains("501 - already moved to Customer Notified via Phone by root at ", StringComparison.Ordinal)));
        Assert.Equal(["1"], await library.QueryAsync($"SELECT COUNT(*) FROM Tracking WHERE TransactionNumber = {Moved} AND ChangedTo = 'Customer Notified via Phone'"));
        Assert.Equal(["1"], await library.QueryAsync($"SELECT COUNT(*) FROM ContactCalls WHERE TransactionNumber = {Moved}"));
    }

    [Fact]
    public async Task An_e_mail_of_another_request_cannot_be_reached_through_a_request()
    {
        await library.ImportAsync(
            Users + "\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org,,,", Requests + "\n503,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,A street");
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.SweepAsync();
        var notice = (await library.QueryAsync("SELECT Id FROM EMailCopies WHERE TransactionNumber = 503")).Single();
        await AllAsync(TestStaff.Admin, Moved, async (visitor, command) => command.Key.Length == 0 || command.Asks
            || (await SendAsync(visitor, command.Path, (command with { Key = notice }).Body(Moved, arrival))).Words == $"Nothing was done: there is no e-mail {notice} of request 501. Reload the page.");
    }

    [Theory]
    [InlineData("", "What to take back could not be read: expected was {\"token\": \"...\"}. Reload the page, then repeat.")]
    [InlineData("""{"token":""}""", "What to take back could not be read: expected was {\"token\": \"...\"}. Reload the page, then repeat.")]
    [InlineData("""{"token":"nobody's"}""", "Nothing was taken back: that action is no longer kept. Route the requests by hand.")]
    public async Task What_cannot_be_taken_back_is_told_why(string body, string words)
    {
        using var visitor = await Desk.VisitAsync(TestStaff.Staff);
        var before = await Desk.RecordAsync();
        Assert.Equal(words, (await SendAsync(visitor, "/screens/customer-contact/undo", body)).Words);
        Assert.Equal(before, await Desk.RecordAsync());
    }

    // A note is about the request, and an e-mail's own number says which it is.
    private static bool IsRightWhereverItStands(OfferedCommand command) => command.Key.Length > 0 || command.Path.EndsWith("/_request/commands/add-note", StringComparison.Ordinal);

    /// <summary>Asks every command; each is right where the question says so and nothing was written.</summary>
    private async Task AllAsync(string? user, int number, Func<Visitor, OfferedCommand, Task<bool>> isRight)
    {
        using var visitor = await Desk.VisitAsync(user);
        var before = await Desk.RecordAsync();
        var wrong = new List<string>();
        foreach (var command in Desk.Commands(number))
        {
            said = "";
            if (!await isRight(visitor, command))
                wrong.Add($"{command.Path}: {said}");
            if (await Desk.RecordAsync() != before)
                wrong.Add($"{command.Path} wrote something");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private string said = "";

    private async Task<(HttpStatusCode Status, string Words)> SendAsync(Visitor visitor, string path, string body, bool withToken = true) =>
        await SendAsync(visitor, path, body, withToken ? await visitor.TokenAsync() : null);

    private async Task<(HttpStatusCode Status, string Words)> SendAsync(Visitor visitor, string path, string body, string? token)
    {
        using var answer = await visitor.SendAsync(HttpMethod.Post, path, body, token);
        var text = await answer.Content.ReadAsStringAsync();
        said = $"{answer.StatusCode} {text}";
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(text).TryGetProperty("message", out var message) ? message.GetString()! : text);
    }

    /// <summary>As staff do: opens the dialog, fills it in, and sends it; a dialog that refuses is the answer.</summary>
    private async Task<(HttpStatusCode Status, string Words)> FillAndSendAsync(Visitor visitor, OfferedCommand command, int number, long seen, string query = "")
    {
        var values = new Dictionary<string, string>();
        if (command.Asks)
        {
            using var asked = await visitor.SendAsync(HttpMethod.Post, command.Path + "/ask" + query, command.Body(number, seen));
            var form = await asked.Content.ReadFromJsonAsync<JsonElement>();
            said = $"dialog {form.GetRawText()}";
            if (form.GetProperty("refusal").GetString() is { Length: > 0 } refusal)
                return (asked.StatusCode, refusal);
            values = Filled(form);
        }

        return await SendAsync(visitor, command.Path + query, command.Body(number, seen, values));
    }

    private async Task<long> ArrivalAsync(int number) =>
        long.Parse((await library.QueryAsync($"SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = {number}")).Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, string>> FilledAsync(Visitor visitor, OfferedCommand command, int number, long seen)
    {
        using var asked = await visitor.SendAsync(HttpMethod.Post, command.Path + "/ask", command.Body(number, seen));
        return Filled(await asked.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static Dictionary<string, string> Filled(JsonElement form) => form.GetProperty("fields").EnumerateArray().ToDictionary(
        field => field.GetProperty("name").GetString()!,
        field => field.GetProperty("value").GetString() is { Length: > 0 } value ? value
            : field.GetProperty("choices").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first ? first.GetProperty("value").GetString()!
            : field.GetProperty("required").GetBoolean() ? "somebody@example.org" : "");
}
