using IllAddins.Tests.ContactForm;

namespace IllAddins.Tests.Road;

/// <summary>Requests that a script holds until staff release them, and mails that it wants not sent.</summary>
public sealed class ReleaseRoadTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        301,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:30:00,Atlas of soil
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_request_that_the_script_holds_rests_until_staff_release_it()
    {
        await HoldAsync();
        Assert.Matches(@"^Held ScriptHold MAIN/notify\.lua v\d line \d: held until staff release it \(check the box\)$", await DecisionAsync());

        var (code, output, _) = await library.RunAsync("requests", "release", "301", "--by", "mrivera");
        Assert.Equal(0, code);
        Assert.Matches(@"^301 was released; the next sweep routes it\. It was held: MAIN/notify\.lua v\d line \d: held until staff release it \(check the box\)\.\s*$", output);
        Assert.Equal(1, (await library.SweepAsync()).Routed);

        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(301));
        Assert.Contains((await library.QueryAsync("SELECT Entry || '|' || Username FROM History ORDER BY Id")), entry => entry.StartsWith("Released by mrivera. It was held: MAIN/notify.lua", StringComparison.Ordinal) && entry.EndsWith("|mrivera", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_lasts_when_the_request_is_decided_again_and_not_when_the_script_is_another()
    {
        await HoldAsync();
        await library.RunAsync("requests", "release", "301", "--by", "mrivera");
        await library.RunAsync("sites", "set", "MAIN", "--default-delay", "600");
        await library.ImportAsync(Users, Requests.Replace("soil", "clay", StringComparison.Ordinal));
        library.Script("MAIN", "function RoutingDelay(request) return Hold('check the box again') end");
        Assert.Equal((0, 1), (await SweptAsync()));
        Assert.EndsWith("(check the box again)", await DecisionAsync(), StringComparison.Ordinal);

        await library.RunAsync("requests", "release", "301", "--by", "mrivera");
        await library.RunAsync("sites", "set", "MAIN", "--default-delay", "700");
        Assert.Equal((1, 0), (await SweptAsync()));
    }

    [Fact]
    public async Task What_no_script_holds_is_not_released()
    {
        library.Script("MAIN", "function RoutingDelay(request) return 600 end");
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        var resting = await library.RunAsync("requests", "release", "301");
        var unknown = await library.RunAsync("requests", "release", "999");

        Assert.Equal((1, "301 was not released: no script holds it. See: requests show 301\n"), (resting.Code, resting.Error.ReplaceLineEndings("\n")));
        Assert.Equal(1, unknown.Code);
        Assert.StartsWith("There is no request 999 in ", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_offered_only_where_a_script_holds_and_asking_again_changes_nothing()
    {
        await HoldAsync();
        var held = await DecisionAsync();
        Assert.Equal(["release", "ask-again"], await OfferedAsync());
        library.Script("MAIN", "function RoutingDelay(request) return Wait.Until('16:45') end");

        var (code, output, _) = await library.RunAsync("requests", "ask-again", "301");

        Assert.Equal(0, code);
        Assert.Matches(
            @"^301, asked again: it would be routed to 'Awaiting Customer Contact' at 16:45 \(MAIN/notify\.lua v\d line 1: Wait\.Until\(""16:45""\)\); then its e-mail would be written from 'ILL Borrowing Loan Pickup' \(default choice: .*\)\. Nothing was changed\.\s*$",
            output);
        Assert.Equal(held, await DecisionAsync());
        await library.RunAsync("requests", "release", "301");
        Assert.Equal(["ask-again"], await OfferedAsync());
        await library.RunAsync("requests", "route", "301", "Checked Out to Customer");
        Assert.Empty(await OfferedAsync());
        Assert.Equal("Nothing is decided about 301 while it stands at 'Checked Out to Customer'.", (await library.RunAsync("requests", "ask-again", "301")).Error.Trim());
    }

    [Fact]
    public async Task A_wait_becomes_the_due_time_with_the_scripts_words_and_reason()
    {
        library.Script("MAIN", "function RoutingDelay(request)\n  return Wait.Until('16:45', 'the desk opens then')\nend");
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        Assert.Equal(
            ["2026-03-02T16:45:00.000Z|Wait.Until(\"16:45\")|the desk opens then"],
            await library.QueryAsync("SELECT DueAt || '|' || Answer || '|' || ScriptReason FROM ContactDecisions"));
        Assert.Matches(@"^Resting  MAIN/notify\.lua v\d line \d: Wait\.Until\(""16:45""\) \(the desk opens then\)$", await DecisionAsync());
    }

    [Fact]
    public async Task A_suppressed_mail_is_not_sent_and_the_request_stays_with_the_reason()
    {
        library.Script("MAIN", "function ChooseTemplate(request) return Suppress('told at the desk') end");
        await library.ImportAsync(Users, Requests);

        var swept = await library.SweepAsync();

        Assert.Equal((1, 0, 1, 0), (swept.Routed, swept.Sent, swept.Held, swept.Errors.Count));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(301));
        Assert.Matches(@"^Held Suppressed MAIN/notify\.lua v\d line \d: no mail is sent \(told at the desk\)$", await DecisionAsync("Notice"));
    }

    [Theory]
    [InlineData("RoutingDelay", "Template('x')", "RoutingDelay answered Template(\"x\"). Allowed are 0 to 43200 minutes")]
    [InlineData("RoutingDelay", "Suppress('x')", "RoutingDelay answered Suppress(\"x\"). Allowed are 0 to 43200 minutes")]
    [InlineData("RoutingDelay", "'soon'", "RoutingDelay answered the string \"soon\". Allowed are 0 to 43200 minutes")]
    [InlineData("ChooseTemplate", "Wait.Hours(2)", "ChooseTemplate answered Wait.Hours(2). Allowed are a template's name")]
    [InlineData("ChooseTemplate", "Hold('x')", "ChooseTemplate answered Hold(\"x\"). Allowed are a template's name")]
    [InlineData("ChooseTemplate", "42", "ChooseTemplate answered the number 42. Allowed are a template's name")]
    public async Task An_answer_to_the_other_question_is_a_fault_that_says_what_is_allowed(string function, string answer, string expected)
    {
        library.Script("MAIN", $"function {function}(request) return {answer} end");
        await library.ImportAsync(Users, Requests);

        Assert.Contains(expected, Assert.Single((await library.SweepAsync()).Errors).Message, StringComparison.Ordinal);
    }

    private async Task HoldAsync()
    {
        library.Script("MAIN", "function RoutingDelay(request) return Hold('check the box') end");
        await library.ImportAsync(Users, Requests);
        Assert.Equal((0, 1), await SweptAsync());
    }

    private async Task<IReadOnlyList<string>> OfferedAsync()
    {
        await using var desk = await ContactDesk.OpenAsync(library);
        return await desk.OfferedAsync("why", 301);
    }

    private async Task<(int Routed, int Held)> SweptAsync()
    {
        var swept = await library.SweepAsync();
        Assert.Empty(swept.Errors);
        return (swept.Routed, swept.Held);
    }

    private async Task<string> DecisionAsync(string stage = "Delay") =>
        (await library.QueryAsync($"SELECT State || ' ' || COALESCE(HoldKind, '') || ' ' || Reason FROM ContactDecisions WHERE Stage = '{stage}'")).Single();
}
