using System.CommandLine;
using IllAddins.Host.Rehearsals;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>scripts rehearse</c>: what a draft would change, before it decides.</summary>
public static class RehearseVerb
{
    private const int MostDays = 366;
    private const int TellEvery = 10_000;

    public static Command Make(Verbs verbs)
    {
        var (site, json) = (PlaceOption.Make(), Verbs.JsonOption());
        var script = new Option<string?>("--script") { Description = "The draft. Without it, the text in the site's folder; where that is live already, the live one", HelpName = "FILE" };
        var days = Verbs.Within(
            new("--days") { Description = "Play the arrivals of so many days past again, with the fields of request and user as they were then", HelpName = "N", DefaultValueFactory = _ => 0, CustomParser = Verbs.Number }, 0, MostDays);
        var rehearse = new Command(
            "rehearse",
            "Run a draft beside the live script over all open requests of a site, and say what would change. Nothing is stored or sent. Exit code 1 if the draft may not decide, or fails for a request.") { site, script, days, json };
        verbs.Set(rehearse, async (installation, parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            var (draft, fault) = await DraftAsync(installation, place.Place, parsed.GetValue(script), cancellationToken);
            if (draft is null)
            {
                await error.WriteLineAsync($"Cannot be rehearsed: {fault}");
                return ExitCode.SomeRefused;
            }

            await Verbs.StartAddinsAsync(installation, cancellationToken);
            RunVerb.TellAddins(installation, error);
            using (draft)
            {
                var words = await PlayAsync(installation, place, draft, parsed.GetValue(days), error, cancellationToken);
                Print(parsed.InvocationConfiguration.Output, words, parsed.GetValue(json));
                return words.Report.Count(RehearsalChange.Fault) > 0 ? ExitCode.SomeRefused : ExitCode.Done;
            }
        });
        return rehearse;
    }

    private static async Task<RehearsalWords> PlayAsync(Installation installation, NamedPlace place, TriedScript draft, int days, TextWriter error, CancellationToken cancellationToken)
    {
        using var live = installation.Scripts.Trials.Live(place.Place);
        var run = new RehearsalRun(installation.Addins.Rehearsals, new RehearsedRequests(installation.Record, installation.Database), installation.Calendars, installation.Clock)
        {
            Progress = played => Tell(error, played),
        };
        return new RehearsalWords(place.Place, await run.RunAsync(await SitesAsync(installation, place, cancellationToken), live, draft, days, cancellationToken), days);
    }

    private static async Task<(TriedScript? Script, ScriptFault? Fault)> DraftAsync(Installation installation, string place, string? file, CancellationToken cancellationToken)
    {
        if (file is not null)
            return installation.Scripts.Trials.Draft(new ScriptSource(file, await NamedFile.ReadAsync(file, "the text of a script", cancellationToken)));
        var (source, fault) = installation.Scripts.Trials.OnDisk(place);
        return source is null ? (null, fault) : installation.Scripts.Trials.Draft(source);
    }

    // The default script decides for every site that has none of its own.
    private static async Task<IReadOnlyList<Site>> SitesAsync(Installation installation, NamedPlace place, CancellationToken cancellationToken) =>
        place.Place != SiteScripts.DefaultPlace
            ? [place.Site]
            : [.. (await installation.Sites.AllAsync(cancellationToken)).Where(site => installation.Scripts.Versions.Find(site.NVTGC) is null or { HasText: false, RefusedWhy: null })];

    private static void Tell(TextWriter error, int played)
    {
        if (played % TellEvery == 0)
            error.WriteLine($"{played.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} requests played...");
    }

    private static void Print(TextWriter output, RehearsalWords words, bool json)
    {
        if (json)
            Verbs.Print(output, words.Json());
        else
            foreach (var line in words.Lines())
                output.WriteLine(line);
    }
}
