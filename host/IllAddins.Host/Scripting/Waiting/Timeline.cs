using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>The rules of a place played out for the waits that begin in one year; looked up by halving, so that a wait costs no walk through the days.</summary>
public sealed class Timeline
{
    private Timeline(OpenPeriods open, OpenDay[] openDays, Instant[] couriers)
    {
        Open = open;
        OpenDays = openDays;
        Couriers = couriers;
    }

    public OpenPeriods Open { get; }

    /// <summary>The days on which the place opens, in order.</summary>
    public IReadOnlyList<OpenDay> OpenDays { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<Instant> Couriers { get; }

    /// <summary>Plays the rules out from a week before the year to the end of the longest wait that begins in it.</summary>
    public static Timeline Of(PlaceRules rules, int year)
    {
        var from = new LocalDate(year, 1, 1).PlusDays(-7);
        var to = new LocalDate(year + 1, 1, 1).PlusDays(PlaceCalendar.HorizonDays + 7);
        var closed = OpenPeriods.Of(rules.Closings.OfType<Closing.Hours>()
            .Select(hours => new Interval(WallClock.Moment(hours.From, rules.Zone), WallClock.Moment(hours.To, rules.Zone))));
        var spans = new List<Interval>();
        var openDays = new List<OpenDay>();
        var couriers = new List<Instant>();
        for (var day = from; day < to; day = day.PlusDays(1))
        {
            if (!WallClock.Has(day, rules.Zone))
                continue;
            var ofDay = SpansOn(day, rules, closed).ToList();
            spans.AddRange(ofDay);
            if (ofDay.Count > 0)
                openDays.Add(new OpenDay(day, ofDay.Min(span => span.Start)));
            couriers.AddRange(CouriersOn(day, rules, closed));
        }

        couriers.Sort();
        return new Timeline(OpenPeriods.Of(spans), [.. openDays], [.. couriers]);
    }

    private static IEnumerable<Interval> SpansOn(LocalDate day, PlaceRules rules, OpenPeriods closed) =>
        from span in rules.HoursOn(day)
        let period = new Interval(WallClock.Moment(day.At(span.From), rules.Zone), WallClock.Moment(span.EndOn(day), rules.Zone))
        from open in closed.Outside(period)
        select open;

    private static IEnumerable<Instant> CouriersOn(LocalDate day, PlaceRules rules, OpenPeriods closed)
    {
        if (rules.Courier is null || (rules.IsClosed(day) && !rules.CourierOnClosedDays))
            return [];
        return rules.Courier.On(day.DayOfWeek)
            .Select(time => WallClock.Moment(day.At(time), rules.Zone))
            .Where(moment => rules.CourierOnClosedDays || !Within(closed, moment));
    }

    private static bool Within(OpenPeriods periods, Instant moment) => periods.At(moment) is var index && index < periods.Count && periods.Start(index) <= moment;
}

/// <summary>A day on which a place opens, and when it first does.</summary>
public readonly record struct OpenDay(LocalDate Day, Instant Opening);
