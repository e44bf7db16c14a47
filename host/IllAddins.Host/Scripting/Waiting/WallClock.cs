using NodaTime;
using NodaTime.TimeZones;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>Moments of the clock on the wall: one that a clock change skips is the first moment after the gap, one that comes twice is its first occurrence.</summary>
public static class WallClock
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static Instant Moment(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>Whether there is such a day: a zone that crosses the date line skips one.</summary>
    public static bool Has(LocalDate day, DateTimeZone zone) => zone.ResolveLocal(day.AtMidnight(), Resolver).Date == day;
}
