using System.Collections.Concurrent;
using System.Data.Common;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>The calendars of all places, read once for each change of a site. Safe to use from many threads.</summary>
public sealed class CalendarShelf(DbDataSource database)
{
    private readonly CalendarStore store = new(database);
    private readonly ConcurrentDictionary<string, Shelved> sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The calendar of a pickup location, or of its site where it has none of its own.</summary>
    /// <param name="site">As read now: its <see cref="Site.Change"/> tells whether the calendars are still those that were read.</param>
    /// <param name="location">The pickup location, without regard to case; null or empty for the site itself.</param>
    /// <exception cref="InvalidDataException">What is stored cannot be read; the message says what and how to mend it.</exception>
    public PlaceCalendar For(Site site, string? location)
    {
        // A site that was read before the last change gets the newer calendars, too.
        if (!sites.TryGetValue(site.NVTGC, out var shelved) || shelved.Change < site.Change)
            shelved = sites[site.NVTGC] = Read(site);
        return shelved.Locations.Count > 0 && location is { Length: > 0 } && shelved.Locations.TryGetValue(location, out var own) ? own : shelved.Site;
    }

    private Shelved Read(Site site)
    {
        var zone = SiteRecords.Zone(site.TimeZone) ?? throw new InvalidOperationException($"Site {site.NVTGC} was read with the time zone '{site.TimeZone}', which is no IANA name.");
        var places = store.Of(site.NVTGC);
        return new Shelved(
            site.Change,
            new PlaceCalendar(PlaceMerge.Of(places[0], zone)),
            places.Skip(1).ToDictionary(place => place.Location!, place => new PlaceCalendar(PlaceMerge.Of(places[0], place, zone)), StringComparer.OrdinalIgnoreCase));
    }

    private sealed record Shelved(long Change, PlaceCalendar Site, Dictionary<string, PlaceCalendar> Locations);
}
