using Dapper;
using IllAddins.Host.Requests;

namespace IllAddins.Tests.Requests;

public sealed class IllRecordTests
{
    private const string Transit = "In Transit to Pickup Location";

    [Fact]
    public async Task Requests_come_in_the_order_asked_for_and_unknown_ones_are_left_out()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", [.. Enumerable.Repeat(Transit, 1200)]);
        int[] asked = [1200, 7, 5000, 600, 1];
        Assert.Equal([1200, 7, 600, 1], Numbers(await record.Record.FindAsync(asked, CancellationToken.None)));
        int[] all = [.. Enumerable.Range(1, 1200).Reverse()];
        Assert.Equal(all, Numbers(await record.Record.FindAsync(all, CancellationToken.None)));
    }

    [Fact]
    public async Task A_request_brings_its_user_its_site_and_its_arrival()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        record.Run("UPDATE Users SET Site = ' Desk 4 ', FirstName = 'Ada'");
        record.Clock.Now = TestRecord.Start.AddHours(2);
        await record.Record.RouteAsync(
            new RouteOrder { TransactionNumber = 1, ExpectedStatus = new(Transit), NewStatus = new("Awaiting Customer Contact"), By = "System" },
            null,
            CancellationToken.None);
        var request = Assert.Single(await record.Record.FindAsync([1], CancellationToken.None));
        Assert.Equal(("ada", "Ada", "MAIN", "Desk 4"), (request.User.UserName, request.User.Text("firstname"), request.Site.NVTGC, request.PickupLocation));
        Assert.Equal((TestRecord.Start.AddHours(2), 2L), (request.ArrivedAt, request.ArrivalId));
        Assert.Equal(("Borrowing", "Loan", 1), (request.Transaction.ProcessType, request.Transaction.RequestType, request.Transaction.Changed.TransactionNumber));
    }

    [Fact]
    public async Task Paging_through_changes_loses_nothing_and_repeats_nothing()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", [.. Enumerable.Repeat(Transit, 25)]);
        await record.AddAsync("ben", "main", [.. Enumerable.Repeat(Transit, 10)]);
        await record.AddAsync("cy", "LAW", Transit);
        await record.AddAsync("ada", "MAIN", "Request Finished");
        Assert.Equal("2", record.Value("SELECT COUNT(DISTINCT Change) FROM Transactions WHERE Site = 'MAIN' AND TransactionStatus = 'in transit TO pickup location'"));
        var (seen, after) = (new List<int>(), ChangeMark.Start);
        while (await record.Record.ChangedAsync("main", new TransactionStatus(Transit), after, 4, CancellationToken.None) is { Count: > 0 } page)
        {
            seen.AddRange(Numbers(page));
            after = page[^1].Transaction.Changed;
        }

        Assert.Equal(Enumerable.Range(1, 35), seen.Order());
        Assert.Equal(35, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_changes_after_a_reader_stood_at_the_end_is_read_next()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit, Transit, Transit);
        var end = (await record.Record.ChangedAsync("MAIN", new(Transit), ChangeMark.Start, 10, CancellationToken.None))[^1].Transaction.Changed;
        Assert.Empty(await record.Record.ChangedAsync("MAIN", new(Transit), end, 10, CancellationToken.None));
        await record.ImportAsync(null, "TransactionNumber,LoanTitle\n2,Emma\n");
        Assert.Equal([2], Numbers(await record.Record.ChangedAsync("MAIN", new(Transit), end, 10, CancellationToken.None)));
    }

    [Fact]
    public async Task The_look_up_of_changes_is_by_index()
    {
        using var record = await TestRecord.NewAsync();
        using var connection = record.Database.OpenConnection();
        var plan = string.Join('\n', connection.Query<(int, int, int, string Detail)>(
            $"EXPLAIN QUERY PLAN {IllRecord.ChangedText}",
            new { status = "", site = "", change = 0, number = 0, limit = 1 }).Select(row => row.Detail));
        // Within one change number the transaction number is a filter on the index: at most a batch of an import.
        Assert.Contains("SEARCH t USING INDEX TransactionsChanged (TransactionStatus=? AND Site=? AND Change>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_page_has_1_to_10000_requests(int limit)
    {
        using var record = await TestRecord.NewAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => record.Record.ChangedAsync("MAIN", new(Transit), ChangeMark.Start, limit, CancellationToken.None));
    }

    [Fact]
    public async Task History_and_notes_are_kept_with_time_and_author()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", Transit);
        await record.Record.AddHistoryAsync(1, "Letter printed.", "mira", null, CancellationToken.None);
        await record.Record.AddNoteAsync(1, "Asked to wait.", "Staff", "mira", null, CancellationToken.None);
        Assert.Equal("1|2026-11-23T15:00:00.000Z|Letter printed.|mira", record.Value("SELECT TransactionNumber, DateTime, Entry, Username FROM History"));
        Assert.Equal("1|2026-11-23T15:00:00.000Z|Asked to wait.|mira|Staff", record.Value("SELECT TransactionNumber, NoteDate, Note, AddedBy, NoteType FROM Notes"));
    }

    private static IEnumerable<int> Numbers(IEnumerable<IllRequest> requests) => requests.Select(request => request.Transaction.TransactionNumber);
}
