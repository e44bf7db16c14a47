using System.Data.Common;
using IllAddins.Host.Requests;

namespace IllAddins.Tests.Requests;

public sealed class RoutingTests
{
    private const string Transit = "In Transit to Pickup Location";
    private const string Awaiting = "Awaiting Customer Contact";

    [Fact]
    public async Task A_route_writes_the_request_its_tracking_and_its_history_together()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        var before = record.Value("SELECT Change FROM Transactions");
        record.Clock.Now = TestRecord.Start.AddMinutes(30);
        Assert.Equal(new RouteAnswer.Routed(), await record.Record.RouteAsync(Order(1, Transit, Awaiting), null, CancellationToken.None));
        Assert.Equal($"{Awaiting}|2026-11-23T15:30:00.000Z", record.Value("SELECT TransactionStatus, TransactionDate FROM Transactions"));
        Assert.Equal(
            [$"1|2026-11-23T15:00:00.000Z|{Transit}|Import", $"1|2026-11-23T15:30:00.000Z|{Awaiting}|System"],
            record.Rows("SELECT TransactionNumber, DateTime, ChangedTo, ChangedBy FROM Tracking ORDER BY Id"));
        Assert.Equal(
            $"1|2026-11-23T15:30:00.000Z|Request routed from '{Transit}' to '{Awaiting}'.|System",
            record.Value("SELECT TransactionNumber, DateTime, Entry, Username FROM History"));
        Assert.True(long.Parse(record.Value("SELECT Change FROM Transactions"), null) > long.Parse(before, null));
    }

    [Fact]
    public async Task The_caller_may_give_the_history_entry()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        await record.Record.RouteAsync(Order(1, Transit, Awaiting) with { Entry = "Courier came early." }, null, CancellationToken.None);
        Assert.Equal("Courier came early.", record.Value("SELECT Entry FROM History"));
    }

    [Fact]
    public async Task A_status_is_expected_without_regard_to_case()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        var order = Order(1, Transit.ToUpperInvariant(), $"  {Awaiting} ");
        Assert.Equal(new RouteAnswer.Routed(), await record.Record.RouteAsync(order, null, CancellationToken.None));
        Assert.Equal(Awaiting, record.Value("SELECT TransactionStatus FROM Transactions"));
    }

    [Fact]
    public async Task A_request_that_has_moved_is_stale_and_the_answer_says_who_moved_it()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        await record.Record.RouteAsync(Order(1, Transit, Awaiting) with { By = "mira" }, null, CancellationToken.None);
        var before = record.Dump();
        record.Clock.Now = TestRecord.Start.AddHours(1);
        Assert.Equal(
            new RouteAnswer.Stale { FoundStatus = new TransactionStatus(Awaiting), MovedBy = "mira", MovedAt = TestRecord.Start },
            await record.Record.RouteAsync(Order(1, Transit, "Request Finished"), null, CancellationToken.None));
        Assert.Equal(before, record.Dump());
    }

    [Fact]
    public async Task A_request_that_went_and_came_back_is_stale_for_who_saw_the_arrival_before()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        var seen = Assert.Single(await record.Record.FindAsync([1], CancellationToken.None)).ArrivalId;
        var order = Order(1, Transit, Transit) with { ExpectedArrivalId = seen };
        Assert.Equal(new RouteAnswer.Routed(), await record.Record.RouteAsync(order, null, CancellationToken.None));
        Assert.IsType<RouteAnswer.Stale>(await record.Record.RouteAsync(order, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_request_that_is_not_there_is_missing()
    {
        using var record = await TestRecord.NewAsync();
        Assert.Equal(new RouteAnswer.Missing(), await record.Record.RouteAsync(Order(7, Transit, Awaiting), null, CancellationToken.None));
    }

    [Fact]
    public async Task A_route_to_the_same_status_renews_the_date()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Awaiting);
        record.Clock.Now = TestRecord.Start.AddDays(1);
        await record.Record.RouteAsync(Order(1, Awaiting, Awaiting), null, CancellationToken.None);
        Assert.Equal("2026-11-24T15:00:00.000Z", record.Value("SELECT TransactionDate FROM Transactions"));
        Assert.Equal("2", record.Value("SELECT COUNT(*) FROM Tracking"));
    }

    [Fact]
    public async Task A_route_joins_the_callers_transaction_and_goes_when_that_is_rolled_back()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        var before = record.Dump();
        using (var connection = record.Database.OpenConnection())
        {
            using var transaction = connection.BeginTransaction();
            Assert.Equal(new RouteAnswer.Routed(), await record.Record.RouteAsync(Order(1, Transit, Awaiting), transaction, CancellationToken.None));
            await record.Record.AddHistoryAsync(1, "Called.", "mira", transaction, CancellationToken.None);
            await record.Record.AddNoteAsync(1, "Left a message.", "Staff", "mira", transaction, CancellationToken.None);
            Assert.Equal(Awaiting, Status(connection, transaction));
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, record.Dump());
    }

    [Theory]
    [InlineData(" ", "Request 1 cannot be routed to ' '. Expected the name of a status or queue on one line, without control characters. (Parameter 'orders')")]
    [InlineData("Awaiting\nContact", "Request 1 cannot be routed to 'Awaiting\uFFFDContact'. Expected the name of a status or queue on one line, without control characters. (Parameter 'orders')")]
    public async Task A_status_is_one_line(string status, string expected)
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        var before = record.Dump();

        Assert.Equal(expected, (await Assert.ThrowsAsync<ArgumentException>(() => record.Record.RouteAsync(Order(1, Transit, status), null, CancellationToken.None))).Message);
        Assert.Equal(before, record.Dump());
    }

    [Fact]
    public async Task A_transaction_that_has_ended_is_said_to_have_ended()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        using var connection = record.Database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        await transaction.CommitAsync();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => record.Record.RouteAsync(Order(1, Transit, Awaiting), transaction, CancellationToken.None));
        Assert.Equal("The transaction handed over has already ended.", fault.Message);
    }

    private static RouteOrder Order(int number, string from, string to) => new()
    {
        TransactionNumber = number,
        ExpectedStatus = new TransactionStatus(from),
        NewStatus = new TransactionStatus(to),
        By = "System",
    };

    private static string Status(DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT TransactionStatus FROM Transactions";
        return $"{command.ExecuteScalar()}";
    }
}
