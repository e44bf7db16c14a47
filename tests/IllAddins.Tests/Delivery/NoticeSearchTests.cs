using Dapper;
using IllAddins.CustomerContact.ContactForm.Log;
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

    [Fact]
    public async Task The_log_reads_the_last_notices_by_their_numbers_and_those_that_need_somebody_by_their_index()
    {
        await library.RunAsync("addins", "list");

        Assert.Equal(["SCAN EMailCopies", "SCAN EMailCopies USING INDEX EMailCopiesParked; USE TEMP B-TREE FOR ORDER BY"], [await PlanAsync(LogEntries.Texts[0], new { LogEntries.Most }), await PlanAsync(LogEntries.Texts[1], new { LogEntries.Most })]);
    }

    private Task<string> PlanAsync(NoticeFilter filter) => PlanAsync(NoticeSearch.Text(filter), new { filter.TransactionNumber, filter.Site, Most = filter.Most ?? -1 });

    private async Task<string> PlanAsync(string text, object parameters)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));
        await using var connection = await database.OpenConnectionAsync();
        var plan = await connection.QueryAsync("EXPLAIN QUERY PLAN " + text, parameters);
        return string.Join("; ", plan.Select(step => (string)step.detail));
    }
}
