using System.Net;
using System.Text.Json;
using IllAddins.Host.Requests;

namespace IllAddins.Tests.Web;

/// <summary>Routing and notes on the request form.</summary>
public sealed class OwnCommandTests(ShellHost shell) : IClassFixture<ShellHost>
{
    private const string Route = "/requests/{0}/panels/_request/commands/route";
    private const string Note = "/requests/{0}/panels/_request/commands/add-note";
    private const string Contact = "Awaiting Customer Contact";

    [Fact]
    public async Task A_request_is_routed_with_a_reason_that_history_keeps()
    {
        var (number, arrival) = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        var (_, form) = await staff.CommandAsync(At(Route, number) + "/ask", Body(number, arrival));
        Assert.Equal($"It stands at '{Contact}'.", form.GetProperty("text").GetString());
        var choices = form.GetProperty("fields")[0].GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()).ToList();
        Assert.Contains("Checked Out to Customer", choices);
        Assert.DoesNotContain(Contact, choices);

        var (status, answer) = await staff.CommandAsync(At(Route, number), Body(number, arrival, ("status", "Checked Out to Customer"), ("reason", "collected at the desk")));

        Assert.Equal((HttpStatusCode.OK, $"{number} moved from '{Contact}' to 'Checked Out to Customer'."), (status, Message(answer)));
        var trail = await RequestTrail.ReadAsync(shell.Database, number, CancellationToken.None);
        Assert.Equal(("Checked Out to Customer", "ann"), (trail.Tracking[^1].ChangedTo, trail.Tracking[^1].ChangedBy));
        Assert.Equal(($"Request routed from '{Contact}' to 'Checked Out to Customer': collected at the desk", "ann"), (trail.History[^1].Entry, trail.History[^1].By));
    }

    [Fact]
    public async Task A_request_is_routed_to_a_queue_that_nobody_stood_at_before_and_it_can_be_chosen_from_then_on()
    {
        var (number, arrival) = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        await staff.CommandAsync(At(Route, number), Body(number, arrival, ("other", "Lost 2026-03"), ("reason", "not on the shelf")));

        Assert.Contains("Lost 2026-03", await KnownStatuses.ReadAsync(shell.Database, CancellationToken.None));
        Assert.Equal("Lost 2026-03", await StatusAsync(number));
    }

    [Fact]
    public async Task A_stale_page_moves_nothing_and_says_who_moved_the_request()
    {
        var (number, arrival) = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        foreach (var (to, from) in new[] { ("Lost", Contact), (Contact, "Lost") })
            await shell.Get<Host.Web.ShellSettings>().Record.RouteAsync(
                new RouteOrder { TransactionNumber = number, ExpectedStatus = new(from), NewStatus = new(to), By = "bea" }, null, CancellationToken.None);
        var words = $"{number} was left alone: bea moved it to '{Contact}' at 3 Mar 10:00. Reload the page, then decide anew.";

        var (_, form) = await staff.CommandAsync(At(Route, number) + "/ask", Body(number, arrival));
        var (_, answer) = await staff.CommandAsync(At(Route, number), Body(number, arrival, ("status", "Request Finished"), ("reason", "done")));

        Assert.Equal(words, form.GetProperty("refusal").GetString());
        // The form is checked first: a refusal of the dialog is also the answer of the command.
        Assert.Equal((words, true), (Message(answer), answer.GetProperty("refused").GetBoolean()));
        Assert.Equal(Contact, await StatusAsync(number));
    }

    [Theory]
    [InlineData("", "", "why", "status", "Choose a status, or write one below.")]
    [InlineData("Request Finished", "Lost", "why", "other", "'Request Finished' is chosen above as well. Leave one of the two empty.")]
    [InlineData("Request Finished", "", "  ", "reason", "Fill in 'Reason'.")]
    [InlineData("Atlantis", "", "why", "status", "'Atlantis' cannot be chosen. Choose one from the list.")]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_moves(string chosen, string other, string reason, string field, string problem)
    {
        var (number, arrival) = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        var (_, answer) = await staff.CommandAsync(At(Route, number), Body(number, arrival, ("status", chosen), ("other", other), ("reason", reason)));
        Assert.Equal(problem, answer.GetProperty("fieldProblems").GetProperty(field).GetString());
        Assert.Equal(Contact, await StatusAsync(number));
    }

    [Fact]
    public async Task A_note_is_of_the_staff_and_by_who_is_signed_in()
    {
        var (number, arrival) = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        var (_, answer) = await staff.CommandAsync(At(Note, number), Body(number, arrival, ("note", " Call after\r\nfive. "), ("seen", "0")));
        Assert.Equal($"The note was added to {number}.", Message(answer));
        var note = Assert.Single((await RequestTrail.ReadAsync(shell.Database, number, CancellationToken.None)).Notes);
        Assert.Equal(("Call after\nfive.", "ann", "Staff"), (note.Note, note.By, note.NoteType));
    }

    [Fact]
    public async Task A_note_sent_twice_is_written_once_and_a_later_one_of_the_same_words_again()
    {
        var (number, arrival) = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        var body = await NoteAsync();
        var answers = await Task.WhenAll(staff.CommandAsync(At(Note, number), body), staff.CommandAsync(At(Note, number), body));
        Assert.Equal(
            [$"The note stands in {number} already: you added it at 3 Mar 10:00, and it was sent twice.", $"The note was added to {number}."],
            answers.Select(answer => Message(answer.Body)).Order(StringComparer.Ordinal));

        var (_, later) = await staff.CommandAsync(At(Note, number), await NoteAsync());
        Assert.Equal($"The note was added to {number}.", Message(later));
        Assert.Equal(2, (await RequestTrail.ReadAsync(shell.Database, number, CancellationToken.None)).Notes.Count);

        async Task<string> NoteAsync()
        {
            var (_, form) = await staff.CommandAsync(At(Note, number) + "/ask", Body(number, arrival));
            return Body(number, arrival, ("note", "No answer."), ("seen", form.GetProperty("fields")[1].GetProperty("value").GetString()!));
        }
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_and_no_page_of_others_routes_or_notes()
    {
        var (number, arrival) = await AddAsync();
        using var stranger = new Visitor(shell);
        using var staff = await Visitor.SignedInAsync(shell);
        var body = Body(number, arrival, ("status", "Request Finished"), ("reason", "why"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.CommandAsync(At(Route, number), body)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.CommandAsync(At(Route, number), body, withToken: false)).Status);
        Assert.Equal(Contact, await StatusAsync(number));
    }

    private static string At(string path, int number) => path.Replace("{0}", $"{number}", StringComparison.Ordinal);

    private static string Body(int number, long arrival, params (string Name, string Value)[] values) => JsonSerializer.Serialize(new
    {
        rows = new[] { new { transactionNumber = number, arrivalId = arrival } },
        values = values.ToDictionary(value => value.Name, value => value.Value),
    });

    private static string Message(JsonElement answer) => answer.GetProperty("message").GetString()!;

    private async Task<(int Number, long Arrival)> AddAsync()
    {
        var written = await shell.Get<Host.Web.ShellSettings>().Record.CreateRequestAsync(
            new RecordFields
            {
                Texts = new Dictionary<string, string?> { ["Username"] = "mwest", ["ProcessType"] = "Borrowing", ["RequestType"] = "Loan", ["TransactionStatus"] = Contact },
                By = "System",
            },
            null,
            CancellationToken.None);
        var number = Assert.IsType<WriteAnswer.Written>(written).TransactionNumber;
        return (number, (await FindAsync(number)).ArrivalId);
    }

    private async Task<IllRequest> FindAsync(int number) =>
        Assert.Single(await shell.Get<Host.Web.ShellSettings>().Record.FindAsync([number], CancellationToken.None));

    private async Task<string> StatusAsync(int number) => (await FindAsync(number)).Transaction.TransactionStatus.Name;
}
