using System.Collections.Concurrent;
using System.Diagnostics;
using IllAddins.Host.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Scheduling;

/// <summary>Keeps every add-in's sweeps going at every site, at the site's interval. An add-in's sweeps at a site never overlap themselves, and neither a slow site nor a slow add-in keeps another waiting.</summary>
public sealed class SweepLoops(SiteRecords sites, SiteSweeps sweeps, SweepPace pace, TimeProvider clock, ILogger<SweepLoops> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, SweepState> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Task> running = new(StringComparer.OrdinalIgnoreCase);
    private string unreadable = "";

    /// <summary>The last and the next run of each add-in at each site.</summary>
    public IReadOnlyCollection<SweepState> States => [.. states.Values.OrderBy(state => state.Site, StringComparer.OrdinalIgnoreCase).ThenBy(state => state.Addin, StringComparer.Ordinal)];

    /// <summary>Has a site swept at the next look, whatever its interval; what is under way there ends first.</summary>
    /// <returns>False where the site has not been swept yet: it is next anyhow, or there is no such site.</returns>
    public bool RunNow(string site)
    {
        var wanted = states.Where(state => string.Equals(state.Value.Site, site, StringComparison.OrdinalIgnoreCase)).Select(state => state.Key).ToList();
        foreach (var key in wanted)
            states.AddOrUpdate(key, _ => throw new UnreachableException(), (_, state) => state with { Wanted = true });
        return wanted.Count > 0;
    }

    /// <summary>When an add-in's sweeps at a site are to begin next; null before the first, and where the next is late.</summary>
    public DateTimeOffset? Next(string addin, Site site)
    {
        if (!states.TryGetValue(Key(site, addin), out var state))
            return null;
        var now = clock.GetUtcNow();
        var next = state.Wanted ? now : state.Next;
        return next >= now ? next : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var known = await SitesAsync(stoppingToken);
            foreach (var addin in sweeps.Addins)
                foreach (var site in known)
                    if (IsDue(site, addin) && !IsUnderWay(site, addin))
                        running[Key(site, addin)] = RunAsync(site, addin, stoppingToken);
            await Task.Delay(pace.Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running.Values);
    }

    // The interval of this moment counts, not the one at the last run: a shorter one is not waited for.
    private bool IsDue(Site site, string addin)
    {
        if (!states.TryGetValue(Key(site, addin), out var state) || state.Wanted)
            return true;
        var next = state.Last + Interval(site);
        if (next != state.Next)
            states.AddOrUpdate(Key(site, addin), state, (_, now) => now with { Next = now.Last + Interval(site) });
        // A last run that is still to come was before the clock was set back.
        return clock.GetUtcNow() is var now && (next <= now || state.Last > now);
    }

    private bool IsUnderWay(Site site, string addin) =>
        running.TryGetValue(Key(site, addin), out var last) && !last.IsCompleted && states[Key(site, addin)].Report is null;

    private static string Key(Site site, string addin) => $"{site.NVTGC}/{addin}";

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
    private Task RunAsync(Site site, string addin, CancellationToken stoppingToken)
    {
        var started = clock.GetUtcNow();
        states[Key(site, addin)] = new SweepState { Site = site.NVTGC, Addin = addin, Last = started, Next = started + Interval(site) };
        return Task.Run(() => SweepAsync(site, addin, stoppingToken), CancellationToken.None);
    }

    private async Task SweepAsync(Site site, string addin, CancellationToken stoppingToken)
    {
        try
        {
            var report = await sweeps.RunAsync(site, addin, stoppingToken);
            states.AddOrUpdate(Key(site, addin), _ => throw new UnreachableException(), (_, state) => state with { Report = report });
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

/// <summary>Where an add-in's sweeps at a site stand.</summary>
public sealed record SweepState
{
    public required string Site { get; init; }

    public required string Addin { get; init; }

    public required DateTimeOffset Last { get; init; }

    public required DateTimeOffset Next { get; init; }

    /// <summary>Whether somebody has asked for a run before the next one.</summary>
    public bool Wanted { get; init; }

    /// <summary>What the last run did; null while it runs.</summary>
    public SweepReport? Report { get; init; }
}
