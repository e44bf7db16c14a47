using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>A request on the form: where it stands there, and what it is held for.</summary>
public sealed record PlacedRequest(IllRequest Request, Placement Placement, DecisionRow? Held);

/// <summary>The rows of the Customer Contact form: requests at the contact statuses, and those held in transit.</summary>
public sealed class ContactRows(IAddinHost host, DecisionStore decisions, ContactTraces traces)
{
    private readonly WaitingRequests waiting = new(host);

    /// <summary>Reads the rows of one site or of all; within a group, the patron who has waited longest comes first, with all items together.</summary>
    public async Task<ScreenContent> LoadAsync(ScreenCall call, CancellationToken cancellationToken)
    {
        var sites = call.Site is { } one ? [one] : await host.SitesAsync(cancellationToken);
        // One that moves while the list is read is met twice: as it was, and as it is.
        var placed = new Dictionary<int, PlacedRequest>();
        foreach (var site in sites)
            foreach (var row in await SiteAsync(site, cancellationToken))
                placed[row.Request.Transaction.TransactionNumber] = row;
        var seen = await traces.ReadAsync(placed.Keys, cancellationToken);
        var now = host.Clock.GetUtcNow();
        return new ScreenContent
        {
            Groups = ContactGroups.Of(await new Resting(host).WordsAsync(sites, cancellationToken)),
            Notice = await new ContactNotices(host).OfAsync(sites, placed.Values, cancellationToken),
            TooLongDays = sites.ToDictionary(site => site.NVTGC, site => FormSettings.TooLongDays(host, site), StringComparer.OrdinalIgnoreCase),
            Rows = RowOrder.Of([.. placed.Values.Select(row => ContactRow.Of(row, seen[row.Request.ArrivalId], now))]),
        };
    }

    private async Task<List<PlacedRequest>> SiteAsync(Site site, CancellationToken cancellationToken)
    {
        var held = (await decisions.HeldAsync(site.NVTGC, DecisionStage.Notice, cancellationToken)).ToDictionary(row => row.ArrivalId);
        var (rows, channels) = (new List<PlacedRequest>(), host.Channels);
        foreach (var request in await waiting.OfAsync(site, cancellationToken))
            rows.Add(new PlacedRequest(request, Placements.Of(request, held.GetValueOrDefault(request.ArrivalId), channels), held.GetValueOrDefault(request.ArrivalId)));
        rows.AddRange(await HeldInTransitAsync(site, cancellationToken));
        return rows;
    }

    private async Task<IEnumerable<PlacedRequest>> HeldInTransitAsync(Site site, CancellationToken cancellationToken)
    {
        var held = (await decisions.HeldAsync(site.NVTGC, DecisionStage.Delay, cancellationToken)).ToDictionary(row => row.ArrivalId);
        var requests = await host.Record.FindAsync([.. held.Values.Select(row => row.TransactionNumber).Distinct()], cancellationToken);
        return requests.Where(request => held.ContainsKey(request.ArrivalId)).Select(request =>
        {
            var row = held[request.ArrivalId];
            var mends = row.HoldKind == HeldRows.ScriptHold ? (string[])[ContactCommands.Release] : [];
            return new PlacedRequest(request, new Placement(ContactGroup.NeedsAttention, FormWords.HeldInTransit(row.Reason)) { Mends = [.. mends] }, row);
        });
    }
}
