using System.Collections.Concurrent;
using Dapper;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The requests at the contact statuses. Desks read the list after every act, and most of it is as it was: what has not changed since it was read is not read again.</summary>
public sealed class WaitingRequests(IAddinHost host)
{
    // Some kilobytes each; longer lists are read anew each time.
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a site, the longest unchanged first.</summary>
    public async Task<IReadOnlyList<IllRequest>> OfAsync(Site site, CancellationToken cancellationToken)
    {
        var before = kept.TryGetValue(site.NVTGC, out var last) && last.SiteChange == site.Change ? last.Requests : [];
        var marks = await MarksAsync(site, cancellationToken);
        var changed = marks.Where(mark => !before.TryGetValue(mark.TransactionNumber, out var known) || known.Transaction.Changed.Change != mark.Change);
        var read = (await host.Record.FindAsync([.. changed.Select(mark => mark.TransactionNumber)], cancellationToken))
            .ToDictionary(request => request.Transaction.TransactionNumber);
        List<IllRequest> now =
        [
            .. marks.Select(mark => read.GetValueOrDefault(mark.TransactionNumber) ?? before.GetValueOrDefault(mark.TransactionNumber))
                .OfType<IllRequest>().Where(request => IsHere(request, site)),
        ];
        Keep(site, now);
        return now;
    }

    private void Keep(Site site, List<IllRequest> requests)
    {
        if (requests.Count + kept.Where(other => other.Key != site.NVTGC).Sum(other => other.Value.Requests.Count) > MostKept)
            kept.TryRemove(site.NVTGC, out _);
        else
            kept[site.NVTGC] = new Kept(site.Change, requests.ToDictionary(request => request.Transaction.TransactionNumber));
    }

    // One that moved on after the marks were read.
    private static bool IsHere(IllRequest request, Site site) =>
        ContactStatuses.AwaitsContact(request.Transaction.TransactionStatus.Name) && string.Equals(request.Site.NVTGC, site.NVTGC, StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<ChangeMark>> MarksAsync(Site site, CancellationToken cancellationToken)
    {
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ChangeMark>(
            $"""
            SELECT Change, TransactionNumber FROM Transactions
            WHERE TransactionStatus IN ('{ContactStatuses.AwaitingContact}', '{ContactStatuses.AwaitingDocDelContact}') AND Site = @site
            ORDER BY Change, TransactionNumber
            """,
            new { site = site.NVTGC })).AsList();
    }

    private sealed record Kept(long SiteChange, Dictionary<int, IllRequest> Requests);
}
