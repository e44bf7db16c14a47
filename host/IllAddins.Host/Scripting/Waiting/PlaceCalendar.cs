using System.Collections.Concurrent;
using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>When a place is open and when its courier comes. Nothing about it ever changes; one may be asked from many threads.</summary>
public sealed class PlaceCalendar(PlaceRules rules)
{
    /// <summary>How far a look-up looks ahead, in days of 24 hours.</summary>
    public const int HorizonDays = 400;

    private static readonly Duration Horizon = Duration.FromDays(HorizonDays);

    private readonly ConcurrentDictionary<int, Timeline> timelines = new();

    public PlaceRules Rules => rules;

    public DateTimeZone Zone => rules.Zone;

    /// <summary>Whether there are opening hours at all; where there are none, no look-up finds an opening.</summary>
    public bool HasHours => rules.Hours is not null || rules.SpecialHours.Count > 0;

    /// <summary>Whether there is a courier timetable.</summary>
    public bool HasCourier => rules.Courier is not null;

    /// <summary>A place of which nothing is known but its zone.</summary>
    public static PlaceCalendar Unset(string site, DateTimeZone zone) => new(new PlaceRules { Site = site, Zone = zone });

    public bool IsOpen(Instant at) => NextOpening(at) == at;

    /// <summary>The first moment, at or after the given one, at which the place is open; null where there is none within <see cref="HorizonDays"/>.</summary>
    public Instant? NextOpening(Instant at)
    {
        var open = From(at).Open;
        var index = open.At(at);
        return index < open.Count ? Near(at, Instant.Max(at, open.Start(index))) : null;
    }

    /// <summary>The end of the hours that are on, or of the next ones; null where there is none within <see cref="HorizonDays"/>, as in a place that is always open.</summary>
    public Instant? NextClosing(Instant at)
    {
        var open = From(at).Open;
        var index = open.At(at);
        return index < open.Count ? Near(at, open.End(index)) : null;
    }

    /// <summary>The first courier at or after a moment; null where there is none within <see cref="HorizonDays"/>.</summary>
    public Instant? NextCourier(Instant at)
    {
        var couriers = From(at).Couriers;
        var index = Sorted.AtOrAfter(couriers, at, courier => courier);
        return index < couriers.Count ? Near(at, couriers[index]) : null;
    }

    /// <summary>The moment by which the place has been open for so long since a moment; null where it is not within <see cref="HorizonDays"/>.</summary>
    /// <param name="at">The moment from which on open time counts.</param>
    /// <param name="time">Not negative; zero is over at once.</param>
    public Instant? AfterOpenTime(Instant at, Duration time)
    {
        if (time <= Duration.Zero)
            return at;
        var open = From(at).Open;
        for (var index = open.At(at); index < open.Count; index++)
        {
            var from = Instant.Max(at, open.Start(index));
            var length = open.End(index) - from;
            if (length >= time)
                return Near(at, from + time);
            time -= length;
        }

        return null;
    }

    /// <summary>
    /// The opening of the so-manieth open day after the day of a moment, or the moment itself where that is later;
    /// 0 is the day itself, or the next open one where it is closed. Null where there is none within <see cref="HorizonDays"/>.
    /// </summary>
    public Instant? OpeningOfDay(Instant at, int count)
    {
        var days = From(at).OpenDays;
        var today = at.InZone(Zone).Date;
        var index = Sorted.AtOrAfter(days, count == 0 ? today : today.PlusDays(1), day => day.Day) + Math.Max(0, count - 1);
        return index < days.Count ? Near(at, Instant.Max(at, days[index].Opening)) : null;
    }

    private static Instant? Near(Instant at, Instant found) => found <= at + Horizon ? found : null;

    private Timeline From(Instant at) => timelines.GetOrAdd(at.InZone(Zone).Year, static (year, rules) => Timeline.Of(rules, year), rules);
}
