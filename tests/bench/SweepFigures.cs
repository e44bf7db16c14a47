using IllAddins.Host.Cli;

namespace IllAddins.Bench;

/// <summary>Runs the registered sweeps for every site and prints what each took and did.</summary>
public static class SweepFigures
{
    /// <summary>Runs all sweeps, or those of one name.</summary>
    /// <returns>The report of all of them, and how long they took.</returns>
    public static async Task<(SweepReport Report, TimeSpan Took)> PrintAsync(Installation installation, string when, string? only = null)
    {
        var all = new SweepReport();
        var total = TimeSpan.Zero;
        foreach (var sweep in installation.Addins.Sweeps.Select(sweep => sweep.Item).Where(sweep => only is null || sweep.Name == only))
        {
            var report = new SweepReport();
            var took = await Figures.TimeAsync(async () =>
            {
                foreach (var site in await installation.Sites.AllAsync(CancellationToken.None))
                    report += await sweep.RunAsync(site, CancellationToken.None);
            });
            Figures.Print($"{when}: {sweep.Name}", took, Math.Max(1, report.Routed + report.Sent + report.Failed));
            Figures.Line($"    {report.Routed} routed, {report.Sent} sent, {report.Held} held, {report.Failed} failed, {report.Errors.Count} errors {(report.Errors is [var first, ..] ? first.Message : "")}");
            (all, total) = (all + report, total + took);
        }

        return (all, total);
    }
}
