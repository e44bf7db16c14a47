using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>
/// Puts the rules of a place together. What a location has of its own goes first: weekly hours, courier. What it leaves open it takes from its site,
/// and the site's closings hold for all its locations, except on days for which a location has hours of its own.
/// </summary>
public static class PlaceMerge
{
    /// <summary>The rules of a site itself.</summary>
    public static PlaceRules Of(PlaceSettings site, DateTimeZone zone) => new()
    {
        Site = site.Site,
        Zone = zone,
        Hours = site.Hours,
        Courier = site.Courier,
        CourierOnClosedDays = site.CourierOnClosedDays,
        SpecialHours = site.SpecialDays.ToDictionary(day => day.Day, day => day.Hours),
        Closings = [.. site.Closings.Select(closing => closing.Closing)],
    };

    /// <summary>The rules of a location of the site.</summary>
    public static PlaceRules Of(PlaceSettings site, PlaceSettings location, DateTimeZone zone)
    {
        var rules = Of(site, zone);
        var special = new Dictionary<LocalDate, IReadOnlyList<OpenSpan>>();
        // The hours of a site's special day are not those of a branch that keeps its own; that the site is closed holds for the branch too.
        foreach (var day in site.SpecialDays.Where(day => location.Hours is null || day.Hours.Count == 0))
            special[day.Day] = day.Hours;
        foreach (var day in location.SpecialDays)
            special[day.Day] = day.Hours;
        return rules with
        {
            Location = location.Location,
            Hours = location.Hours ?? rules.Hours,
            Courier = location.Courier ?? rules.Courier,
            CourierOnClosedDays = location.Courier is null ? rules.CourierOnClosedDays : location.CourierOnClosedDays,
            SpecialHours = special,
            Closings = [.. rules.Closings, .. location.Closings.Select(closing => closing.Closing)],
        };
    }
}
