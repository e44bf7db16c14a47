namespace IllAddins.Tests.Road;

public sealed class CalendarRoadTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,Site,NotificationMethod,EMailAddress
        jdoe,Jane,Doe,MAIN,Main,Electronic,jane@example.org
        lgray,Lou,Gray,MAIN,Law,Electronic,lou@example.org
        """;

    // They arrived on Friday at 19:00 in New York; it is Monday 10:00.
    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        301,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-02-27T19:00:00,Atlas of soil
        302,lgray,Borrowing,Loan,In Transit to Pickup Location,2026-02-27T19:00:00,Moss and lichen
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_wait_ends_by_the_calendar_of_the_pickup_location_else_of_its_site()
    {
        await PlaceAsync("function RoutingDelay(request) return Wait.NextOpening(\"when we open\") end");
        await library.RunAsync("calendars", "set", "MAIN", "--hours", "Mon-Fri 08:00-18:00");
        await library.RunAsync("calendars", "set", "MAIN", "--location", "law", "--hours", "Tue-Fri 12:00-18:00");

        var swept = await library.SweepAsync();

        Assert.Equal(1, swept.Routed);
        Assert.Equal(["2026-03-02T13:00:00.000Z", "2026-03-03T17:00:00.000Z"], await DueAsync());
        Assert.Contains("Routed from 'In Transit to Pickup Location' to 'Awaiting Customer Contact': MAIN/notify.lua v1 line 1: Wait.NextOpening() (when we open).", await library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 301 ORDER BY 1"));
    }

    [Fact]
    public async Task A_changed_calendar_decides_again()
    {
        await PlaceAsync("function RoutingDelay(request) return Wait.NextCourier() end");
        await library.RunAsync("calendars", "set", "MAIN", "--courier", "Tue 09:00");
        await library.SweepAsync();
        var before = await DueAsync();

        await library.RunAsync("calendars", "close", "MAIN", "--from", "2026-03-03", "--note", "Snow");
        await library.RunAsync("calendars", "set", "MAIN", "--location", "Law", "--courier", "Wed 09:00");
        await library.SweepAsync();

        Assert.Equal(["2026-03-03T14:00:00.000Z", "2026-03-03T14:00:00.000Z"], before);
        Assert.Equal(["2026-03-04T14:00:00.000Z", "2026-03-10T13:00:00.000Z"], (await DueAsync()).Order());
    }

    [Fact]
    public async Task A_place_without_hours_holds_the_request_and_says_what_to_set()
    {
        await PlaceAsync("function RoutingDelay(request) return Wait.OpenHours(2) end");

        var swept = await library.SweepAsync();

        Assert.Equal(2, swept.Held);
        Assert.All(
            await library.QueryAsync("SELECT Reason FROM ContactDecisions ORDER BY TransactionNumber"),
            reason => Assert.Contains("Opening hours of site MAIN are not set. Set them with: calendars set MAIN --hours \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\"", reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_reads_what_the_calendar_says_of_the_arrival()
    {
        await PlaceAsync("""
            function RoutingDelay(request)
              if request.IsOpen then return 0 end
              return request.MinutesToNextOpening
            end
            """);
        await library.RunAsync("calendars", "set", "MAIN", "--hours", "Mon-Fri 08:00-18:00");

        await library.SweepAsync();

        Assert.Equal(["2026-03-02T13:00:00.000Z", "2026-03-02T13:00:00.000Z"], await DueAsync());
    }

    private async Task PlaceAsync(string script)
    {
        await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York", "--from-address", "ill@library.example");
        library.Script("MAIN", script);
        await library.ImportAsync(Users, Requests);
    }

    private async Task<IReadOnlyList<string>> DueAsync() => [.. (await library.QueryAsync("SELECT DueAt FROM ContactDecisions WHERE Stage = 'Delay' ORDER BY TransactionNumber"))];
}
