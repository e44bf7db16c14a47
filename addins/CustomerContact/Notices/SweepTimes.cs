using System.Collections.Concurrent;

namespace IllAddins.CustomerContact.Notices;

/// <summary>When this process last looked for e-mails to send, site by site, and so when it will look again.</summary>
public sealed class SweepTimes
{
    private readonly ConcurrentDictionary<string, Runs> runs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A sweep whose beginnings are noted.</summary>
    public Func<Site, CancellationToken, Task<SweepReport>> Noting(TimeProvider clock, Func<Site, CancellationToken, Task<SweepReport>> sweep) => (site, cancellationToken) =>
    {
        var now = clock.GetUtcNow();
        runs.AddOrUpdate(site.NVTGC, new Runs(now, null), (_, before) => new Runs(now, now - before.Last));
        return sweep(site, cancellationToken);
    };

    /// <summary>When the next sweep of a site is to begin; null where this process has not swept it, or is late.</summary>
    public DateTimeOffset? Next(Site site, DateTimeOffset now)
    {
        if (!runs.TryGetValue(site.NVTGC, out var known))
            return null;
        // The demo sweeps more often than its sites say.
        var interval = TimeSpan.FromMinutes(site.SweepMinutes);
        var next = known.Last + (known.Between is { } between && between > TimeSpan.Zero && between < interval ? between : interval);
        return next >= now ? next : null;
    }

    private readonly record struct Runs(DateTimeOffset Last, TimeSpan? Between);
}
