using System.CommandLine;
using System.Diagnostics;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Host.Cli.Calendars;

/// <summary><c>calendars close</c>: days or hours in which a place is closed.</summary>
public static class CloseVerb
{
    public static Command Make(Verbs verbs)
    {
        var (code, location, note) = (CalendarsVerb.SiteArgument(), CalendarsVerb.LocationOption(), SetVerb.NoteOption());
        var from = FromOption("The first day closed, e.g. 2026-12-24, or the moment, e.g. \"2026-12-24 12:00\"");
        var to = new Option<string?>("--to") { Description = "The last day closed, or the moment of the next opening; without it the one day", HelpName = "DAY" };
        var close = new Command("close", "Close a place for a day, some days, or some hours. Its requests are decided anew at the next sweep.") { code, location, from, to, note };
        verbs.Set(close, (installation, parsed, cancellationToken) =>
            SetVerb.Sentence(ClosingText.Read(parsed.GetRequiredValue(from), parsed.GetValue(to), parsed.GetValue(note)?.Trim() ?? ""), "The closing") switch
            {
                Reading<Closing>.Refused refused => CalendarsVerb.RefuseAsync(parsed, refused.Problem),
                Reading<Closing>.Read read => CalendarsVerb.ChangeAsync(
                    installation,
                    parsed,
                    parsed.GetRequiredValue(code),
                    parsed.GetValue(location),
                    [new CalendarChange.Close(read.Value, "")],
                    place => $"{char.ToUpperInvariant(place[0])}{place[1..]} is closed {ClosingText.Said(read.Value)}.",
                    cancellationToken),
                _ => throw new UnreachableException(),
            });
        return close;
    }

    internal static Option<string> FromOption(string description) => new("--from") { Description = description, HelpName = "DAY", Required = true };
}
