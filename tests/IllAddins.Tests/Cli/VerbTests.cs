using System.Text.Json;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Cli;

/// <summary>Each verb as a shell sees it: answer, errors, exit code.</summary>
public sealed class VerbTests : IDisposable
{
    private const string Users = "UserName,FirstName,NVTGC,NotificationMethod,EMailAddress,LoanDeliveryMethod\nann,Ann,MAIN,Electronic,ann@example.org,Hold for Pickup\n";
    private const string Requests = "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,LoanTitle\n7,ann,Borrowing,Loan,Awaiting Customer Contact,Moss\n";

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Sites_are_listed_with_the_settings_that_hold()
    {
        Assert.Equal((0, "Site MAIN is new, and set.\n", ""), Unix(await library.RunAsync("sites", "set", "MAIN", "--name", "Main Library", "--time-zone", "America/New_York", "--default-delay", "90")));
        Assert.Equal((0, "Site MAIN is set.\n", ""), Unix(await library.RunAsync("sites", "set", "MAIN", "--sweep-every", "10")));
        Assert.Equal(
            (0, "Site MAIN is set.\nUser.Stie is no field of ILLiad's: it counts where an import brings such a column. Did you mean User.Site?\n", ""),
            Unix(await library.RunAsync("sites", "set", "MAIN", "--pickup-field", "User.Stie")));
        Assert.Equal((0, "Site MAIN is set.\n", ""), Unix(await library.RunAsync("sites", "set", "MAIN", "--pickup-field", "User.Site")));

        Assert.Equal(
            (0, """
            ILL          Interlibrary Loan; UTC; rests 0 min; sweeps every 5 min; from Interlibrary Loan <interlibrary-loan@localhost>; pickup in User.Site
            MAIN         Main Library; America/New_York; rests 90 min; sweeps every 10 min; from Interlibrary Loan <interlibrary-loan@localhost>; pickup in User.Site

            """, ""),
            Unix(await library.RunAsync("sites", "list")));
        var sites = Json(await library.RunAsync("sites", "list", "--json"));
        Assert.Equal(
            ["nvtgc", "name", "timeZone", "defaultDelayMinutes", "sweepMinutes", "fromName", "fromAddress", "pickupField", "dateFormat", "localInfo"],
            sites[1].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Settings_of_a_site_that_are_refused_change_nothing_and_are_named()
    {
        var answer = Unix(await library.RunAsync("sites", "set", "X", "--time-zone", "Mars/Phobos", "--default-delay", "-1"));

        Assert.Equal(
            (1, "", """
            TimeZone: found 'Mars/Phobos', expected an IANA time zone such as America/New_York or Europe/Berlin.
            DefaultDelayMinutes: found '-1', expected minutes from 0 to 43200 (30 days).

            """),
            answer);
        Assert.Equal(1, Json(await library.RunAsync("sites", "list", "--json")).GetArrayLength());
    }

    [Fact]
    public async Task Scripts_are_checked_with_file_and_line()
    {
        library.Script("MAIN", "function RoutingDelay(request)\n  return 1 +\nend");
        library.Script("LAW", "function RoutingDelay(request) return 0 end");

        var (code, output, error) = Unix(await library.RunAsync("scripts", "check"));
        var json = Json(await library.RunAsync("scripts", "check", "--json"), code: 1);

        Assert.Equal((1, ""), (code, error));
        Assert.Matches("^ok     LAW/notify\\.lua@[0-9a-f]{8}: RoutingDelay\nFAULT  MAIN/notify\\.lua line 3: unexpected symbol near 'end'\n$", output);
        Assert.Equal(["file", "version", "ok", "line", "message", "functions", "remarks"], json[1].EnumerateObject().Select(property => property.Name));
        Assert.Equal(3, json[1].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Addins_are_listed_with_what_they_contribute()
    {
        Assert.Equal(
            (0, """
            Name                     Version    Contract  State
            CustomerContact          1.0.0      1.0       Running (2 sweeps, 1 rehearsal, 2 screens, 2 panels, 1 verb, 1 health check, 1 event source, 2 settings)
            WebPlatform              1.0.0      1.0       Running (13 endpoints below /ILLiadWebPlatform/)

            """, ""),
            Unix(await library.RunAsync("addins", "list")));
        var addin = Json(await library.RunAsync("addins", "list", "--json"))[0];
        Assert.Equal(
            ["name", "version", "contract", "state", "why", "details", "disabledBy", "retryAt", "parked", "contributes", "pathPrefix", "folder", "hash", "kept", "failures", "lastFailure", "oldGenerations", "crashes"],
            addin.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task A_request_is_shown_with_its_way_and_the_reasons()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        var (code, output, error) = Unix(await library.RunAsync("requests", "show", "7"));
        var json = Json(await library.RunAsync("requests", "show", "7", "--json"));

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("7  Borrowing Loan  [Customer Notified via E-Mail] since 2026-03-02 15:00:00, site MAIN, pickup MAIN\nTransaction\n", output, StringComparison.Ordinal);
        Assert.Contains("\nTracking\n  2026-03-02 15:00:00  Awaiting Customer Contact  by Import\n  2026-03-02 15:00:00  Customer Notified via E-Mail  by System\nHistory\n", output, StringComparison.Ordinal);
        Assert.Contains("Reason: default choice: 'ILL Borrowing Loan Pickup' (site ILL)", output, StringComparison.Ordinal);
        Assert.Equal(
            ["transaction", "user", "site", "pickupLocation", "arrivedAt", "tracking", "history", "notes", "panels"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("ILL Borrowing Loan Pickup", json.GetProperty("panels").GetProperty("notifications")[0].GetProperty("Template").GetString());
    }

    [Fact]
    public async Task A_request_is_routed_by_hand_and_its_notice_is_never_sent()
    {
        await library.ImportAsync(Users, Requests);

        var routed = Unix(await library.RunAsync("requests", "route", "7", "Customer Notified via Phone", "--by", "ann"));
        var missing = Unix(await library.RunAsync("requests", "route", "5", "Customer Notified via Phone", "--by", "ann"));

        Assert.Equal((0, "7 moved from 'Awaiting Customer Contact' to 'Customer Notified via Phone'.\n", ""), routed);
        Assert.Equal((1, "", $"5 was not moved: it is not in {library.Data}, or somebody moved it at the same moment. See: requests show 5\n"), missing);
        Assert.Equal(0, (await library.SweepAsync()).Sent);
        Assert.Equal(["Customer Notified via Phone by ann"], await library.QueryAsync("SELECT ChangedTo || ' by ' || ChangedBy FROM Tracking WHERE TransactionNumber = 7 ORDER BY Id DESC LIMIT 1"));
    }

    [Fact]
    public async Task A_request_that_is_not_there_is_null_for_a_machine()
    {
        var says = $"There is no request 5 in {library.Data}. Check the number, or name another data folder with --data.\n";

        Assert.Equal((1, "", says), Unix(await library.RunAsync("requests", "show", "5")));
        Assert.Equal((1, "null\n", says), Unix(await library.RunAsync("requests", "show", "5", "--json")));
    }

    [Fact]
    public async Task A_request_says_why_it_waits()
    {
        await library.ImportAsync(Users, Requests.Replace("Awaiting Customer Contact", "In Transit to Pickup Location", StringComparison.Ordinal));
        await library.RunAsync("sites", "set", "MAIN", "--default-delay", "60");

        Assert.Equal((0, "7: Nothing is decided yet: the next sweep, within 5 minutes, decides.\n", ""), Unix(await library.RunAsync("requests", "why", "7")));
        await library.SweepAsync();
        var json = Json(await library.RunAsync("requests", "why", "7", "--json"));
        Assert.Equal(["transactionNumber", "status", "site", "arrivedAt", "why", "decisions"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            "It rests in transit until Mon 2 Mar 16:00 (site default: 60 minutes); the next sweep after that, at most 5 minutes later, routes it to where its customer is told.",
            json.GetProperty("why").GetString());
        Assert.Equal(
            (1, "", $"There is no request 5 in {library.Data}. Check the number, or name another data folder with --data.\n"), Unix(await library.RunAsync("requests", "why", "5")));
    }

    [Fact]
    public async Task A_sweep_says_what_it_did_and_what_needs_somebody()
    {
        await library.ImportAsync(Users, Requests);
        library.Script("MAIN", "function ChooseTemplate(request) return 'No Such' end");
        var (code, output, error) = Unix(await library.RunAsync("sweep", "--once"));
        library.Script("MAIN", "function ChooseTemplate(request) return nil end");

        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("0 routed, 0 sent, 1 held, 0 failed, 1 errors\n  MAIN 7: ", output, StringComparison.Ordinal);
        Assert.Equal((0, "0 routed, 1 sent, 0 held, 0 failed, 0 errors\n", ""), Unix(await library.RunAsync("sweep", "--once")));
        var json = Json(await library.RunAsync("sweep", "--once", "--json"));
        Assert.Equal(["routed", "sent", "held", "failed", "errors"], json.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task An_import_reports_bad_rows_and_keeps_the_good_ones()
    {
        var (users, requests) = (library.File("u.csv", Users), library.File("t.csv", Requests + "8,nobody,Borrowing,Loan,Awaiting Customer Contact,Moss\n"));

        var answer = Unix(await library.RunAsync("import", "--users", users, "--transactions", requests));
        var json = Json(await library.RunAsync("import", "--transactions", requests, "--json"), code: 1);

        Assert.Equal(
            (1, """
            t.csv, line 3, Username: found 'nobody', who is not among the users, expected the UserName of a user in the record. Import the user first, or correct the name.
            u.csv: 1 row read: 1 new, 0 changed, 0 unchanged, 0 refused.
            t.csv: 2 rows read: 1 new, 0 changed, 0 unchanged, 1 refused.
            New sites: MAIN. They have the settings of site ILL until they are given their own; their dates were read on its clock.
            Problems: 1. All other rows are in the record.

            """, ""),
            (answer.Code, answer.Output.Replace(Path.GetDirectoryName(users) + "/", "", StringComparison.Ordinal), answer.Error));
        Assert.Equal(["files", "newSites", "problems", "problemCount", "ending"], json.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task A_new_time_zone_says_that_dates_read_before_wait_for_another_import_which_tells_nobody_again()
    {
        string[] import = ["import", "--users", library.File("u.csv", Users), "--transactions", library.File("t.csv", Requests.Replace("LoanTitle", "DueDate", StringComparison.Ordinal).Replace("Moss", "2026-12-30", StringComparison.Ordinal))];
        await library.RunAsync(import);
        await library.RunAsync("sweep", "--once");

        Assert.Equal(
            (0, "Site MAIN is set.\nRequests imported before keep the moments that their dates had on the clock before. Import their file again, and the dates are read on this one.\n", ""),
            Unix(await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York")));
        Assert.Equal((0, "Site MAIN is set.\n", ""), Unix(await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York")));
        await library.RunAsync(import);

        Assert.Contains("2026-12-30 00:00:00", (await library.RunAsync("requests", "show", "7")).Output, StringComparison.Ordinal);
        Assert.Equal((0, "0 routed, 0 sent, 0 held, 0 failed, 0 errors\n", ""), Unix(await library.RunAsync("sweep", "--once")));
    }

    // At a port that is taken, a start ends by itself.
    [Fact]
    public async Task A_start_says_which_settings_count_for_nobody()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Sites = new { MIAN = new { Host = "smtp.example" } } } });
        await using var listener = ScriptedSmtpListener.Start();

        var (code, output, _) = await library.RunAsync("run", "--listen", $"http://127.0.0.1:{listener.Port}");

        Assert.Equal(2, code);
        Assert.Contains("no site has the code of Mail:Sites:MIAN; what stands there counts for nobody. Correct the code; see: sites list\n", Unix((code, output, "")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_added_once_and_its_password_comes_from_a_file()
    {
        var (good, shortOne) = (library.File("password", "correct horse battery\nnot this line"), library.File("short", "short"));

        Assert.Equal((0, "ann may sign in as admin.\n", ""), Unix(await library.RunAsync("users", "add", "ann", "--role", "admin", "--password-file", good)));
        Assert.Equal(
            (1, "", "There is already an account 'ANN' (names are compared without regard to case). Choose another user name.\n"),
            Unix(await library.RunAsync("users", "add", "ANN", "--password-file", good)));
        Assert.Equal(
            (1, "", "The password has 5 characters; it needs at least 10. Several words together make a good one.\n"),
            Unix(await library.RunAsync("users", "add", "bob", "--password-file", shortOne)));
        Assert.Equal((1, "", "There is no role 'king'. Choose 'staff' or 'admin'.\n"), Unix(await library.RunAsync("users", "add", "bob", "--role", "king", "--password-file", good)));
    }

    [Fact]
    public async Task An_account_is_listed_changed_and_taken_away()
    {
        var (first, second) = (library.File("first", "correct horse battery"), library.File("second", "another long password"));
        await library.RunAsync("users", "add", "Ann", "--role", "admin", "--password-file", first);
        await library.RunAsync("users", "add", "bob", "--password-file", first);

        Assert.Equal((0, "ann may sign in as staff.\n", ""), Unix(await library.RunAsync("users", "role", "ann", "staff")));
        Assert.Equal((1, "", "There is no role 'king'. Choose 'staff' or 'admin'.\n"), Unix(await library.RunAsync("users", "role", "bob", "king")));
        Assert.Equal((0, "bob has another password, and signs in again.\n", ""), Unix(await library.RunAsync("users", "password", "bob", "--password-file", second)));
        Assert.Equal((1, "", "There is no account 'cy'. Expected one of those that 'users list' names.\n"), Unix(await library.RunAsync("users", "password", "cy", "--password-file", second)));
        Assert.Equal((0, $"{"Ann",-24} staff\n{"bob",-24} staff\n", ""), Unix(await library.RunAsync("users", "list")));
        Assert.Equal((0, "bob may no longer sign in.\n", ""), Unix(await library.RunAsync("users", "remove", "bob")));
        Assert.Equal((1, "", "There is no account 'bob'. Expected one of those that 'users list' names.\n"), Unix(await library.RunAsync("users", "remove", "bob")));
        Assert.Equal("Ann", Assert.Single(Json(await library.RunAsync("users", "list", "--json")).EnumerateArray()).GetProperty("userName").GetString());
        var audited = Json(await library.RunAsync("audit", "list", "--json")).EnumerateArray().Select(entry => $"{entry.GetProperty("act")} {entry.GetProperty("subject")}");
        Assert.Equal(["add account Ann", "add account bob", "change account Ann", "change account bob", "remove account bob"], audited);
    }

    private static (int Code, string Output, string Error) Unix((int Code, string Output, string Error) said) =>
        (said.Code, said.Output.ReplaceLineEndings("\n"), said.Error.ReplaceLineEndings("\n"));

    // Fails where standard output is anything but one JSON value.
    private static JsonElement Json((int Code, string Output, string Error) said, int code = 0)
    {
        Assert.Equal((code, ""), (said.Code, said.Error));
        return JsonSerializer.Deserialize<JsonElement>(said.Output);
    }
}
