using System.Diagnostics;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>Closings as staff write them and as they are stored: two days, both included, or two moments.</summary>
public static class ClosingText
{
    /// <summary>Reads a closing.</summary>
    /// <param name="from">A day such as <c>2026-12-24</c>, or a moment such as <c>2026-12-24 12:00</c>.</param>
    /// <param name="to">The last day, or the moment of the next opening; null for the one day.</param>
    /// <param name="note">For staff.</param>
    public static Reading<Closing> Read(string from, string? to, string note)
    {
        if (TimeText.MomentOrNone(from) is { } begin)
            return Hours(begin, to, note);
        return TimeText.Day(from).Then(first => TimeText.Day(to ?? from).Then<Closing>(last => last < first
            ? new Reading<Closing>.Refused($"found the days {from} to {to}, expected the first day before the last")
            : new Reading<Closing>.Read(new Closing.Days(first, last) { Note = note })));
    }

    /// <summary>Beginning and end as <see cref="Read"/> reads them.</summary>
    public static (string From, string To) Ends(Closing closing) => closing switch
    {
        Closing.Days days => (TimeText.Said(days.From), TimeText.Said(days.To)),
        Closing.Hours hours => (TimeText.Said(hours.From), TimeText.Said(hours.To)),
        _ => throw new UnreachableException(),
    };

    /// <summary>A closing in words, e.g. <c>2026-12-24 to 2027-01-01</c>.</summary>
    public static string Said(Closing closing)
    {
        var (from, to) = Ends(closing);
        return from == to ? from : $"{from} to {to}";
    }

    private static Reading<Closing> Hours(LocalDateTime begin, string? to, string note)
    {
        if (to is null || TimeText.MomentOrNone(to) is not { } end)
            return new Reading<Closing>.Refused($"found the end '{to}', expected a moment such as 2026-12-24 20:00, as the beginning is one");
        return begin < end
            ? new Reading<Closing>.Read(new Closing.Hours(begin, end) { Note = note })
            : new Reading<Closing>.Refused($"found {TimeText.Said(begin)} to {TimeText.Said(end)}, expected a beginning before the end");
    }
}
