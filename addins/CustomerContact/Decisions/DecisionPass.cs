using System.Data.Common;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>A decision about one request, ready to be stored: what must commit with it is written when the row is asked for.</summary>
public delegate DecisionRow Decided(DbTransaction within);

/// <summary>Decides about the requests that changed since the last pass, and again about those decided by another script or other settings.</summary>
public sealed class DecisionPass(IAddinHost host, DecisionStore decisions, string stage, IReadOnlyList<string> statesDecidedAgain)
{
    private const int Batch = 500;

    /// <summary>Runs over a site's requests at the given statuses; commits batch by batch.</summary>
    public async Task RunAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, string decidedBy, Func<IllRequest, Decided> decide, CancellationToken cancellationToken)
    {
        await ChangedAsync(site, statuses, decide, () => { }, cancellationToken);
        await AgainAsync(site, statuses, decidedBy, decide, cancellationToken);
    }

    /// <summary>Only those that changed since the last pass.</summary>
    /// <param name="site">The site.</param>
    /// <param name="statuses">Where the requests stand.</param>
    /// <param name="decide">Decides about one.</param>
    /// <param name="written">Called after each commit.</param>
    /// <param name="cancellationToken">Cancels between two batches.</param>
    public async Task ChangedAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, Func<IllRequest, Decided> decide, Action written, CancellationToken cancellationToken)
    {
        foreach (var status in statuses)
            await DecideChangedAsync(site, status, decide, written, cancellationToken);
    }

    /// <summary>Only those decided by another script or other settings.</summary>
    public async Task AgainAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, string decidedBy, Func<IllRequest, Decided> decide, CancellationToken cancellationToken)
    {
        foreach (var state in statesDecidedAgain)
            await DecideAgainAsync(site, statuses, state, decidedBy, decide, cancellationToken);
    }

    private async Task DecideChangedAsync(Site site, TransactionStatus status, Func<IllRequest, Decided> decide, Action written, CancellationToken cancellationToken)
    {
        var mark = await decisions.MarkAsync(site.NVTGC, status, cancellationToken);
        while (await host.Record.ChangedAsync(site.NVTGC, status, mark, Batch, cancellationToken) is { Count: > 0 } changed)
        {
            var made = changed.Select(decide).ToList();
            mark = changed[^1].Transaction.Changed;
            await host.Database.WriteAsync(
                within =>
                {
                    made.ForEach(decided => DecisionStore.Save(within, decided(within)));
                    DecisionStore.SaveMark(within, site.NVTGC, status, mark);
                },
                cancellationToken);
            written();
        }
    }

    private async Task DecideAgainAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, string state, string decidedBy, Func<IllRequest, Decided> decide, CancellationToken cancellationToken)
    {
        while (await decisions.OutdatedAsync(site.NVTGC, stage, state, decidedBy, Batch, cancellationToken) is { Count: > 0 } outdated)
        {
            var standing = (await host.Record.FindAsync([.. outdated.Select(row => row.TransactionNumber)], cancellationToken))
                .Where(request => statuses.Contains(request.Transaction.TransactionStatus))
                .ToDictionary(request => request.ArrivalId);
            var made = outdated.Select(old => standing.TryGetValue(old.ArrivalId, out var request)
                ? decide(request)
                : _ => old with { State = DecisionState.Left, DecidedBy = decidedBy }).ToList();
            await host.Database.WriteAsync(within => made.ForEach(decided => DecisionStore.Save(within, decided(within))), cancellationToken);
        }
    }
}
