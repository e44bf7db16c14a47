using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

public sealed class WholeRoadTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,Site,NotificationMethod,EMailAddress,Phone,LoanDeliveryMethod
        jdoe,Jane,Doe,MAIN,Law,Electronic,jane@example.org,555-0101,Hold for Pickup
        pnum,Paul,Number,MAIN,Main,Phone,paul@example.org,555-0102,Hold for Pickup
        mbox,Mia,Box,LAW,Law,via E-mail,mia@example.org,,Mail to Address
        noad,Nora,Address,MAIN,Main,Electronic,,555-0104,Hold for Pickup
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        101,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Łąkowa: a street
        102,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        103,mbox,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:59:00,Reconsidering rivers
        104,noad,Doc Del,Loan,Awaiting Doc Del Customer Contact,2026-03-02T14:00:00,Notes on counterpoint
        105,jdoe,Doc Del,Loan,In Transit to Pickup Location,2026-03-02T14:30:00,Moss and lichen
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Imported_requests_leave_transit_and_their_patrons_are_told_once_by_a_real_mail_server()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        await library.ImportAsync(Users, Requests);

        var first = await library.SweepAsync();
        var second = await library.SweepAsync();

        Assert.Equivalent(new SweepResult(3, 3, 1, 0, []), first);
        Assert.Equivalent(new SweepResult(0, 0, 1, 0, []), second);
        Assert.Equal(["jane@example.org", "jane@example.org", "mia@example.org"], listener.Mails.SelectMany(mail => mail.Recipients).Order());
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(101));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(102));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(103));
        Assert.Equal("Awaiting Doc Del Customer Contact", await library.StatusAsync(104));
    }

    [Fact]
    public async Task Tracking_and_history_tell_the_whole_road_of_a_request()
    {
        await library.ImportAsync(Users, Requests);

        await library.SweepAsync();

        Assert.Equal(
            ["In Transit to Pickup Location by Import", "Awaiting Customer Contact by System", "Customer Notified via E-Mail by System"],
            await library.QueryAsync("SELECT ChangedTo || ' by ' || ChangedBy FROM Tracking WHERE TransactionNumber = 101 ORDER BY Id"));
        var history = await library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 101 ORDER BY Id");
        Assert.Equal("Routed from 'In Transit to Pickup Location' to 'Awaiting Customer Contact': site default: 0 minutes.", history[0]);
        Assert.StartsWith("E-mail 'ILL Borrowing Loan Pickup' sent; the mail server answered: ", history[1], StringComparison.Ordinal);
        Assert.Equal(["Mail to Address: skips transit"], await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE TransactionNumber = 103 AND Stage = 'Delay'"));
        Assert.Equal(["Sent"], await library.QueryAsync("SELECT Status FROM EMailCopies WHERE TransactionNumber = 101"));
    }

    [Fact]
    public async Task A_second_import_of_the_same_files_tells_nobody_twice()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        await library.ImportAsync(Users, Requests);
        var again = await library.SweepAsync();

        Assert.Equal(0, again.Sent + again.Routed);
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(101));
        Assert.Equal(3, Directory.GetFiles(library.Mails).Length);
    }

    [Fact]
    public async Task An_edited_script_changes_what_the_next_sweep_does()
    {
        library.Script("MAIN", """function RoutingDelay(request) if request.PickupLocation == "Law" then return 24 * 60 end end""");
        await library.ImportAsync(Users, Requests);
        var before = await library.SweepAsync();

        library.Script("MAIN", "function RoutingDelay(request) return 45 end");
        var after = await library.SweepAsync();

        Assert.Equal((1, 1), (before.Routed, before.Sent));
        Assert.Equal((1, 1), (after.Routed, after.Sent));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(101));
        Assert.Equal("In Transit to Pickup Location", await library.StatusAsync(105));
        Assert.Matches(
            @"^MAIN/notify\.lua v2 line \d+: 45 minutes$",
            (await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE TransactionNumber = 105")).Single());
    }

    [Fact]
    public async Task A_request_rests_until_its_routing_delay_has_passed()
    {
        library.Script("default", "function RoutingDelay(request) return 90 end");
        await library.ImportAsync(Users, Requests);
        Assert.Equal(1, (await library.SweepAsync()).Routed);

        library.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(0, (await library.SweepAsync()).Routed);
        library.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await library.SweepAsync()).Routed);
    }

    [Fact]
    public async Task A_script_fault_holds_its_site_with_the_reason_and_the_other_sites_go_on()
    {
        library.Script("MAIN", "-- MAIN\nfunction RoutingDelay(request)\n  return request.LoanTitel\nend");
        await library.ImportAsync(Users, Requests);

        var swept = await library.SweepAsync();

        Assert.Equal((1, 1, 3), (swept.Routed, swept.Sent, swept.Held));
        Assert.Equal(
            [new SweepProblem("MAIN", null, "2 requests are held by the script: MAIN/notify.lua line 3: request.LoanTitel is no field. Did you mean LoanTitle?")],
            swept.Errors);
        Assert.Equal("In Transit to Pickup Location", await library.StatusAsync(101));
    }

    [Fact]
    public async Task A_mended_script_lets_the_held_requests_go()
    {
        library.Script("MAIN", "function RoutingDelay(request) return nothing.at.all end");
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        library.Script("MAIN", "function RoutingDelay(request) return 0 end");
        var swept = await library.SweepAsync();

        Assert.Equal((2, 2), (swept.Routed, swept.Sent));
        Assert.Empty(swept.Errors);
    }
}
