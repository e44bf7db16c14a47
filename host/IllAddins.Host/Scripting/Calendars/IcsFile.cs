using System.Diagnostics;
using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>Reads closings from an iCalendar file (RFC 5545), such as holidays published by an authority or kept in a calendar program.</summary>
public static class IcsFile
{
    /// <summary>More than this is no list of closings.</summary>
    public const int MostClosings = 5_000;

    private const int LongestText = 5_000_000;

    // A rule that finds no date for so many steps finds none at all, e.g. each 30 February.
    private static readonly EvaluationOptions Limits = new() { MaxUnmatchedIncrementsLimit = 20_000 };

    /// <summary>The closings of every event that touches the window; recurring events once for each time.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="from">The first day of the window.</param>
    /// <param name="to">The first day after it.</param>
    /// <param name="zone">In which the place's clock runs: times of other zones are put on it.</param>
    public static Reading<IReadOnlyList<Closing>> Closings(string text, LocalDate from, LocalDate to, DateTimeZone zone)
    {
        if (text.Length > LongestText)
            return Refused($"it is longer than {LongestText} letters, expected a list of closings");
        try
        {
            var calendars = CalendarCollection.Load(text);
            var events = calendars.SelectMany(calendar => calendar.Events).ToList();
            return events.Count == 0
                ? Refused("it holds no event, expected an iCalendar file with a VEVENT for each closing")
                : events.Select(Flaw).FirstOrDefault(flaw => flaw is not null) is { } flaw ? Refused(flaw) : Within(calendars, from, to, zone);
        }
        catch (Exception fault) when (fault is SerializationException or FormatException or ArgumentException or InvalidOperationException or EvaluationException or IndexOutOfRangeException
            or OverflowException)
        {
            return Refused($"{fault.Message.TrimEnd('.')}, expected an iCalendar file such as calendar programs export");
        }
    }

    private static Reading<IReadOnlyList<Closing>> Within(CalendarCollection calendars, LocalDate from, LocalDate to, DateTimeZone zone)
    {
        var end = new CalDateTime(to.ToDateOnly());
        // Longer than any closing: an event that began before the window and lasts into it counts.
        var start = new CalDateTime(from.PlusYears(-1).ToDateOnly());
        var closings = new List<Closing>();
        foreach (var occurrence in calendars.SelectMany(calendar => calendar.GetOccurrences<CalendarEvent>(start, Limits).TakeWhileBefore(end)))
        {
            if (closings.Count > MostClosings)
                return Refused($"it closes the place more than {MostClosings} times between {TimeText.Said(from)} and {TimeText.Said(to)}, expected a list of closings");
            if (occurrence.Source is CalendarEvent { IsActive: true } source && Of(occurrence, source, zone) is { } closing && Last(closing) >= from)
                closings.Add(closing);
        }

        return new Reading<IReadOnlyList<Closing>>.Read([.. closings.DistinctBy(ClosingText.Ends)]);
    }

    private static string? Flaw(CalendarEvent found)
    {
        var name = found.Summary is { Length: > 0 } summary ? $"the event '{summary}'" : $"the event {found.Uid}";
        if (found.Start is null)
            return $"{name} has no beginning, expected DTSTART with a date or a time";
        // No closing recurs so often, and following such a rule for years takes minutes.
        var often = found.Properties.AllOf("RRULE").Any(rule => (rule.Value as RecurrencePattern)?.Frequency is FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly);
        return often ? $"{name} recurs every hour or more often, expected daily or less often" : null;
    }

    private static Closing? Of(Occurrence occurrence, CalendarEvent source, DateTimeZone zone)
    {
        var note = Line(source.Summary ?? "");
        var period = occurrence.Period;
        var last = period.EffectiveEndTime ?? period.StartTime;
        if (source.IsAllDay)
            return new Closing.Days(Day(period.StartTime), LocalDate.Max(Day(period.StartTime), Day(last).PlusDays(-1))) { Note = note };
        var (begin, end) = (Moment(period.StartTime, zone), Moment(last, zone));
        return begin < end ? new Closing.Hours(begin, end) { Note = note } : null;
    }

    // A time without a zone is the clock of the place; seconds, which no closing has, are left out.
    private static LocalDateTime Moment(CalDateTime time, DateTimeZone zone)
    {
        var local = time.IsFloating
            ? LocalDateTime.FromDateTime(time.Value)
            : Instant.FromDateTimeUtc(DateTime.SpecifyKind(time.AsUtc, DateTimeKind.Utc)).InZone(zone).LocalDateTime;
        return local.With(TimeAdjusters.TruncateToMinute);
    }

    private static LocalDate Day(CalDateTime time) => LocalDate.FromDateOnly(time.Date);

    private static LocalDate Last(Closing closing) => closing switch
    {
        Closing.Days days => days.To,
        Closing.Hours hours => hours.To.Date,
        _ => throw new UnreachableException(),
    };

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Reading<IReadOnlyList<Closing>> Refused(string problem) => new Reading<IReadOnlyList<Closing>>.Refused(problem);
}
