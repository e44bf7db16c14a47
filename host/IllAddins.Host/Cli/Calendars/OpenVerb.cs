using System.CommandLine;
using IllAddins.Host.Scripting.Calendars;

namespace IllAddins.Host.Cli.Calendars;

/// <summary><c>calendars open</c>: takes a closing back.</summary>
public static class OpenVerb
{
    public static Command Make(Verbs verbs)
    {
        var (code, location) = (CalendarsVerb.SiteArgument(), CalendarsVerb.LocationOption());
        var from = CloseVerb.FromOption("The day or moment at which the closing begins, as 'calendars show' tells it");
        var open = new Command("open", "Remove the closings of a place that were set by hand and begin at a day or moment.") { code, location, from };
        verbs.Set(open, (installation, parsed, cancellationToken) => CalendarsVerb.ChangeAsync(
            installation,
            parsed,
            parsed.GetRequiredValue(code),
            parsed.GetValue(location),
            [new CalendarChange.Open(parsed.GetRequiredValue(from).Trim().Replace('T', ' '))],
            place => $"The closing of {place} from {parsed.GetRequiredValue(from).Trim()} on is removed.",
            cancellationToken));
        return open;
    }
}
