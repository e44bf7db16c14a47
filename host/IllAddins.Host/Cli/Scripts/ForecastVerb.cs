using System.CommandLine;
using System.Globalization;
using IllAddins.Host.Cli.Calendars;
using IllAddins.Host.Rehearsals;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>forecast</c>: what will be routed and sent, and when.</summary>
public static class ForecastVerb
{
    private const int MostDays = 400;
    private const int UsualDays = 7;

    public static Command Make(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var site = new Option<string>("--site") { Description = "The site's code", HelpName = "S", Required = true };
        var days = Verbs.Within(
            new("--days") { Description = $"How many days ahead, 1 to {MostDays}", HelpName = "N", DefaultValueFactory = _ => UsualDays, CustomParser = Verbs.Number }, 1, MostDays);
        var forecast = new Command("forecast", "Play a site's calendar forward: what would be routed and mailed, and when, of the requests that are open now. Nothing is stored or sent.") { site, days, json };
        verbs.Set(forecast, async (installation, parsed, cancellationToken) =>
        {
            if (await CalendarsVerb.SiteAsync(installation, parsed, parsed.GetRequiredValue(site), cancellationToken) is not { } found)
                return ExitCode.SomeRefused;
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            RunVerb.TellAddins(installation, parsed.InvocationConfiguration.Error);
            // What was edited on disk decides at the next sweep: it is what is foretold by.
            installation.Scripts.LookAgain();
            using var live = installation.Scripts.Trials.Live(found.NVTGC);
            var run = new ForecastRun(installation.Addins.Rehearsals, new RehearsedRequests(installation.Record, installation.Database), installation.Calendars, installation.Clock);
            var report = await run.RunAsync(found, live, parsed.GetValue(days), cancellationToken);
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, Json(found, report));
            else
                Tell(parsed.InvocationConfiguration.Output, found, report);
            return ExitCode.Done;
        });
        return forecast;
    }

    private static void Tell(TextWriter output, Site site, ForecastReport report)
    {
        output.WriteLine($"{site.NVTGC}: {report.Script}, {report.Days} days from {Local(site, report.From, "ddd d MMM HH:mm")}. A step comes at the first sweep after its time (every {site.SweepMinutes} min). Nothing was stored or sent.");
        foreach (var day in report.Events.GroupBy(found => site.ToLocal(found.Step.At!.Value).Date))
        {
            output.WriteLine(day.Key.ToString("dddd d MMMM", CultureInfo.InvariantCulture));
            foreach (var found in day)
                output.WriteLine($"  {Local(site, found.Step.At!.Value, "HH:mm")}  {found.Request.Transaction.TransactionNumber}  {Act(found.Step)}: {found.Step.Why}");
        }

        if (report.Later > 0)
            output.WriteLine($"After these days: {report.Later} steps.");
        if (report.Waiting.Count > 0)
            output.WriteLine("Waits for somebody:");
        foreach (var found in report.Waiting)
            output.WriteLine($"         {found.Request.Transaction.TransactionNumber}  {Act(found.Step)}: {found.Step.Why}");
        if (report is { Events.Count: 0, Waiting.Count: 0, Later: 0 })
            output.WriteLine("No request is open.");
    }

    private static string Act(ForeseenStep step) => step.Act switch
    {
        ForeseenAct.Route => $"goes to '{step.Status}'",
        ForeseenAct.Mail => $"is mailed from '{step.Template}'",
        ForeseenAct.Staff => "is left to staff",
        ForeseenAct.Hold => "is held",
        ForeseenAct.Fault => "is held by a fault of the script",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static object Json(Site site, ForecastReport report) => new
    {
        Site = site.NVTGC,
        report.Script,
        report.From,
        report.Days,
        Routed = report.Events.Count(found => found.Step.Act == ForeseenAct.Route),
        Sent = report.Events.Count(found => found.Step.Act == ForeseenAct.Mail),
        report.Later,
        Steps = report.Events.Select(found => Json(site, found)),
        Waiting = report.Waiting.Select(found => Json(site, found)),
    };

    private static object Json(Site site, ForecastEvent found) => new
    {
        found.Request.Transaction.TransactionNumber,
        Act = found.Step.Act.ToString().ToLowerInvariant(),
        found.Step.At,
        Local = found.Step.At is { } at ? Local(site, at, "yyyy-MM-dd'T'HH:mm") : null,
        Status = found.Step.Status?.Name,
        found.Step.Template,
        found.Step.Why,
        found.Step.Line,
    };

    private static string Local(Site site, DateTimeOffset moment, string format) => site.ToLocal(moment).ToString(format, CultureInfo.InvariantCulture);
}
