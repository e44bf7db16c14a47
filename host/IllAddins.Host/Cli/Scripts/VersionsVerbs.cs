using System.CommandLine;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>scripts versions</c>, <c>show</c> and <c>compare</c>: what decided when.</summary>
public static class VersionsVerbs
{
    public static Command Versions(Verbs verbs)
    {
        var (site, json) = (PlaceOption.Make(), Verbs.JsonOption());
        var versions = new Command("versions", "List the versions of a site's script, the newest first, and say which one decides, whether it is parked, and why a file is not live.") { site, json };
        verbs.Set(versions, async (installation, parsed, cancellationToken) =>
        {
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            installation.Scripts.LookAgain();
            var history = new ScriptHistory(
                place,
                installation.Scripts.Versions.Find(place.Place),
                installation.Scripts.Versions.Of(place.Place),
                installation.Scripts.ParkedWords(place.Place),
                installation.Scripts.VersionFor(place.Place == SiteScripts.DefaultPlace ? place.Place : place.Site.NVTGC).ToString());
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, history.Json());
            else
                foreach (var line in history.Lines())
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return versions;
    }

    public static Command Show(Verbs verbs)
    {
        var (site, number, json) = (PlaceOption.Make(), PublishVerbs.NumberOption(required: false), Verbs.JsonOption());
        var show = new Command("show", "Print the text of a version; without a number, of the live one. Exit code 1 if there is none.") { site, number, json };
        verbs.Set(show, async (installation, parsed, cancellationToken) =>
        {
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            installation.Scripts.LookAgain();
            if (await FindAsync(installation, parsed, place, parsed.GetValue(number)) is not { } version)
                return ExitCode.SomeRefused;
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, ScriptHistory.Json(version, withText: true));
            else
                await parsed.InvocationConfiguration.Output.WriteAsync(version.Text);
            return ExitCode.Done;
        });
        return show;
    }

    public static Command Compare(Verbs verbs)
    {
        var (site, older) = (PlaceOption.Make(), PublishVerbs.NumberOption(required: true));
        var with = new Option<int?>("--with") { Description = "The other version; the live one if it is not named", HelpName = "N", CustomParser = Verbs.NumberOrNone };
        var compare = new Command("compare", "Print what changed from one version to another, line by line.") { site, older, with };
        verbs.Set(compare, async (installation, parsed, cancellationToken) =>
        {
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            installation.Scripts.LookAgain();
            if (await FindAsync(installation, parsed, place, parsed.GetValue(older)) is not { } from
                || await FindAsync(installation, parsed, place, parsed.GetValue(with)) is not { } to)
                return ExitCode.SomeRefused;
            foreach (var line in LineDifference.Of(from.Text, to.Text))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return compare;
    }

    private static async Task<StoredVersion?> FindAsync(Installation installation, ParseResult parsed, NamedPlace place, int? number)
    {
        var versions = installation.Scripts.Versions;
        var wanted = number ?? versions.Find(place.Place)?.Live;
        if (wanted is { } known && versions.Version(place.Place, known) is { Removed: false } version)
            return version;
        var which = number is null ? "no live version" : $"no version {number} with a text";
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"{place.Place} has {which}. See: scripts versions --site {place.Place}");
        return null;
    }
}
