using IllAddins.Host.Scripting.Waiting;
using NodaTime;
using NodaTime.Text;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>Days and times of day as staff write them.</summary>
public static class TimeText
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Lenient = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Reads a time such as <c>08:00</c>; 24:00 is midnight, the end of the day.</summary>
    public static Reading<LocalTime> Time(string text)
    {
        if (text == "24:00")
            return new Reading<LocalTime>.Read(LocalTime.Midnight);
        return Lenient.Parse(text).TryGetValue(default, out var time)
            ? new Reading<LocalTime>.Read(time)
            : new Reading<LocalTime>.Refused($"found the time '{text}', expected hours and minutes such as 08:00");
    }

    /// <summary>Reads the hours of one day, e.g. <c>08:00-12:00,13:00-20:00</c>, or <c>closed</c> for none.</summary>
    public static Reading<IReadOnlyList<OpenSpan>> Spans(string text)
    {
        var spans = new List<OpenSpan>();
        foreach (var part in IsClosed(text) ? [] : text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Span(part) is not Reading<OpenSpan>.Read read)
                return Span(part).Then<IReadOnlyList<OpenSpan>>(_ => throw new System.Diagnostics.UnreachableException());
            spans.Add(read.Value);
        }

        return new Reading<IReadOnlyList<OpenSpan>>.Read(spans);
    }

    public static string Said(LocalTime time) => Written.Format(time);

    /// <summary>The hours of one day as <see cref="Spans"/> reads them.</summary>
    public static string Said(IReadOnlyList<OpenSpan> spans) => spans.Count == 0
        ? "closed"
        : string.Join(',', spans.Select(span => $"{Said(span.From)}-{(span.To == LocalTime.Midnight ? "24:00" : Said(span.To))}"));

    /// <summary>A moment of the clock on the wall, e.g. <c>2026-12-24 12:00</c>.</summary>
    public static string Said(LocalDateTime moment) => Moment.Format(moment);

    public static string Said(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Reads a day such as <c>2026-12-24</c>.</summary>
    public static Reading<LocalDate> Day(string text) => LocalDatePattern.Iso.Parse(text.Trim()).TryGetValue(default, out var day)
        ? new Reading<LocalDate>.Read(day)
        : new Reading<LocalDate>.Refused($"found '{text}', expected a day such as 2026-12-24");

    /// <summary>Reads a moment such as <c>2026-12-24 12:00</c>; null where the text is none.</summary>
    public static LocalDateTime? MomentOrNone(string text)
    {
        var (day, time) = text.Trim().Replace('T', ' ').Split(' ', 2) is [var first, var second] ? (first, second) : (text, "");
        return (Day(day), Time(time)) is (Reading<LocalDate>.Read date, Reading<LocalTime>.Read clock)
            ? (time == "24:00" ? date.Value.PlusDays(1) : date.Value).At(clock.Value)
            : null;
    }

    private static bool IsClosed(string text) => string.Equals(text, "closed", StringComparison.OrdinalIgnoreCase);

    private static Reading<OpenSpan> Span(string text)
    {
        if (text.Split('-', StringSplitOptions.TrimEntries) is not [var from, var to])
            return new Reading<OpenSpan>.Refused($"found '{text}', expected an opening and a closing such as 08:00-20:00");
        return Time(from).Then(opening => Time(to).Then<OpenSpan>(closing => opening == closing && to != "24:00"
            ? new Reading<OpenSpan>.Refused($"found '{text}', which opens and closes at once; the whole day is 00:00-24:00")
            : from == "24:00"
                ? new Reading<OpenSpan>.Refused($"found '{text}', which opens at the end of the day; midnight is 00:00")
                : new Reading<OpenSpan>.Read(new OpenSpan(opening, closing))));
    }
}
