using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Scheduling;

/// <summary>Runs the registered sweeps for a site: those of one add-in in the order of registration, those of several side by side; one of the three places where any exception is caught.</summary>
public sealed class SiteSweeps(Func<IReadOnlyList<(string Addin, Sweep Sweep)>> registered, ILogger<SiteSweeps> log)
{
    /// <summary>What else admins should know of a site after its sweeps, in sentences, e.g. of its script; nothing by default.</summary>
    public Func<Site, IReadOnlyList<string>> Troubles { get; init; } = _ => [];

    /// <summary>How admins are told of what a sweep threw, in sentences; in its own words by default.</summary>
    public Func<Exception, string> Words { get; init; } = fault => fault.Message;

    /// <summary>When the sweeps of an add-in are to begin next at a site, as whatever keeps them going knows; null where nothing does.</summary>
    public Func<string, Site, DateTimeOffset?> Next { get; set; } = (_, _) => null;

    /// <summary>The add-ins that have sweeps, in the order of registration.</summary>
    public IReadOnlyList<string> Addins => [.. registered().Select(sweep => sweep.Addin).Distinct(StringComparer.Ordinal)];

    /// <summary>Runs the sweeps of one site; a sweep that throws is an error of the report and the next one runs all the same.</summary>
    public async Task<SweepReport> RunAsync(Site site, CancellationToken cancellationToken)
    {
        var reports = await Task.WhenAll(Addins.Select(addin => RunAsync(site, addin, cancellationToken)));
        return reports.Aggregate(new SweepReport(), (sum, report) => sum + report)
            + new SweepReport { Errors = [.. Troubles(site).Select(trouble => new SweepError { Site = site.NVTGC, Message = trouble })] };
    }

    /// <summary>Runs the sweeps of one add-in at one site.</summary>
    public async Task<SweepReport> RunAsync(Site site, string addin, CancellationToken cancellationToken)
    {
        var report = new SweepReport();
        foreach (var (owner, sweep) in registered())
            if (owner == addin)
                report += await RunAsync(addin, sweep, site, cancellationToken);
        log.LogInformation(
            "Sweep of {Site}: {Routed} routed, {Sent} sent, {Held} held, {Failed} failed, {Errors} errors ({Addin})",
            site.NVTGC, report.Routed, report.Sent, report.Held, report.Failed, report.Errors.Count, addin);
        return report;
    }

    private async Task<SweepReport> RunAsync(string addin, Sweep sweep, Site site, CancellationToken cancellationToken)
    {
        try
        {
            return await sweep.RunAsync(site, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(fault, "Sweep {Sweep} of add-in {Addin} failed at site {Site}", sweep.Name, addin, site.NVTGC);
            return new SweepReport
            {
                Errors = [new SweepError { Site = site.NVTGC, Message = $"The {sweep.Name} sweep of add-in {addin} stopped: {Words(fault)} What it did until then is not counted here. The log has the details; it is tried again at the next sweep." }],
            };
        }
    }
}
