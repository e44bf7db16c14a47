using IllAddins.Tests.ContactForm;

namespace IllAddins.Tests.Road;

public sealed class RoutingRoadTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org
        mbox,Mia,Box,LAW,Electronic,mia@example.org
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        301,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:30:00,Atlas of soil
        302,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:30:00,Moss and lichen
        303,jdoe,Doc Del,Loan,In Transit to Pickup Location,2026-03-02T14:30:00,Notes on rivers
        304,mbox,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:30:00,A street
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_changed_site_default_decides_the_resting_requests_again()
    {
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("sites", "set", "MAIN", "--default-delay", "600");
        var before = await library.SweepAsync();

        await library.RunAsync("sites", "set", "MAIN", "--default-delay", "20");
        var after = await library.SweepAsync();

        Assert.Equal((1, 3), (before.Routed, after.Routed));
        Assert.Equal(["site default: 20 minutes"], await DecisionsAsync(301, "Reason"));
    }

    [Fact]
    public async Task Each_site_is_asked_its_own_script()
    {
        library.Script("MAIN", "function RoutingDelay(request) return 600 end");
        library.Script("LAW", "function RoutingDelay(request) return 15 end");
        await library.ImportAsync(Users, Requests);

        Assert.Equal(1, (await library.SweepAsync()).Routed);

        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(304));
        Assert.Matches(@"^LAW/notify\.lua v1 line 1: 15 minutes$", (await DecisionsAsync(304, "Reason"))[0]);
        Assert.Matches(@"^MAIN/notify\.lua v1 line 1: 600 minutes$", (await DecisionsAsync(301, "Reason"))[0]);
    }

    [Fact]
    public async Task An_edited_script_decides_again_what_rests_and_what_is_held_and_not_what_was_routed()
    {
        library.Script("MAIN", """
            function RoutingDelay(request)
              if request.TransactionNumber == 301 then return 0 end
              if request.TransactionNumber == 302 then return 600 end
              return "soon"
            end
            """);
        await library.ImportAsync(Users, Requests);
        var first = await library.SweepAsync();

        library.Script("MAIN", "function RoutingDelay(request) return 700 end");
        var second = await library.SweepAsync();

        Assert.Equal((2, 1, 1), (first.Routed, first.Held, first.Errors.Count));
        Assert.Equal((0, 0, 0), (second.Routed, second.Held, second.Errors.Count));
        Assert.EndsWith(": 0 minutes Done", (await DecisionsAsync(301, "Reason || ' ' || State"))[0], StringComparison.Ordinal);
        Assert.EndsWith(": 700 minutes Resting", (await DecisionsAsync(302, "Reason || ' ' || State"))[0], StringComparison.Ordinal);
        Assert.EndsWith(": 700 minutes Resting", (await DecisionsAsync(303, "Reason || ' ' || State"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_routed_by_hand_is_left_alone_and_one_that_comes_back_rests_anew()
    {
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("sites", "set", "MAIN", "--default-delay", "60");
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.RouteAsync(301, "In Transit to Pickup Location", "Request Held at Desk");
        library.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.RouteAsync(302, "In Transit to Pickup Location", "Request Held at Desk");
        await desk.RouteAsync(302, "Request Held at Desk", "In Transit to Pickup Location");

        library.Clock.Advance(TimeSpan.FromMinutes(25));
        var due = await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(34));
        var early = await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await library.SweepAsync();

        Assert.Equal((1, 0, 1), (due.Routed, early.Routed, late.Routed));
        Assert.Equal("Request Held at Desk", await library.StatusAsync(301));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(302));
        Assert.Equal(["Left"], await DecisionsAsync(301, "State"));
        Assert.Equal(["Left", "Done"], await DecisionsAsync(302, "State"));
    }

    [Fact]
    public async Task A_patron_who_changed_sites_is_no_longer_routed_by_the_old_sites_delay()
    {
        library.Script("LAW", "function RoutingDelay(request) return 60 end");
        library.Script("MAIN", "function RoutingDelay(request) return 600 end");
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(45));

        await library.ImportAsync(Users.Replace("LAW", "MAIN", StringComparison.Ordinal), Requests);
        var swept = await library.SweepAsync();

        Assert.Equal(0, swept.Routed);
        Assert.Equal(["MAIN Resting 2026-03-03T00:30:00.000Z"], await DecisionsAsync(304, "Site || ' ' || State || ' ' || DueAt"));
    }

    [Fact]
    public async Task A_held_request_whose_patron_changed_sites_counts_once()
    {
        library.Script("default", "function RoutingDelay(request) return 'soon' end");
        await library.ImportAsync(Users, Requests);
        var before = await library.SweepAsync();

        await library.ImportAsync(Users.Replace("LAW", "MAIN", StringComparison.Ordinal), Requests);
        var after = await library.SweepAsync();

        const string Soon = "default/notify.lua v1 line 1: RoutingDelay answered the string \"soon\". Allowed are 0 to 43200 minutes (30 days), a wait such as Wait.Until(\"08:30\"), Hold(\"why\"), or nil for the site's default. Correct the script.";
        Assert.Equal(
            [new SweepProblem("LAW", 304, Soon), new SweepProblem("MAIN", null, $"3 requests are held by the script: {Soon}")],
            before.Errors.OrderBy(error => error.Site, StringComparer.Ordinal));
        Assert.Equal([new SweepProblem("MAIN", null, $"4 requests are held by the script: {Soon}")], after.Errors);
        Assert.Equal((4, 4), (before.Held, after.Held));
    }

    [Fact]
    public async Task Lending_in_transit_is_held_with_the_reason_and_counts_once()
    {
        await library.ImportAsync(Users, Requests.Replace("301,jdoe,Borrowing", "301,jdoe,Lending", StringComparison.Ordinal));

        var swept = await library.SweepAsync();

        Assert.Equal((3, 1), (swept.Routed, swept.Held));
        Assert.Equal(
            new SweepProblem(
                "MAIN",
                301,
                "process type 'Lending' tells no patron: only Borrowing and Doc Del requests leave 'In Transit to Pickup Location'. "
                + "Route the request to the status where it belongs."),
            Assert.Single(swept.Errors));
    }

    private Task<IReadOnlyList<string>> DecisionsAsync(int number, string columns) =>
        library.QueryAsync($"SELECT {columns} FROM ContactDecisions WHERE TransactionNumber = {number} AND Stage = 'Delay' ORDER BY ArrivalId");
}
