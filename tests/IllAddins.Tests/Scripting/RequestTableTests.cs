using IllAddins.Host.Scripting;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Scripting;

public sealed class RequestTableTests : IAsyncLifetime
{
    private TestRecord record = null!;
    private ScriptTable table = null!;

    public async Task InitializeAsync()
    {
        record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(
            "UserName,FirstName,NVTGC,Site,Cleared\njdoe,Jane,MAIN,Law Library,Yes\n",
            """
            TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,DueDate,LibraryUseOnly,LoanTitle,OurOwnColumn
            7,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-11-20T22:30:00,2026-12-24,Yes,Łąkowa,blue
            """);
        Assert.Empty(report.Problems);
        table = RequestTable.Of(Assert.Single(await record.Record.FindAsync([7], CancellationToken.None)));
    }

    public Task DisposeAsync()
    {
        record.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("TransactionNumber", 7)]
    [InlineData("LoanTitle", "Łąkowa")]
    [InlineData("TransactionStatus", "In Transit to Pickup Location")]
    [InlineData("LibraryUseOnly", true)]
    [InlineData("LoanAuthor", null)]
    [InlineData("OurOwnColumn", "blue")]
    [InlineData("PickupLocation", "Law Library")]
    public void A_request_has_its_fields_by_ILLiads_names(string field, object? expected) => Assert.Equal(expected, table.Fields[field]);

    [Theory]
    [InlineData("DueDate", "2026-12-24T00:00:00")]
    [InlineData("TransactionDate", "2026-11-20T22:30:00")]
    [InlineData("ArrivedAt", "2026-11-20T22:30:00")]
    public void Dates_are_texts_on_the_sites_clock(string field, string expected) => Assert.Equal(expected, table.Fields[field]);

    [Fact]
    public void The_user_and_the_site_are_tables_of_their_own()
    {
        var user = Assert.IsType<ScriptTable>(table.Fields["User"]);
        var site = Assert.IsType<ScriptTable>(table.Fields["Site"]);

        Assert.Equal(("request", "request.User", "request.Site"), (table.Name, user.Name, site.Name));
        Assert.Equal("Jane", user.Fields["FirstName"]);
        Assert.Equal("Law Library", user.Fields["Site"]);
        Assert.Equivalent(
            new Dictionary<string, object?> { ["NVTGC"] = "MAIN", ["Name"] = "MAIN", ["TimeZone"] = "America/New_York", ["DefaultDelayMinutes"] = 0 },
            site.Fields,
            strict: true);
    }

    [Fact]
    public void A_script_can_ask_for_every_field_and_for_no_other_letters()
    {
        Assert.All(table.Fields.Keys, field => Assert.NotNull(Lua.Body($"local value = request[\"{field}\"] return 1", table) as ScriptAnswer.Value));
        Assert.Equal("MAIN/notify.lua line 1: request.duedate is no field. Did you mean DueDate?", Lua.Fault(Lua.Body("return request.duedate", table)));
    }
}
