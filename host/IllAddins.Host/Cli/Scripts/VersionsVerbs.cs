using System.CommandLine;
using System.Text;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Libraries;
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
        var library = new Option<string?>("--library") { Description = "Print the text of this library instead, as that version loads it", HelpName = "NAME" };
        var show = new Command("show", "Print the text of a version; without a number, of the live one. Exit code 1 if there is none.") { site, number, library, json };
        verbs.Set(show, async (installation, parsed, cancellationToken) =>
        {
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            installation.Scripts.LookAgain();
            if (await FindAsync(installation, parsed, place, parsed.GetValue(number)) is not { } version)
                return ExitCode.SomeRefused;
            if (parsed.GetValue(library) is { } name)
                return await ShowAsync(installation, parsed, version, name);
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, ScriptHistory.Json(version, withText: true));
            else
                await parsed.InvocationConfiguration.Output.WriteAsync(version.Text);
            if (version.Libraries.Count > 0)
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"It loads {string.Join(", ", version.Libraries.Select(loaded => loaded.Name))}; print one with --library {version.Libraries[0].Name}.");
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
            foreach (var line in Differences(installation.Scripts.Versions, from, to))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return compare;
    }

    private static async Task<int> ShowAsync(Installation installation, ParseResult parsed, StoredVersion version, string name)
    {
        if (Text(installation.Scripts.Versions.LibrariesOf(version.Place, version.Number), name) is not { } text)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Version {version.Number} of {version.Place} loads no library '{name}'. It loads: {(version.Libraries.Count == 0 ? "none" : string.Join(", ", version.Libraries.Select(loaded => loaded.Name)))}.");
            return ExitCode.SomeRefused;
        }

        await parsed.InvocationConfiguration.Output.WriteAsync(text);
        return ExitCode.Done;
    }

    private static IEnumerable<string> Differences(VersionStore versions, StoredVersion from, StoredVersion to)
    {
        var (before, after) = (versions.LibrariesOf(from.Place, from.Number), versions.LibrariesOf(to.Place, to.Number));
        var changed = before.Names.Union(after.Names).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Lines: LineDifference.Of(Text(before, name) ?? "", Text(after, name) ?? "")))
            .Where(library => Text(before, library.Name) != Text(after, library.Name));
        return LineDifference.Of(from.Text, to.Text).Concat(changed.SelectMany(library => library.Lines.Prepend($"=== {ScriptLibraries.FileOf(library.Name)}")));
    }

    private static string? Text(ScriptLibraries libraries, string name) =>
        libraries.Texts.Where(text => text.Key == name).Select(text => Encoding.UTF8.GetString(text.Value.Span)).FirstOrDefault();

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
