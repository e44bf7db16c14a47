using System.Collections.Concurrent;
using System.Diagnostics;
using IllAddins.Host.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Scheduling;

/// <summary>Keeps every site's sweeps going at the site's interval. A site's sweeps never overlap themselves, and a slow site keeps no other waiting.</summary>
public sealed class SweepLoops(SiteRecords sites, SiteSweeps sweeps, SweepPace pace, TimeProvider clock, ILogger<SweepLoops> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, SweepState> states = new(StringComparer.OrdinalIgnoreCase);
    private string unreadable = "";

    /// <summary>Each site's last and next run.</summary>
    public IReadOnlyCollection<SweepState> States => [.. states.Values.OrderBy(state => state.Site, StringComparer.OrdinalIgnoreCase)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<string, Task>(StringComparer.OrdinalIgnoreCase);
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var site in await SitesAsync(stoppingToken))
                if (IsDue(site) && !IsUnderWay(site, running))
                    running[site.NVTGC] = RunAsync(site, stoppingToken);
            await Task.Delay(pace.Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running.Values);
    }

    // The interval of this moment counts, not the one at the last run: a shorter one is not waited for.
    private bool IsDue(Site site)
    {
        if (!states.TryGetValue(site.NVTGC, out var state))
            return true;
        var next = state.Last + Interval(site);
        if (next != state.Next)
            states.AddOrUpdate(site.NVTGC, state, (_, now) => now with { Next = now.Last + Interval(site) });
        return next <= clock.GetUtcNow();
    }

    private bool IsUnderWay(Site site, Dictionary<string, Task> running) =>
        running.TryGetValue(site.NVTGC, out var last) && !last.IsCompleted && states[site.NVTGC].Report is null;

    private TimeSpan Interval(Site site) => pace.Interval ?? TimeSpan.FromMinutes(site.SweepMinutes);

    private async Task<IReadOnlyList<Site>> SitesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await sites.AllAsync(cancellationToken);
            unreadable = "";
            return all;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Once, not at every look.
            if (unreadable != fault.Message)
                log.LogError(fault, "The sites cannot be read; no sweep starts until they can");
            unreadable = fault.Message;
            return [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    // Off the loop's thread: what a sweep does before its first wait must not keep the other sites.
    private Task RunAsync(Site site, CancellationToken stoppingToken)
    {
        var started = clock.GetUtcNow();
        states[site.NVTGC] = new SweepState { Site = site.NVTGC, Last = started, Next = started + Interval(site) };
        return Task.Run(() => SweepAsync(site, stoppingToken), CancellationToken.None);
    }

    private async Task SweepAsync(Site site, CancellationToken stoppingToken)
    {
        try
        {
            var report = await sweeps.RunAsync(site, stoppingToken);
            states.AddOrUpdate(site.NVTGC, _ => throw new UnreachableException(), (_, state) => state with { Report = report });
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Sweep of {Site} was stopped with the host; it goes on at the next start", site.NVTGC);
        }
    }
}

/// <summary>How often the loops look and run.</summary>
public sealed record SweepPace
{
    /// <summary>How often the loop looks for sites that are due.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Overrides every site's interval, for the demo; null for the sites' own.</summary>
    public TimeSpan? Interval { get; init; }
}

/// <summary>Where a site's sweeps stand.</summary>
public sealed record SweepState
{
    public required string Site { get; init; }

    public required DateTimeOffset Last { get; init; }

    public required DateTimeOffset Next { get; init; }

    /// <summary>What the last run did; null while it runs.</summary>
    public SweepReport? Report { get; init; }
}
