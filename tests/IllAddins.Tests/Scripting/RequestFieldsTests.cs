using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Asked;
using IllAddins.Host.Scripting.Waiting;
using IllAddins.Tests.Requests;
using NodaTime;

namespace IllAddins.Tests.Scripting;

/// <summary>The fields that the host works out, and that a script which is asked again sees each request as it is.</summary>
public sealed class RequestFieldsTests : IDisposable
{
    private readonly List<TestRecord> records = [];

    public void Dispose() => records.ForEach(record => record.Dispose());

    [Theory]
    [InlineData("request.Weekday", "Friday")]
    [InlineData("request.Hour", 22L)]
    [InlineData("request.IsOpen", false)]
    [InlineData("request.MinutesToNextOpening", null)]
    [InlineData("request.MinutesToNextCourier", null)]
    [InlineData("request.DaysToDueDate", 34L)]
    [InlineData("request.IsLoan", true)]
    [InlineData("request.IsArticle", false)]
    [InlineData("request.ArrivedAt", "2026-11-20T22:30:00")]
    [InlineData("request.DueDate > request.ArrivedAt", true)]
    public async Task The_host_works_out_fields_by_the_arrival_on_the_sites_clock(string expression, object? expected) =>
        Assert.Equal(expected, Lua.Value(expression, RequestTable.Of(await RequestAsync())));

    [Fact]
    public async Task The_places_calendar_tells_what_is_open()
    {
        var request = await RequestAsync();
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var arrived = Instant.FromDateTimeOffset(request.ArrivedAt);
        var calendar = PlaceCalendar.Unset("MAIN", zone);
        Assert.Equal(zone, calendar.Zone);
        Assert.Equal(calendar.IsOpen(arrived), Lua.Value("request.IsOpen", RequestTable.Of(request, calendar)));
    }

    [Fact]
    public async Task A_script_that_is_asked_again_sees_each_requests_own_fields()
    {
        using var script = Lua.Load("function RoutingDelay(request) return tostring(request.LoanTitle) .. '|' .. tostring(request.LoanAuthor) .. '|' .. tostring(request.User.Phone) .. '|' .. request.Site.NVTGC end");
        var (with, without) = (await RequestAsync("Rivers", "Ada", "12"), await RequestAsync());
        string[] expected = ["Rivers|Ada|12|MAIN", "Łąkowa|nil|nil|MAIN", "Łąkowa|nil|nil|MAIN", "Rivers|Ada|12|MAIN", "Rivers|Ada|12|MAIN"];
        Assert.Equal(
            expected.Select(words => (ScriptAnswer)new ScriptAnswer.Value(words)),
            new[] { with, without, without, with, with }.Select(request => script.Call("RoutingDelay", RequestTable.Of(request), Lua.NewYork)));
    }

    [Fact]
    public void A_field_that_only_some_requests_have_is_an_error_for_the_others()
    {
        using var script = Lua.Load("function RoutingDelay(request) return request.OurOwn end");
        Assert.Equal(new ScriptAnswer.Value("a"), script.Call("RoutingDelay", Lua.Request(("OurOwn", "a")), Lua.NewYork));
        Assert.Equal(new ScriptAnswer.Value(null), script.Call("RoutingDelay", Lua.Request(("OurOwn", null)), Lua.NewYork));
        Assert.Equal(new ScriptAnswer.Value("b"), script.Call("RoutingDelay", Lua.Request(("OurOwn", "b")), Lua.NewYork));
        Assert.Equal("MAIN/notify.lua line 1: request.OurOwn is no field.", Lua.Fault(script.Call("RoutingDelay", Lua.Request(), Lua.NewYork)));
    }

    [Fact]
    public void A_script_may_read_more_fields_than_are_kept_at_hand()
    {
        var many = Enumerable.Range(1, 60).Select(at => ($"F{at}", (object?)at)).ToArray();
        var sum = string.Join(" + ", many.Select(field => "request." + field.Item1));
        using var script = Lua.Load($"function RoutingDelay(request) return {sum} end");
        for (var time = 0; time < 3; time++)
            Assert.Equal(new ScriptAnswer.Value(1_830L), script.Call("RoutingDelay", Lua.Request(many), Lua.NewYork));
    }

    [Fact]
    public void Every_field_is_described() => Assert.All(
        RequestFields.WorkedOut.Concat(RequestFields.Transaction).Concat(RequestFields.User).Concat(RequestFields.Site),
        field => Assert.Matches(@"^[A-Z].*\.$", field.Description));

    private async Task<IllRequest> RequestAsync(string title = "Łąkowa", string author = "", string phone = "")
    {
        var record = await TestRecord.NewAsync();
        records.Add(record);
        var report = await record.ImportAsync(
            $"UserName,FirstName,NVTGC,Phone\njdoe,Jane,MAIN,{phone}\n",
            $"""
            TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,DueDate,LoanTitle,LoanAuthor
            7,jdoe,Borrowing,loan,In Transit to Pickup Location,2026-11-20T22:30:00,2026-12-24,{title},{author}
            """);
        Assert.Empty(report.Problems);
        return Assert.Single(await record.Record.FindAsync([7], CancellationToken.None));
    }
}
