using IllAddins.Host.Requests;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>The calendars of sites of which nothing is known but the zone; that of the last site asked for is at hand. Safe to use from many threads.</summary>
public sealed class UnsetCalendars
{
    private volatile Known? last;

    public PlaceCalendar Of(Site site)
    {
        if (last is { } known && ReferenceEquals(known.Site, site))
            return known.Calendar;
        var calendar = PlaceCalendar.Unset(site.NVTGC, SiteRecords.Zone(site.TimeZone)!);
        last = new Known(site, calendar);
        return calendar;
    }

    private sealed record Known(Site Site, PlaceCalendar Calendar);
}
