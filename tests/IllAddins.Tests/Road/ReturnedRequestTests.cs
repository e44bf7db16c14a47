namespace IllAddins.Tests.Road;

/// <summary>Requests that left a status before they were done with there, and came back: one decision for each arrival, and only the last one counts.</summary>
public sealed class ReturnedRequestTests : IDisposable
{
    private const string Users = "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org,\nmoe,Moe,Doe,MAIN,Phone,,5550100\n";
    private const string Transit = "In Transit to Pickup Location";
    private const string Contact = "Awaiting Customer Contact";

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Two_rests_of_one_request_that_are_due_together_route_it_once_and_stop_nobody()
    {
        library.Script("MAIN", "function RoutingDelay(request) return 30 end");
        await ImportAsync(Transit, "jdoe");
        await library.SweepAsync();
        await ReturnAsync(Transit);
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(31));

        var swept = await library.SweepAsync();

        Assert.Equal((2, 0), (swept.Routed, swept.Errors.Count));
    }

    [Fact]
    public async Task A_request_that_came_back_is_decided_again_when_templates_change_and_stops_nobody()
    {
        await ImportAsync(Contact, "moe");
        await library.SweepAsync();
        await ReturnAsync(Contact);
        await library.SweepAsync();
        await library.QueryAsync("UPDATE EMailTemplates SET Subject = 'Another subject' RETURNING Name");

        Assert.Empty((await library.SweepAsync()).Errors);
        Assert.Equal(["201 ForStaff", "202 ForStaff"], await library.QueryAsync("SELECT DISTINCT TransactionNumber || ' ' || State FROM ContactDecisions WHERE State <> 'Left' ORDER BY 1"));
    }

    private Task ImportAsync(string status, string user) => library.ImportAsync(
        Users,
        "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
        + $"201,{user},Borrowing,Loan,{status},2026-03-02T15:00:00,Atlas of soil\n202,{user},Borrowing,Loan,{status},2026-03-02T15:00:00,Atlas of air\n");

    private async Task ReturnAsync(string status)
    {
        await library.RunAsync("requests", "route", "201", "Awaiting Post Receipt Processing");
        await library.RunAsync("requests", "route", "201", status);
    }
}
