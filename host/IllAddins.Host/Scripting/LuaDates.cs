using NodaTime;

namespace IllAddins.Host.Scripting;

/// <summary>What <c>os.time</c> and <c>os.date</c> know: the moment of the question on the site's clock, in Lua's words.</summary>
internal static class LuaDates
{
    /// <summary>The seconds since 1970 that can be told as a date; the years 1 to 9998.</summary>
    private const long Earliest = -62_135_596_800 + 86_400, Latest = 253_370_764_800;

    public const string OnlyInsideFunctions =
        "os.time and os.date answer inside a function that the host calls, not while the script is loaded: what is worked out then would stay as it is.";

    public const string OutOfRange = "the time lies outside the years 1 to 9998";

    /// <summary>The moment as a local one; null where it lies outside the years that are told.</summary>
    public static ZonedDateTime? Local(long seconds, DateTimeZone zone) =>
        seconds is >= Earliest and <= Latest ? Instant.FromUnixTimeSeconds(seconds).InZone(zone) : null;

    /// <summary>The seconds since 1970 of a local time, whose parts may lie outside their ranges (month 14, day -3).</summary>
    /// <returns>Null where it lies outside the years that are told. A time that a clock change skips or repeats is moved on or taken the first time.</returns>
    public static long? Seconds(ReadOnlySpan<int> parts, DateTimeZone zone)
    {
        var months = ((long)parts[0] * 12) + parts[1] - 1;
        var (year, month) = ((int)Math.Floor(months / 12.0), (int)(((months % 12) + 12) % 12));
        if (year is < 1 or > 9998)
            return null;
        var days = new LocalDate(year, month + 1, 1).PlusDays(0).ToDateOnly().DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        var seconds = ((days + (long)parts[2] - 1) * 86_400) + (parts[3] * 3_600L) + (parts[4] * 60L) + parts[5];
        if (seconds is < Earliest or > Latest)
            return null;
        var local = Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime;
        return zone.AtLeniently(local).ToInstant().ToUnixTimeSeconds();
    }

    /// <summary>Year, month, day, hour, minute, second, weekday (Sunday is 1) and day of the year.</summary>
    public static int[] Parts(ZonedDateTime local) =>
        [local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, ((int)local.DayOfWeek % 7) + 1, local.DayOfYear];

    public static bool IsSummerTime(ZonedDateTime local) =>
        local.Zone.GetZoneInterval(local.ToInstant()).Savings != Offset.Zero;
}
