using System.Text.Json;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Rehearsals;

/// <summary><c>scripts rehearse</c> over a library's requests.</summary>
public sealed class RehearseTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        301,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T15:00:00,Same
        302,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T15:00:00,Later
        303,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T15:00:00,Earlier
        304,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T15:00:00,Held
        305,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T15:00:00,Template
        306,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T15:00:00,Fault
        307,jdoe,Borrowing,Loan,Checked Out to Customer,2026-03-02T15:00:00,Elsewhere
        """;

    private const string Live = "function RoutingDelay(request) return 60 end\n";

    private const string Draft = """
        function RoutingDelay(request)
          if request.LoanTitle == "Later" then return 90 end
          if request.LoanTitle == "Earlier" then return 30 end
          if request.LoanTitle == "Held" then return Hold("check item") end
          if request.LoanTitle == "Fault" then return nil + 1 end
          return 60
        end
        function ChooseTemplate(request)
          if request.LoanTitle == "Template" and request.TransactionStatus == "Awaiting Customer Contact" then
            return "ILL Borrowing Loan Delivery"
          end
        end
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_draft_is_played_beside_the_live_version_and_changes_nothing()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        var before = await StateAsync();
        var draft = library.File("draft.lua", Draft);

        var (code, output, error) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", draft);

        Assert.Equal((1, ""), (code, error));
        var lines = output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.StartsWith($"MAIN: {draft}@", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" beside MAIN/notify.lua v1, over 6 open requests. Nothing was stored or sent.", lines[0], StringComparison.Ordinal);
        Assert.Equal(["1 same", "1 later", "1 earlier", "1 held", "1 different template", "1 fault"], lines[1..7].Select(line => line.Trim()));
        const string Now = "live goes on 2026-03-02 16:00, is mailed from 'ILL Borrowing Loan Pickup'; draft";
        Assert.Equal(
            [
                $"302  later: {Now} goes on 2026-03-02 16:30, is mailed from 'ILL Borrowing Loan Pickup' (line 2)",
                $"303  earlier: {Now} goes on 2026-03-02 15:30, is mailed from 'ILL Borrowing Loan Pickup' (line 3)",
                $"305  different template: {Now} goes on 2026-03-02 16:00, is mailed from 'ILL Borrowing Loan Delivery' (line 10)",
            ],
            new[] { lines[7], lines[8], lines[10] }.Select(line => line.Trim()));
        Assert.Matches($"^ +304  held: {Now} is held: .*check item.* \\(line 4\\)$", lines[9]);
        Assert.Matches($"^ +306  fault: {Now} fails: .* line 5: attempt to perform arithmetic on a nil value \\(line 5\\)$", lines[11]);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_machine_gets_one_object_with_the_lines_of_the_draft()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        var (_, output, _) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", library.File("draft.lua", Draft), "--json");
        var json = JsonSerializer.Deserialize<JsonElement>(output);

        Assert.Equal(
            ["site", "live", "draft", "days", "open", "past", "pastWithFieldsOfToday", "same", "later", "earlier", "held", "differentTemplate", "faults", "changes"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["302 later 2", "303 earlier 3", "304 held 4", "305 differentTemplate 10", "306 fault 5"],
            json.GetProperty("changes").EnumerateArray().Select(change =>
                $"{change.GetProperty("transactionNumber")} {change.GetProperty("change")} {change.GetProperty("line")}"));
        Assert.Equal("90", json.GetProperty("changes")[0].GetProperty("draft")[0].GetProperty("said").GetString());
    }

    [Fact]
    public async Task An_edited_file_is_rehearsed_without_being_published()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        library.Script("MAIN", "function RoutingDelay(request) return 61 end\n");

        var (code, output, _) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN");

        Assert.Equal(0, code);
        Assert.Contains("\n      6 later\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["1"], await library.QueryAsync("SELECT COUNT(*) FROM ScriptVersions"));
    }

    [Fact]
    public async Task Past_arrivals_are_played_again_as_they_were_recorded()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        library.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(6, (await library.SweepAsync()).Routed);
        library.Clock.Advance(TimeSpan.FromDays(2));

        var recent = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", library.File("draft.lua", Draft), "--days", "1", "--json");
        var older = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", library.File("draft.lua", Draft), "--days", "3", "--json");

        Assert.Equal(0, JsonSerializer.Deserialize<JsonElement>(recent.Output).GetProperty("past").GetInt32());
        var json = JsonSerializer.Deserialize<JsonElement>(older.Output);
        Assert.Equal((0, 6), (json.GetProperty("open").GetInt32(), json.GetProperty("past").GetInt32()));
        Assert.Equal("2026-03-02T16:30:00+00:00", json.GetProperty("changes")[0].GetProperty("draft")[0].GetProperty("at").GetString());
    }

    [Fact]
    public async Task A_past_arrival_is_played_with_the_fields_that_it_arrived_with_whatever_was_edited_since()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users + "\nabox,Ann,Box,MAIN,Phone,", Requests.Replace("302,jdoe", "302,abox", StringComparison.Ordinal));
        library.Clock.Advance(TimeSpan.FromHours(2));
        await library.SweepAsync();
        // Edited afterwards, twice: what a draft sees is neither of these.
        foreach (var now in new[] { "Once", "Twice" })
            await library.ImportAsync(
                Users + $"\nabox,{now},Box,MAIN,Phone,",
                $"TransactionNumber,Username,ProcessType,RequestType,LoanTitle,Shelf\n302,abox,Borrowing,Loan,{now},A\n303,jdoe,Borrowing,Loan,Earlier,A");
        library.Clock.Advance(TimeSpan.FromDays(1));
        var draft = library.File("draft.lua", """
            function RoutingDelay(request)
              if request.User.FirstName == "Ann" and request.LoanTitle == "Later" then return 90 end
              if request.LoanTitle == "Once" or request.LoanTitle == "Twice" or request.User.FirstName == "Twice" then return 1 end
              return 60
            end
            """);

        var (code, output, error) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", draft, "--days", "3", "--json");

        Assert.Equal((0, ""), (code, error));
        var json = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal((6, 0, 6, 1), (json.GetProperty("past").GetInt32(), json.GetProperty("pastWithFieldsOfToday").GetInt32(), json.GetProperty("same").GetInt32(), json.GetProperty("later").GetInt32()));
        Assert.Equal(["2"], await library.QueryAsync("SELECT COUNT(*) FROM TransactionsBefore WHERE TransactionNumber IN (302, 303)"));
    }

    [Fact]
    public async Task What_only_arrivals_before_a_moment_could_ask_for_is_forgotten_and_they_are_named()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        await library.ImportAsync(Users.Replace("Doe", "Roe", StringComparison.Ordinal), "TransactionNumber,Username,ProcessType,RequestType,LoanTitle\n302,jdoe,Borrowing,Loan,Once");
        var before = await KeptAsync();
        Assert.NotEqual(["0", "0"], before);
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));

        Assert.Equal(0, await FieldsBefore.ForgetAsync(database, Library.Monday.AddDays(-30), CancellationToken.None));
        Assert.Equal(before, await KeptAsync());
        library.Clock.Advance(TimeSpan.FromHours(2));
        await library.SweepAsync();
        Assert.True(await FieldsBefore.ForgetAsync(database, Library.Monday.AddHours(1), CancellationToken.None) > 0);

        Assert.Equal(["0", "0"], await KeptAsync());
        library.Clock.Advance(TimeSpan.FromDays(1));
        var (_, output, _) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", library.File("draft.lua", Draft), "--days", "3");
        Assert.Contains("(6 of them with the fields of today,", output, StringComparison.Ordinal);

        Task<IReadOnlyList<string>> KeptAsync() => library.QueryAsync("SELECT COUNT(*) FROM TransactionsBefore UNION ALL SELECT COUNT(*) FROM UsersBefore");
    }

    [Fact]
    public async Task Arrivals_from_before_changes_were_kept_are_named()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        library.Clock.Advance(TimeSpan.FromHours(2));
        await library.SweepAsync();
        // As in a record that an earlier release has written: nothing is known of what was edited since.
        await library.QueryAsync("UPDATE FieldsKeptSince SET Arrival = (SELECT MAX(Id) FROM Tracking)");
        library.Clock.Advance(TimeSpan.FromDays(1));

        var (_, output, _) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", library.File("draft.lua", Draft), "--days", "3");

        Assert.Contains("6 arrivals of the last 3 days (6 of them with the fields of today, since what was edited was not yet kept when they arrived)", output, StringComparison.Ordinal);
        Assert.Contains(", with today's fields: live goes on", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_may_not_decide_is_not_rehearsed()
    {
        library.Script("MAIN", Live);
        await library.ImportAsync(Users, Requests);
        var draft = library.File("draft.lua", "function RoutingDelai() end");

        Assert.Equal(
            (1, "", $"Cannot be rehearsed: {draft}: RoutingDelai is never asked. Did you mean RoutingDelay?{Environment.NewLine}"),
            await library.RunAsync("scripts", "rehearse", "--site", "MAIN", "--script", draft));
    }

    private async Task<string> StateAsync() => string.Join("|", await library.QueryAsync(
        """
        SELECT TransactionNumber || TransactionStatus || Change FROM Transactions UNION ALL SELECT DecidedBy || Reason || DecidedAt FROM ContactDecisions
        UNION ALL SELECT Hash FROM ScriptVersions UNION ALL SELECT Place || Faults || COALESCE(ParkedAt, '') FROM ScriptPlaces
        """));
}
