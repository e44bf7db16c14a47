using System.Collections.Concurrent;

namespace IllAddins.Host.Addins;

/// <summary>The sweeps of add-ins as the loops run them: within a limit of time, and never beside a run of the same sweep at the same site that was left running.</summary>
public sealed class GuardedSweeps(AddinRoster roster, AddinLimits limits, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(AddinDoor? Door, string Sweep, string Site), Task> left = [];

    /// <summary>The running add-ins' sweeps, by add-in, in the order of registration; what one fails at is thrown.</summary>
    public IReadOnlyList<(string Addin, Sweep Sweep)> All() =>
        [.. roster.Sweeps.Select(sweep => (sweep.Addin, sweep.Item with { RunAsync = (site, token) => RunAsync(sweep, site, token) }))];

    private async Task<SweepReport> RunAsync(Contributed<Sweep> sweep, Site site, CancellationToken cancellationToken)
    {
        var key = (sweep.Door, sweep.Item.Name, site.NVTGC);
        if (left.TryGetValue(key, out var running) && !running.IsCompleted)
            throw new InvalidOperationException("An earlier run is still under way, long past its limit of time; it is not run beside itself. Replace or disable the add-in, or restart the host.");
        var call = new AddinCall { Addin = sweep.Addin, What = CallWords.Sweep(sweep.Item.Name, site.NVTGC), Limit = limits.Sweep, Clock = clock };
        var outcome = await sweep.RunAsync(
            call, async (item, token) => Whole(await item.RunAsync(site, token)), cancellationToken);
        if (outcome is AddinOutcome<SweepReport>.Completed done)
            return done.Value;
        throw Fault(key, (AddinOutcome<SweepReport>.Failed)outcome);
    }

    // Read within the call: an answer that cannot be read is the add-in's failure too.
    private static SweepReport Whole(SweepReport? report) =>
        report is null ? throw new InvalidOperationException("It answered null.")
        : report.Errors is null || report.Errors.Any(error => error?.Message is null) ? throw new InvalidOperationException("It answered null for its errors or for one of them.")
        : report with { Errors = [.. report.Errors] };

    private Exception Fault((AddinDoor?, string, string) key, AddinOutcome<SweepReport>.Failed failed)
    {
        if (failed.StillRunning is { } goesOn)
            left[key] = goesOn;
        return failed.Exception is null or OperationCanceledException
            ? new TimeoutException(failed.Message, failed.Exception)
            : failed.Exception;
    }
}
