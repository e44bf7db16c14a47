using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The selected requests that still stand as their rows showed them, and those that do not, with who moved them and when.</summary>
public sealed record Selection(IReadOnlyList<IllRequest> Standing, IReadOnlyList<LeftAlone> LeftAlone)
{
    private const int NumbersPerQuery = 500;

    /// <summary>Reads the requests of a command's rows as they are now.</summary>
    public static async Task<Selection> ReadAsync(IAddinHost host, CommandCall call, CancellationToken cancellationToken)
    {
        var seen = call.Rows.DistinctBy(row => row.TransactionNumber).ToDictionary(row => row.TransactionNumber, row => row.ArrivalId);
        var requests = await host.Record.FindAsync(seen.Keys, cancellationToken);
        var (here, elsewhere) = (requests.Where(request => IsOf(call.Site, request)).ToList(), requests.Where(request => !IsOf(call.Site, request)));
        var found = here.ToLookup(request => request.ArrivalId == seen[request.Transaction.TransactionNumber]);
        var missing = seen.Keys.Except(requests.Select(request => request.Transaction.TransactionNumber));
        var movers = await MoversAsync(host, [.. found[false].Select(request => request.ArrivalId)], cancellationToken);
        var now = host.Clock.GetUtcNow();
        return new Selection(
            [.. found[true]],
            [
                .. found[false].Select(request => new LeftAlone(
                    request.Transaction.TransactionNumber,
                    Moved(request.Site, request.Transaction.TransactionStatus, movers[request.ArrivalId], request.ArrivedAt, now))),
                .. elsewhere.Select(request => new LeftAlone(
                    request.Transaction.TransactionNumber,
                    FormWords.OfOtherSite(request.Site.NVTGC, call.Site!.NVTGC))),
                .. missing.Select(number => new LeftAlone(number, DecisionWords.NoSuchRequest)),
            ]);
    }

    /// <summary>That somebody was quicker: who and when on the site's clock, with the day where it is not today.</summary>
    public static string Moved(Site site, TransactionStatus status, string by, DateTimeOffset at, DateTimeOffset now) =>
        FormWords.AlreadyMoved(status.Name, by, SiteTimes.Words(site, at, now));

    /// <summary>The same of a request that was moved after it was read.</summary>
    public static async Task<string> OvertakenAsync(IAddinHost host, int number, DbTransaction within, CancellationToken cancellationToken)
    {
        if ((await host.Record.FindAsync([number], cancellationToken)).SingleOrDefault() is not { } request)
            return DecisionWords.NoSuchRequest;
        var by = within.Connection!.QuerySingle<string>("SELECT ChangedBy FROM Tracking WHERE Id = @ArrivalId", new { request.ArrivalId }, within);
        return Moved(request.Site, request.Transaction.TransactionStatus, by, request.ArrivedAt, host.Clock.GetUtcNow());
    }

    private static bool IsOf(Site? chosen, IllRequest request) => chosen is null || string.Equals(chosen.NVTGC, request.Site.NVTGC, StringComparison.OrdinalIgnoreCase);

    private static async Task<Dictionary<long, string>> MoversAsync(IAddinHost host, IReadOnlyList<long> arrivals, CancellationToken cancellationToken)
    {
        var movers = new Dictionary<long, string>();
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        foreach (var ids in arrivals.Chunk(NumbersPerQuery))
            foreach (var (id, by) in await connection.QueryAsync<(long Id, string ChangedBy)>(
                "SELECT Id, ChangedBy FROM Tracking WHERE Id IN @ids ORDER BY Id", new { ids }))
                movers[id] = by;
        return movers;
    }
}
