using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Tests.Scripting.Waiting;

/// <summary>
/// Waits worked out by walking through time minute by minute, with a clock that stands still where the clock on the wall is turned back:
/// so a time that is skipped is reached after the gap, and one that comes twice is reached once.
/// </summary>
internal sealed class MinuteModel
{
    private const int Days = 25;
    private const int Before = 3;

    private readonly PlaceRules rules;
    private readonly Instant arrived;
    private readonly LocalDateTime[] clock;

    public MinuteModel(PlaceRules rules, Instant arrived)
    {
        this.rules = rules;
        this.arrived = arrived;
        clock = new LocalDateTime[(Days + Before) * 24 * 60];
        var latest = LocalDateTime.FromDateTime(DateTime.MinValue);
        for (var minute = 0; minute < clock.Length; minute++)
        {
            var shown = Moment(minute).InZone(rules.Zone).LocalDateTime;
            latest = shown > latest ? shown : latest;
            clock[minute] = latest;
        }
    }

    /// <summary>The last moment that the model sees.</summary>
    public Instant Last => Moment(clock.Length - 1);

    private static int Arrival => Before * 24 * 60;

    /// <summary>When the wait ends; null where it does not before <see cref="Last"/>.</summary>
    public Instant? End(Wait wait) => EndMinute(wait) is { } minute ? Moment(minute) : null;

    public Instant? NextClosing()
    {
        var open = First(Arrival, minute => OpenBy(minute) is not null);
        return open is { } from && First(from, minute => OpenBy(minute) is null) is { } closed ? Moment(closed) : null;
    }

    private int? EndMinute(Wait wait) => wait switch
    {
        Wait.Minutes minutes => Arrival + (int)minutes.Count,
        Wait.Hours hours => Arrival + (int)(hours.Count * 60),
        Wait.OpenHours open => OpenMinutes((int)(open.Count * 60)),
        Wait.OpenDays days => OpenDay(days.Count),
        Wait.Until until => First(Arrival, minute => Reached(minute, until.At) is not null),
        Wait.NextOpening => First(Arrival, minute => OpenBy(minute) is not null),
        Wait.NextCourier => First(Arrival, Courier),
        Wait.NotBefore later => EndMinute(later.Other) is { } end ? NotBefore(end, later.At) : null,
        _ => throw new InvalidOperationException(),
    };

    private int? OpenMinutes(int count)
    {
        for (var minute = Arrival; minute < clock.Length; minute++)
        {
            if (count == 0)
                return minute;
            count -= OpenBy(minute) is null ? 0 : 1;
        }

        return null;
    }

    private int? OpenDay(int count)
    {
        var openings = new SortedDictionary<LocalDate, int>();
        for (var minute = 0; minute < clock.Length; minute++)
        {
            foreach (var day in Owners(minute))
                openings.TryAdd(day, minute);
        }

        var today = arrived.InZone(rules.Zone).Date;
        var days = openings.Where(opening => count == 0 ? opening.Key >= today : opening.Key > today).Skip(Math.Max(0, count - 1)).ToList();
        return days.Count > 0 ? Math.Max(Arrival, days[0].Value) : null;
    }

    private int? NotBefore(int end, LocalTime time)
    {
        var wanted = Moment(end).InZone(rules.Zone).Date.At(time);
        return First(end, minute => clock[minute] >= wanted);
    }

    private bool Courier(int minute)
    {
        if (rules.Courier is null)
            return false;
        foreach (var day in Near(minute))
        {
            var comes = rules.Courier.On(day.DayOfWeek).Any(time => ReachedNow(minute, day.At(time)));
            if (comes && (rules.CourierOnClosedDays || !(ClosedDay(day) || ClosedNow(minute))))
                return true;
        }

        return false;
    }

    private LocalDate? OpenBy(int minute) => Owners(minute).Cast<LocalDate?>().FirstOrDefault();

    // The days whose hours are on.
    private IEnumerable<LocalDate> Owners(int minute) =>
        ClosedNow(minute) ? [] : Near(minute).Where(day => Hours(day).Any(span => day.At(span.From) <= clock[minute] && clock[minute] < Closes(day, span)));

    private IReadOnlyList<OpenSpan> Hours(LocalDate day)
    {
        if (rules.SpecialHours.TryGetValue(day, out var special))
            return special;
        return rules.Hours is null || ClosedDay(day) ? [] : rules.Hours.On(day.DayOfWeek);
    }

    private bool ClosedDay(LocalDate day) => rules.SpecialHours.TryGetValue(day, out var special)
        ? special.Count == 0
        : rules.Closings.OfType<Closing.Days>().Any(closing => closing.From <= day && day <= closing.To);

    private bool ClosedNow(int minute) => rules.Closings.OfType<Closing.Hours>().Any(closing => closing.From <= clock[minute] && clock[minute] < closing.To);

    private LocalDate? Reached(int minute, LocalTime time) => Near(minute).Where(day => ReachedNow(minute, day.At(time))).Cast<LocalDate?>().FirstOrDefault();

    private bool ReachedNow(int minute, LocalDateTime time) => clock[minute] >= time && clock[minute - 1] < time;

    private IEnumerable<LocalDate> Near(int minute) => Enumerable.Range(-1, 3).Select(days => clock[minute].Date.PlusDays(days));

    private static LocalDateTime Closes(LocalDate day, OpenSpan span) => span.To > span.From ? day.At(span.To) : day.PlusDays(1).At(span.To);

    private int? First(int from, Func<int, bool> found)
    {
        for (var minute = from; minute < clock.Length; minute++)
        {
            if (found(minute))
                return minute;
        }

        return null;
    }

    private Instant Moment(int minute) => arrived + Duration.FromMinutes(minute - Arrival);
}
