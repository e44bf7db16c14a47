using System.CommandLine;
using IllAddins.Host.Scripting.Calendars;

namespace IllAddins.Host.Cli.Calendars;

/// <summary><c>calendars</c>: when the places are open and when their couriers come, by which the waits of scripts end.</summary>
public static class CalendarsVerb
{
    public static Command Make(Verbs verbs) => new("calendars", "Opening hours, closings and courier timetables of sites and pickup locations, by which the waits of scripts end.")
    {
        List(verbs),
        ShowVerb.Make(verbs),
        SetVerb.Make(verbs),
        CloseVerb.Make(verbs),
        OpenVerb.Make(verbs),
        ImportVerb.Make(verbs),
    };

    internal static Argument<string> SiteArgument() => new("SITE") { Description = "The site's code" };

    internal static Option<string?> LocationOption() => new("--location")
    {
        Description = "A pickup location of the site, as its requests name it; without it the site itself, whose calendar holds for all locations without one of their own",
        HelpName = "NAME",
    };

    /// <summary>Makes the changes and says what became of them.</summary>
    internal static async Task<int> ChangeAsync(
        Installation installation, ParseResult parsed, string site, string? location, IReadOnlyList<CalendarChange> changes, Func<string, string> done, CancellationToken cancellationToken)
    {
        switch (await new CalendarWrites(installation.Database, installation.Clock).ChangeAsync(site, location, changes, Environment.UserName, cancellationToken))
        {
            case CalendarAnswer.Done answer:
                await parsed.InvocationConfiguration.Output.WriteLineAsync(done(answer.Place));
                return ExitCode.Done;
            case CalendarAnswer.Refused refused:
                return await RefuseAsync(parsed, refused.Problem);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    internal static async Task<int> RefuseAsync(ParseResult parsed, string problem)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
        return ExitCode.SomeRefused;
    }

    /// <summary>The site of a code; null, said so, where there is none.</summary>
    internal static async Task<Site?> SiteAsync(Installation installation, ParseResult parsed, string code, CancellationToken cancellationToken)
    {
        var found = (await installation.Sites.AllAsync(cancellationToken)).FirstOrDefault(site => string.Equals(site.NVTGC, code.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found is null)
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no site '{code}'. Look at the sites with: sites list");
        return found;
    }

    private static Command List(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var list = new Command("list", "List the sites and pickup locations with calendars of their own.") { json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            var store = new CalendarStore(installation.Database);
            var places = (await installation.Sites.AllAsync(cancellationToken)).SelectMany(site => store.Of(site.NVTGC)).Select(PlaceSheet.Of).ToList();
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, places);
            else
                foreach (var place in places)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        $"{place.Site,-12} {place.Location ?? "(the site)",-24} {place.Hours ?? "no hours"}; courier {place.Courier ?? "not set"}; {Counted(place)}");
            return ExitCode.Done;
        });
        return list;
    }

    private static string Counted(PlaceSheet place) => (place.Closings.Count, place.Days.Count) switch
    {
        (0, 0) => "no closings",
        (1, 0) => "1 closing",
        (var closings, 0) => $"{closings} closings",
        var (closings, days) => $"{closings} closings, {days} special days",
    };
}
