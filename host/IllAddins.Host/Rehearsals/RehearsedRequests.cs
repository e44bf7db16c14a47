using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using IllAddins.Host.Requests;

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

    /// <summary>The past arrivals of a site's requests at a status, with the fields of request and user as they were then. Those that still stand there are left out.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PastArrival>> PastAsync(
        Site site, TransactionStatus status, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var arrivals in (await ArrivalsAsync(site, status, since, cancellationToken)).Chunk(Page))
        {
            var numbers = arrivals.Select(arrival => (int)arrival.TransactionNumber).Distinct().ToList();
            var found = (await record.FindAsync(numbers, cancellationToken)).ToDictionary(request => request.Transaction.TransactionNumber);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var requests = await FieldsBefore.OfRequestsAsync(connection, found.Keys);
            var users = await FieldsBefore.OfUsersAsync(connection, [.. found.Values.Select(request => request.User.UserName).Distinct()]);
            var keptSince = await FieldsBefore.KeptSinceAsync(connection);
            yield return [.. arrivals.Where(arrival => found.ContainsKey((int)arrival.TransactionNumber)).Select(arrival =>
            {
                var request = found[(int)arrival.TransactionNumber];
                var then = AsWas(request, requests[request.Transaction.TransactionNumber].FirstOrDefault(Then), users[request.User.UserName].FirstOrDefault(Then));
                return new PastArrival(AsArrived(then, status, arrival.Id, StoredTime.Read(arrival.DateTime)), arrival.Id <= keptSince);
                bool Then(KeptFields kept) => kept.LastArrival >= arrival.Id;
            })];
        }
    }

    /// <summary>A request as it stood when it arrived at a status.</summary>
    public static RehearsedRequest AsArrived(IllRequest request, TransactionStatus status, long arrivalId, DateTimeOffset at)
    {
        var fields = new Dictionary<string, object?>(request.Transaction.Fields, StringComparer.OrdinalIgnoreCase) { ["TransactionStatus"] = status.Name };
        var transaction = request.Transaction with { TransactionStatus = status, Fields = fields };
        return new RehearsedRequest { Request = request with { Transaction = transaction, ArrivalId = arrivalId, ArrivedAt = at }, Now = at };
    }

    private static IllRequest AsWas(IllRequest request, KeptFields? transaction, KeptFields? user)
    {
        if (transaction is null && user is null)
            return request;
        var fields = transaction?.Over(FieldCatalogue.Transactions, request.Transaction.Fields, FieldsBefore.InTracking) ?? request.Transaction.Fields;
        var patron = user?.Over(FieldCatalogue.Users, request.User.Fields, "UserName", "LastChangedDate") ?? request.User.Fields;
        return request with
        {
            Transaction = request.Transaction with
            {
                ProcessType = (string?)fields["ProcessType"] ?? request.Transaction.ProcessType,
                RequestType = (string?)fields["RequestType"] ?? request.Transaction.RequestType,
                Fields = fields,
            },
            User = request.User with { Fields = patron },
            PickupLocation = PickupPlace.Of(request.Site.PickupField, fields, patron),
        };
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

/// <summary>An arrival of the past.</summary>
/// <param name="Request">As it arrived.</param>
/// <param name="FieldsOfToday">It is older than the record of changes: what was edited since is seen as it is today.</param>
public sealed record PastArrival(RehearsedRequest Request, bool FieldsOfToday);
