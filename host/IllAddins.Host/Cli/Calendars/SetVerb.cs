using System.CommandLine;
using System.Diagnostics;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Cli.Calendars;

/// <summary><c>calendars set</c>: weekly hours, courier timetable, and hours of single days.</summary>
public static class SetVerb
{
    public static Command Make(Verbs verbs)
    {
        var (code, location) = (CalendarsVerb.SiteArgument(), CalendarsVerb.LocationOption());
        var hours = new Option<string?>("--hours") { Description = "Opening hours, e.g. \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\"; \"\" to have none of its own; with --date those of the day, e.g. \"10:00-14:00\" or closed", HelpName = "HOURS" };
        var courier = new Option<string?>("--courier") { Description = "When the courier comes, e.g. \"Mon-Fri 07:45,13:00\"; \"\" to have no timetable of its own", HelpName = "TIMES" };
        var closedDays = new Option<string?>("--courier-on-closed-days") { Description = "Whether the courier comes on closed days, too", HelpName = "yes|no" };
        closedDays.AcceptOnlyFromAmong("yes", "no");
        var date = new Option<string?>("--date") { Description = "The one day for which --hours holds, e.g. 2026-12-24; --hours \"\" lets the week's hold again", HelpName = "DAY" };
        var note = NoteOption();
        var set = new Command("set", "Set the opening hours and the courier timetable of a place. Its requests are decided anew at the next sweep.") { code, location, hours, courier, closedDays, date, note };
        verbs.Set(set, (installation, parsed, cancellationToken) =>
        {
            var changes = Changes(parsed.GetValue(hours), parsed.GetValue(courier), parsed.GetValue(closedDays), parsed.GetValue(date), parsed.GetValue(note) ?? "");
            return changes switch
            {
                Reading<IReadOnlyList<CalendarChange>>.Refused refused => CalendarsVerb.RefuseAsync(parsed, refused.Problem),
                Reading<IReadOnlyList<CalendarChange>>.Read read => CalendarsVerb.ChangeAsync(
                    installation, parsed, parsed.GetRequiredValue(code), parsed.GetValue(location), read.Value, place => $"The calendar of {place} is set.", cancellationToken),
                _ => throw new UnreachableException(),
            };
        });
        return set;
    }

    internal static Option<string?> NoteOption() => new("--note") { Description = "Why, for staff", HelpName = "TEXT" };

    private static Reading<IReadOnlyList<CalendarChange>> Changes(string? hours, string? courier, string? closedDays, string? date, string note)
    {
        var readings = new List<Reading<CalendarChange>>();
        if (date is not null)
            readings.Add(Day(date, hours, note));
        else if (hours is not null)
            readings.Add(hours.Trim().Length == 0
                ? new Reading<CalendarChange>.Read(new CalendarChange.SetHours(null))
                : WeekText.Hours(hours).Then<CalendarChange>(week => new Reading<CalendarChange>.Read(new CalendarChange.SetHours(week))));
        if (courier is not null)
            readings.Add(courier.Trim().Length == 0
                ? new Reading<CalendarChange>.Read(new CalendarChange.SetCourier(null))
                : WeekText.Courier(courier).Then<CalendarChange>(week => new Reading<CalendarChange>.Read(new CalendarChange.SetCourier(week))));
        if (closedDays is not null)
            readings.Add(new Reading<CalendarChange>.Read(new CalendarChange.SetCourierOnClosedDays(closedDays == "yes")));
        return readings switch
        {
            [] => new Reading<IReadOnlyList<CalendarChange>>.Refused("Nothing to set: name --hours, --courier or --courier-on-closed-days."),
            _ => All(readings),
        };
    }

    private static Reading<IReadOnlyList<CalendarChange>> All(List<Reading<CalendarChange>> readings)
    {
        var changes = new List<CalendarChange>();
        foreach (var reading in readings)
            switch (reading)
            {
                case Reading<CalendarChange>.Read read:
                    changes.Add(read.Value);
                    break;
                case Reading<CalendarChange>.Refused refused:
                    return new Reading<IReadOnlyList<CalendarChange>>.Refused(refused.Problem);
            }

        return new Reading<IReadOnlyList<CalendarChange>>.Read(changes);
    }

    private static Reading<CalendarChange> Day(string date, string? hours, string note)
    {
        if (hours is null)
            return new Reading<CalendarChange>.Refused("--date needs --hours: the hours of that day, e.g. \"10:00-14:00\", or closed.");
        return Sentence(TimeText.Day(date), "The day").Then(day => hours.Trim().Length == 0
            ? new Reading<CalendarChange>.Read(new CalendarChange.SetDay(day, null, note))
            : Sentence(TimeText.Spans(hours), "The hours").Then<CalendarChange>(spans => new Reading<CalendarChange>.Read(new CalendarChange.SetDay(day, spans, note))));
    }

    internal static Reading<T> Sentence<T>(Reading<T> reading, string what) => reading is Reading<T>.Refused refused ? new Reading<T>.Refused($"{what}: {refused.Problem}.") : reading;
}
