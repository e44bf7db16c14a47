using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>Decides when a wait ends by the calendar of a place.</summary>
public static class Waits
{
    private const string HoursExample = "--hours \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\"";
    private const string CourierExample = "--courier \"Mon-Fri 07:45,13:00\"";

    /// <summary>Decides when a wait ends: at the arrival or after it, in whole seconds from it, rounded up.</summary>
    /// <param name="wait">Within the limits that <see cref="Wait"/> names.</param>
    /// <param name="arrived">When the request entered transit.</param>
    /// <param name="calendar">The calendar of the place where the patron collects the item.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or none at all.</exception>
    public static WaitEnd End(Wait wait, Instant arrived, PlaceCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(wait);
        ArgumentNullException.ThrowIfNull(calendar);
        return wait switch
        {
            Wait.Minutes minutes => new WaitEnd.At(arrived + Seconds(minutes.Count * 60)),
            Wait.Hours hours => new WaitEnd.At(arrived + Seconds(hours.Count * 3600)),
            Wait.OpenHours open => ByHours(calendar, arrived, calendar.AfterOpenTime(arrived, Seconds(open.Count * 3600))),
            Wait.OpenDays days => ByHours(calendar, arrived, calendar.OpeningOfDay(arrived, days.Count)),
            Wait.Until until => new WaitEnd.At(NextTime(until.At, arrived, calendar.Zone)),
            Wait.NextOpening => ByHours(calendar, arrived, calendar.NextOpening(arrived)),
            Wait.NextCourier => ByCourier(calendar, arrived),
            Wait.NotBefore later => NotBefore(later, arrived, calendar),
            _ => throw new UnreachableException(),
        };
    }

    private static WaitEnd ByHours(PlaceCalendar calendar, Instant arrived, Instant? end)
    {
        var rules = calendar.Rules;
        if (!calendar.HasHours)
            return new WaitEnd.Never($"Opening hours of {rules.Place} are not set. Set them with: calendars set {rules.Site} {HoursExample}");
        return end is { } moment
            ? new WaitEnd.At(moment)
            : new WaitEnd.Never($"By the opening hours and closings of {rules.Place} the wait does not end within {PlaceCalendar.HorizonDays} days of {Day(arrived, calendar)}. "
                + $"Look at them with: calendars show {rules.Argument}");
    }

    private static WaitEnd ByCourier(PlaceCalendar calendar, Instant arrived)
    {
        var rules = calendar.Rules;
        if (!calendar.HasCourier)
            return new WaitEnd.Never($"The courier timetable of {rules.Place} is not set. Set it with: calendars set {rules.Site} {CourierExample}");
        return calendar.NextCourier(arrived) is { } moment
            ? new WaitEnd.At(moment)
            : new WaitEnd.Never($"By the timetable and closings of {rules.Place} no courier comes within {PlaceCalendar.HorizonDays} days of {Day(arrived, calendar)}. "
                + $"Look at them with: calendars show {rules.Argument}");
    }

    private static WaitEnd NotBefore(Wait.NotBefore wait, Instant arrived, PlaceCalendar calendar)
    {
        var end = End(wait.Other, arrived, calendar);
        if (end is not WaitEnd.At at)
            return end;
        var sameDay = WallClock.Moment(at.Moment.InZone(calendar.Zone).Date.At(wait.At), calendar.Zone);
        return new WaitEnd.At(Instant.Max(at.Moment, sameDay));
    }

    // The day before counts: a gap around midnight can move its time to the moment of arrival.
    private static Instant NextTime(LocalTime time, Instant arrived, DateTimeZone zone)
    {
        var day = arrived.InZone(zone).Date.PlusDays(-1);
        while (!WallClock.Has(day, zone) || WallClock.Moment(day.At(time), zone) < arrived)
            day = day.PlusDays(1);
        return WallClock.Moment(day.At(time), zone);
    }

    // 4.15 * 60 is a hair more than 249 for a computer: without the inner rounding such answers would cost a second too many.
    private static Duration Seconds(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfEqual(seconds, double.NaN);
        return Duration.FromSeconds((long)Math.Ceiling(Math.Round(seconds, 6)));
    }

    private static string Day(Instant moment, PlaceCalendar calendar) =>
        moment.InZone(calendar.Zone).Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
