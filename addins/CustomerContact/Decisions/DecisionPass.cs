using System.Data.Common;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>A decision about one request, ready to be stored: what must commit with it is written when the row is asked for.</summary>
public delegate DecisionRow Decided(Statements statements);

/// <summary>Decides about the requests that changed since the last pass, and again about those decided by another script or other settings.</summary>
public sealed class DecisionPass(IAddinHost host, DecisionStore decisions, string stage, IReadOnlyList<string> statesDecidedAgain)
{
    // The first patrons are not to wait until the five hundredth is decided about.
    private const int FirstBatch = 50;

    private const int Batch = 500;

    private const int AgainBatch = 1_000;

    // Of which the keys are in memory at once.
    private const int MostOutdated = 100_000;

    /// <summary>Runs over a site's requests at the given statuses; commits batch by batch.</summary>
    public async Task RunAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, string decidedBy, Func<IllRequest, Decided> decide, CancellationToken cancellationToken)
    {
        await ChangedAsync(site, statuses, decide, () => Task.CompletedTask, cancellationToken);
        await AgainAsync(site, statuses, decidedBy, decide, cancellationToken);
    }

    /// <summary>Only those that changed since the last pass.</summary>
    /// <param name="site">The site.</param>
    /// <param name="statuses">Where the requests stand.</param>
    /// <param name="decide">Decides about one.</param>
    /// <param name="written">Called after each commit; the next batch is read once it has ended.</param>
    /// <param name="cancellationToken">Cancels between two batches.</param>
    public async Task ChangedAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, Func<IllRequest, Decided> decide, Func<Task> written, CancellationToken cancellationToken)
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

    private async Task DecideChangedAsync(Site site, TransactionStatus status, Func<IllRequest, Decided> decide, Func<Task> written, CancellationToken cancellationToken)
    {
        var mark = await decisions.MarkAsync(site.NVTGC, status, cancellationToken);
        var batch = FirstBatch;
        while (await host.Record.ChangedAsync(site.NVTGC, status, mark, batch, cancellationToken) is { Count: > 0 } changed)
        {
            batch = Math.Min(2 * batch, Batch);
            var made = changed.Select(decide).ToList();
            mark = changed[^1].Transaction.Changed;
            await host.Database.WriteAsync(
                within =>
                {
                    using var statements = new Statements(within);
                    foreach (var decided in made)
                        DecisionRows.Save(statements, decided(statements));
                    DecisionStore.SaveMark(within, site.NVTGC, status, mark);
                },
                cancellationToken);
            await written();
        }
    }

    private async Task DecideAgainAsync(
        Site site, IReadOnlyList<TransactionStatus> statuses, string state, string decidedBy, Func<IllRequest, Decided> decide, CancellationToken cancellationToken)
    {
        while (await decisions.OutdatedAsync(site.NVTGC, stage, state, decidedBy, MostOutdated, cancellationToken) is { Count: > 0 } outdated)
        {
            var batches = outdated.Chunk(AgainBatch).ToList();
            var (reading, writing) = (ReadAsync(batches[0], statuses, cancellationToken), Task.CompletedTask);
            try
            {
                // While one batch is being decided, the next one is read and the one before is written.
                for (var at = 0; at < batches.Count; at++)
                {
                    var standing = await reading;
                    if (at + 1 < batches.Count)
                        reading = ReadAsync(batches[at + 1], statuses, cancellationToken);
                    var made = batches[at].Select(key => (key, standing.TryGetValue(key.ArrivalId, out var request) ? decide(request) : null)).ToList();
                    await writing;
                    writing = Task.Run(() => host.Database.WriteAsync(within => Save(within, made, state, decidedBy), cancellationToken), cancellationToken);
                }
            }
            finally
            {
                await Task.WhenAll(reading, writing);
            }
        }
    }

    // A request that came back has a decision for each arrival, and stands at the last one.
    private Task<Dictionary<long, IllRequest>> ReadAsync(DecisionKey[] batch, IReadOnlyList<TransactionStatus> statuses, CancellationToken cancellationToken) => Task.Run(
        async () => (await host.Record.FindAsync([.. batch.Select(key => key.TransactionNumber).Distinct()], cancellationToken))
            .Where(request => statuses.Contains(request.Transaction.TransactionStatus))
            .ToDictionary(request => request.ArrivalId),
        cancellationToken);

    // What another process routed, told or decided anew since it was read stays as it is.
    private static void Save(DbTransaction within, IReadOnlyList<(DecisionKey Key, Decided? Decided)> made, string state, string decidedBy)
    {
        var outdated = DecisionStore.Outdated(within, [.. made.Select(one => one.Key)], state, decidedBy);
        using var statements = new Statements(within);
        foreach (var (key, decided) in made.Where(one => outdated.Contains(one.Key)))
        {
            if (decided is null)
                DecisionStore.Leave(within, key, decidedBy);
            else
                DecisionRows.Save(statements, decided(statements));
        }
    }
}
