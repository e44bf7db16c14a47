using System.CommandLine;
using System.Diagnostics;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Cli.Calendars;

/// <summary><c>calendars import</c>: closings from an iCalendar file.</summary>
public static class ImportVerb
{
    /// <summary>So far ahead are recurring events written out.</summary>
    private const int Years = 3;

    public static Command Make(Verbs verbs)
    {
        var (code, location) = (CalendarsVerb.SiteArgument(), CalendarsVerb.LocationOption());
        var file = new Argument<string>("FILE") { Description = "An iCalendar file (.ics), such as calendar programs export" };
        var import = new Command("import", $"""
            Close a place at the times of an iCalendar file's events, recurring ones up to {Years} years ahead. The same file again changes nothing;
            what has left a file of the same name is opened again. Closings set by hand stay.
            """) { code, file, location };
        verbs.Set(import, async (installation, parsed, cancellationToken) =>
        {
            if (await CalendarsVerb.SiteAsync(installation, parsed, parsed.GetRequiredValue(code), cancellationToken) is not { } site)
                return ExitCode.SomeRefused;
            return await ReadAsync(installation, parsed, site, parsed.GetValue(location), parsed.GetRequiredValue(file), cancellationToken);
        });
        return import;
    }

    private static async Task<int> ReadAsync(Installation installation, ParseResult parsed, Site site, string? location, string path, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(new MemoryStream(await NamedFile.ReadAsync(path, "an iCalendar file (.ics)", cancellationToken)));
        var zone = SiteRecords.Zone(site.TimeZone)!;
        var today = Instant.FromDateTimeOffset(installation.Clock.GetUtcNow()).InZone(zone).Date;
        switch (IcsFile.Closings(await text.ReadToEndAsync(cancellationToken), today, today.PlusYears(Years), zone))
        {
            case Reading<IReadOnlyList<Closing>>.Refused refused:
                return await CalendarsVerb.RefuseAsync(parsed, $"{path} was not imported, and nothing was changed: {refused.Problem}.");
            case Reading<IReadOnlyList<Closing>>.Read read:
                var source = Path.GetFileName(path);
                CalendarChange[] changes = [new CalendarChange.Keep(source, read.Value), .. read.Value.Select(closing => new CalendarChange.Close(closing, source))];
                return await CalendarsVerb.ChangeAsync(
                    installation, parsed, site.NVTGC, location, changes, place => $"{read.Value.Count} closings of {place} come from {source}, up to {today.PlusYears(Years):uuuu-MM-dd}.", cancellationToken);
            default:
                throw new UnreachableException();
        }
    }
}
