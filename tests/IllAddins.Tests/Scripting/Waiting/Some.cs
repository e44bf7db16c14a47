using System.Globalization;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;
using NodaTime.Text;

namespace IllAddins.Tests.Scripting.Waiting;

/// <summary>Places and moments for the tests of waits.</summary>
internal static class Some
{
    public static readonly WeekOf<OpenSpan> WorkingDays = Week((IsoDayOfWeek.Monday, 5, ["08:00-20:00"]), (IsoDayOfWeek.Saturday, 1, ["10:00-16:00"]));

    public static PlaceRules Place(string zone = "Europe/Berlin", WeekOf<OpenSpan>? hours = null) =>
        new() { Site = "MAIN", Zone = Zone(zone), Hours = hours };

    /// <summary>The same hours on so many days from the first on.</summary>
    public static WeekOf<OpenSpan> Week(params (IsoDayOfWeek First, int Days, string[] Spans)[] hours) =>
        new(hours.SelectMany(entry => Days(entry.First, entry.Days).Select(day => KeyValuePair.Create(day, Spans(entry.Spans)))));

    public static WeekOf<LocalTime> Courier(IsoDayOfWeek first, int days, params string[] times) =>
        new(Days(first, days).Select(day => KeyValuePair.Create(day, (IReadOnlyList<LocalTime>)[.. times.Select(Time)])));

    public static IReadOnlyList<OpenSpan> Spans(params string[] spans) =>
        [.. spans.Select(span => span.Split('-')).Select(ends => new OpenSpan(Time(ends[0]), Time(ends[1])))];

    public static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb[name];

    public static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text == "24:00" ? "00:00" : text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Parse(text).Value;

    /// <summary>A moment with its offset, e.g. <c>2026-10-25 01:30 +02:00</c>.</summary>
    public static Instant Moment(string text) =>
        Instant.FromDateTimeOffset(DateTimeOffset.ParseExact(text, ["yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz"], CultureInfo.InvariantCulture));

    /// <summary>When a wait from an arrival ends, as <see cref="Moment"/> reads it, or why it never does.</summary>
    public static string EndOf(Wait wait, string arrived, PlaceRules rules) => Waits.End(wait, Moment(arrived), new PlaceCalendar(rules)) switch
    {
        WaitEnd.At end => Said(end.Moment, rules.Zone),
        WaitEnd.Never never => never.Why,
        _ => throw new InvalidOperationException(),
    };

    private static string Said(Instant moment, DateTimeZone zone)
    {
        var local = moment.InZone(zone).ToDateTimeOffset();
        return local.ToString(local.Second == 0 ? "yyyy-MM-dd HH:mm zzz" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<IsoDayOfWeek> Days(IsoDayOfWeek first, int count) =>
        Enumerable.Range((int)first - 1, count).Select(day => (IsoDayOfWeek)((day % 7) + 1));
}
