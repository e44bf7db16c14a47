using Dapper;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Host.Data;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

public sealed class NoticeSearchTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData(NoticeStatus.Pending, "EMailCopiesOutbox")]
    [InlineData(NoticeStatus.Retrying, "EMailCopiesOutbox")]
    [InlineData(NoticeStatus.Sending, "EMailCopiesOutbox")]
    [InlineData(NoticeStatus.Failed, "EMailCopiesParked")]
    [InlineData(NoticeStatus.Unknown, "EMailCopiesParked")]
    [InlineData(NoticeStatus.Cancelled, "EMailCopiesCancelled")]
    public async Task A_list_of_one_state_reads_that_state_alone(string status, string index)
    {
        await library.RunAsync("addins", "list");

        Assert.Contains(index, await PlanAsync(new NoticeFilter { Status = status }), StringComparison.Ordinal);
        Assert.Contains(index, await PlanAsync(new NoticeFilter { Status = status, Site = "MAIN", Most = 20 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_one_request_reads_that_request_alone()
    {
        await library.RunAsync("addins", "list");

        Assert.Contains("(TransactionNumber=?)", await PlanAsync(new NoticeFilter { Status = NoticeStatus.Sent, TransactionNumber = 4711 }), StringComparison.Ordinal);
    }

    private async Task<string> PlanAsync(NoticeFilter filter)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));
        await using var connection = await database.OpenConnectionAsync();
        var plan = await connection.QueryAsync("EXPLAIN QUERY PLAN " + NoticeSearch.Text(filter), new { filter.TransactionNumber, filter.Site, Most = filter.Most ?? -1 });
        return string.Join("; ", plan.Select(step => (string)step.detail));
    }
}
