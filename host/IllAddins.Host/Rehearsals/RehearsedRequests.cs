using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace IllAddins.Host.Rehearsals;

/// <summary>Finds the requests that a rehearsal is about, page by page.</summary>
public sealed class RehearsedRequests(IIllRecord record, DbDataSource database)
{
    private const int Page = 500;

    /// <summary>The requests of a site that stand at a status now.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RehearsedRequest>> OpenAsync(
        Site site, TransactionStatus status, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mark = ChangeMark.Start;
        while (await record.ChangedAsync(site.NVTGC, status, mark, Page, cancellationToken) is { Count: > 0 } page)
        {
            yield return [.. page.Select(request => new RehearsedRequest { Request = request, Now = now })];
            mark = page[^1].Transaction.Changed;
        }
    }

    /// <summary>The past arrivals of a site's requests at a status, as they were recorded; the requests' fields are those of today. Those that still stand there are left out.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RehearsedRequest>> PastAsync(
        Site site, TransactionStatus status, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var arrivals in (await ArrivalsAsync(site, status, since, cancellationToken)).Chunk(Page))
        {
            var numbers = arrivals.Select(arrival => (int)arrival.TransactionNumber).Distinct().ToList();
            var found = (await record.FindAsync(numbers, cancellationToken)).ToDictionary(request => request.Transaction.TransactionNumber);
            yield return [.. arrivals.Where(arrival => found.ContainsKey((int)arrival.TransactionNumber))
                .Select(arrival => AsArrived(found[(int)arrival.TransactionNumber], status, arrival.Id, StoredTime.Read(arrival.DateTime)))];
        }
    }

    /// <summary>A request as it stood when it arrived at a status.</summary>
    public static RehearsedRequest AsArrived(IllRequest request, TransactionStatus status, long arrivalId, DateTimeOffset at)
    {
        var fields = new Dictionary<string, object?>(request.Transaction.Fields, StringComparer.OrdinalIgnoreCase) { ["TransactionStatus"] = status.Name };
        var transaction = request.Transaction with { TransactionStatus = status, Fields = fields };
        return new RehearsedRequest { Request = request with { Transaction = transaction, ArrivalId = arrivalId, ArrivedAt = at }, Now = at };
    }

    private async Task<IReadOnlyList<Arrival>> ArrivalsAsync(Site site, TransactionStatus status, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Arrival>(
            """
            SELECT k.Id, k.TransactionNumber, k.DateTime
            FROM Tracking k JOIN Transactions t ON t.TransactionNumber = k.TransactionNumber
            WHERE k.ChangedTo = @status AND k.DateTime >= @since AND t.Site = @site
                AND k.Id < (SELECT MAX(l.Id) FROM Tracking l WHERE l.TransactionNumber = k.TransactionNumber)
            ORDER BY k.Id
            """,
            new { status = status.Name, since = StoredTime.Write(since), site = site.NVTGC })).AsList();
    }

    private sealed record Arrival
    {
        public required long Id { get; init; }

        public required long TransactionNumber { get; init; }

        public required string DateTime { get; init; }
    }
}
