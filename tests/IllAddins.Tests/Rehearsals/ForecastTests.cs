using System.Text.Json;
using IllAddins.Tests.Delivery;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Rehearsals;

/// <summary><c>forecast</c> over a library's requests, on a Monday at 10:00 in New York.</summary>
public sealed class ForecastTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,
        pcall,Pat,Call,MAIN,Phone,,555
        other,Olga,Other,LAW,Electronic,olga@example.org,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        301,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T09:00:00,Courier
        302,pcall,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T09:00:00,Phone
        303,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T09:00:00,Check
        304,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T09:00:00,Month
        305,other,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T09:00:00,Other site
        """;

    private const string Script = """
        function RoutingDelay(request)
          if request.LoanTitle == "Check" then return Hold("count the plates") end
          if request.LoanTitle == "Month" then return Wait.OpenDays(20) end
          return Wait.NextCourier("the van")
        end
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_calendar_is_played_forward_and_nothing_is_changed()
    {
        await PrepareAsync();

        var (code, output, error) = await library.RunAsync("forecast", "--site", "main", "--days", "7");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            MAIN: MAIN/notify.lua v1, 7 days from Mon 2 Mar 10:00. A step comes at the first sweep after its time (every 5 min). Nothing was stored or sent.
            Tuesday 3 March
              07:45  301  goes to 'Awaiting Customer Contact': MAIN/notify.lua v1 line 4: Wait.NextCourier() (the van)
              07:45  301  is mailed from 'ILL Borrowing Loan Pickup': default choice: 'ILL Borrowing Loan Pickup' (site ILL)
              07:45  302  goes to 'Awaiting Customer Contact': MAIN/notify.lua v1 line 4: Wait.NextCourier() (the van)
            After these days: 2 steps.
            Waits for somebody:
                     302  is left to staff: prefers Phone
                     303  is held: MAIN/notify.lua v1 line 2: held until staff release it (count the plates)

            """,
            output.ReplaceLineEndings("\n"));
        Assert.Empty(await library.QueryAsync("SELECT TransactionNumber FROM ContactDecisions ORDER BY 1"));
        Assert.Empty(await library.QueryAsync("SELECT TransactionNumber FROM EMailCopies ORDER BY 1"));
    }

    [Fact]
    public async Task An_e_mail_that_waits_for_staff_is_not_foreseen_until_its_address_is_another()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        await library.ImportAsync(Users, Requests.Split('\n')[0] + "\n311,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T09:00:00,Refused");
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 no such user"));
        await library.SweepAsync();

        Assert.Contains("  311  is held: e-mail refused: 550 5.1.1 no such user\n", (await library.RunAsync("forecast", "--site", "MAIN")).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        await library.QueryAsync("UPDATE Users SET EMailAddress = 'other@example.org' WHERE UserName = 'jdoe' RETURNING UserName");
        Assert.Contains("  311  is mailed from 'ILL Borrowing Loan Pickup'", (await library.RunAsync("forecast", "--site", "MAIN")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_reads_counts_and_steps()
    {
        await PrepareAsync();

        var (_, output, _) = await library.RunAsync("forecast", "--site", "MAIN", "--days", "60", "--json");
        var json = JsonDocument.Parse(output).RootElement;

        Assert.Equal((3, 2, 0), (json.GetProperty("routed").GetInt32(), json.GetProperty("sent").GetInt32(), json.GetProperty("later").GetInt32()));
        Assert.Equal(
            ["301 2026-03-03T07:45", "301 2026-03-03T07:45", "302 2026-03-03T07:45", "304 2026-03-30T08:00", "304 2026-03-30T08:00"],
            json.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("transactionNumber")} {step.GetProperty("local")}"));
    }

    [Theory]
    [InlineData("--site NOWHERE", 1, "There is no site 'NOWHERE'. Look at the sites with: sites list")]
    [InlineData("--site MAIN --days 0", 2, "--days: found 0, expected 1 to 400.")]
    public async Task What_cannot_be_foretold_is_said(string args, int code, string said)
    {
        await PrepareAsync();

        var ended = await library.RunAsync(["forecast", .. args.Split(' ')]);

        Assert.Equal(code, ended.Code);
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
    }

    private async Task PrepareAsync()
    {
        await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York", "--from-address", "ill@library.example");
        library.Script("MAIN", Script);
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("calendars", "set", "MAIN", "--hours", "Mon-Fri 08:00-18:00", "--courier", "Mon-Fri 07:45");
    }
}
