using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace IllAddins.Host.Requests;

/// <summary>Reads dates as ILLiad's API, its exports and other software write them.</summary>
public static class FieldDates
{
    // SQL Server, where the dates come from, knows no earlier year; the last one leaves room for any zone.
    private const int FirstYear = 1753;
    private const int LastYear = 9998;

    private static readonly string[] IsoWithT = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"];
    private static readonly string[] IsoWithSpace = ["yyyy-MM-dd' 'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm"];
    private static readonly string[] IsoDay = ["yyyy-MM-dd"];
    private static readonly string[] American =
        ["M/d/yyyy h:mm:ss tt", "M/d/yyyy", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm"];

    /// <summary>The moment that a text names, or null where it names none.</summary>
    /// <param name="text">ISO 8601 with a space or T before the time, or the American form; a day alone is its midnight.</param>
    /// <param name="zone">The zone of a text without one. A time that the clock skips is moved on by the gap; of one that it shows twice the first is meant.</param>
    public static DateTimeOffset? Read(string text, DateTimeZone zone)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Contains('/'))
            return ReadLocal(trimmed.ToString().Replace('\u202F', ' '), American, zone);
        if (trimmed.Length <= 10)
            return ReadLocal(trimmed, IsoDay, zone);
        var forms = trimmed[10] == 'T' ? IsoWithT : IsoWithSpace;
        var zoneAt = trimmed[11..].IndexOfAny("Zz+-");
        return zoneAt < 0
            ? ReadLocal(trimmed, forms, zone)
            : ReadZoned(trimmed[..(11 + zoneAt)], trimmed[(11 + zoneAt)..], forms);
    }

    private static DateTimeOffset? ReadLocal(ReadOnlySpan<char> text, string[] forms, DateTimeZone zone) =>
        ReadClock(text, forms) is { } clock
            ? LocalDateTime.FromDateTime(clock).InZone(zone, Resolvers.LenientResolver).ToInstant().ToDateTimeOffset()
            : null;

    private static DateTimeOffset? ReadZoned(ReadOnlySpan<char> text, ReadOnlySpan<char> offset, string[] forms) =>
        ReadClock(text.TrimEnd(), forms) is { } clock && ReadOffset(offset) is { } ahead
            ? new DateTimeOffset(clock, ahead).ToUniversalTime()
            : null;

    private static DateTime? ReadClock(ReadOnlySpan<char> text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
        && clock.Year is >= FirstYear and <= LastYear
            ? clock
            : null;

    // Z, +hh, +hhmm, +hh:mm; databases print all of them.
    private static TimeSpan? ReadOffset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return TimeSpan.Zero;
        ReadOnlySpan<char> digits = text.Length == 6 && text[3] == ':' ? [.. text[1..3], .. text[4..]] : text[1..];
        if (digits.Length is not (2 or 4) || digits.ContainsAnyExceptInRange('0', '9'))
            return null;
        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
            return null;
        var ahead = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -ahead : ahead;
    }
}
