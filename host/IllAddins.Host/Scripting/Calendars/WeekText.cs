using System.Diagnostics;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>What comes back every week, as staff write it: days and what is on them, parted by ';', e.g. <c>Mon-Fri 08:00-20:00; Sat 10:00-16:00</c>.</summary>
public static class WeekText
{
    private const string HoursExample = "Mon-Fri 08:00-20:00; Sat 10:00-16:00";
    private const string CourierExample = "Mon-Fri 07:45,13:00";

    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static Reading<WeekOf<OpenSpan>> Hours(string text) => Week(text, "Opening hours", HoursExample, TimeText.Spans);

    public static Reading<WeekOf<LocalTime>> Courier(string text) => Week(text, "Courier timetable", CourierExample, Times);

    /// <summary>A week as it is read; days with the same entries are put together.</summary>
    public static string Said(WeekOf<OpenSpan> hours) => Said(hours, TimeText.Said);

    /// <inheritdoc cref="Said(WeekOf{OpenSpan})"/>
    public static string Said(WeekOf<LocalTime> courier) => Said(courier, times => string.Join(',', times.Select(TimeText.Said)));

    private static Reading<WeekOf<T>> Week<T>(string text, string what, string example, Func<string, Reading<IReadOnlyList<T>>> entries)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<T>>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Part(part, week, entries) is { } problem)
                return new Reading<WeekOf<T>>.Refused($"{what} '{text}': {problem}. Write e.g. \"{example}\".");
        }

        return week.Count == 0
            ? new Reading<WeekOf<T>>.Refused($"{what} '{text}': found no day. Write e.g. \"{example}\".")
            : new Reading<WeekOf<T>>.Read(new WeekOf<T>(week));
    }

    private static string? Part<T>(string part, Dictionary<IsoDayOfWeek, IReadOnlyList<T>> week, Func<string, Reading<IReadOnlyList<T>>> entries)
    {
        var parting = Parting(part);
        if (parting < 0)
            return $"found '{part}', expected days and times";
        return Days(part[..parting].Trim()).Then(days => entries(part[parting..].Trim()).Then(read => Put(week, days, read))) switch
        {
            Reading<bool>.Refused refused => refused.Problem,
            Reading<bool>.Read => null,
            _ => throw new UnreachableException(),
        };
    }

    // Where the days end: at the first digit, or at the word 'closed'.
    private static int Parting(string part)
    {
        var closed = part.IndexOf(" closed", StringComparison.OrdinalIgnoreCase);
        return closed >= 0 ? closed : part.AsSpan().IndexOfAnyInRange('0', '9');
    }

    private static Reading<bool> Put<T>(Dictionary<IsoDayOfWeek, IReadOnlyList<T>> week, IReadOnlyList<IsoDayOfWeek> days, IReadOnlyList<T> entries)
    {
        foreach (var day in days)
        {
            if (!week.TryAdd(day, entries))
                return new Reading<bool>.Refused($"found {Names[(int)day - 1]} twice, expected each day once; several times of a day are parted by ','");
        }

        return new Reading<bool>.Read(true);
    }

    private static Reading<IReadOnlyList<IsoDayOfWeek>> Days(string text)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries).Select(Day).ToList();
            if (ends.Count > 2 || ends.Contains(IsoDayOfWeek.None))
                return new Reading<IReadOnlyList<IsoDayOfWeek>>.Refused($"found the days '{text}', expected Mon, Tue, Wed, Thu, Fri, Sat or Sun, or a row of them such as Mon-Fri");
            for (var day = ends[0]; ; day = (IsoDayOfWeek)(((int)day % 7) + 1))
            {
                days.Add(day);
                if (day == ends[^1])
                    break;
            }
        }

        return new Reading<IReadOnlyList<IsoDayOfWeek>>.Read(days);
    }

    // 'Mon', 'mon.' and 'Monday' are the same day.
    private static IsoDayOfWeek Day(string text)
    {
        var name = text.TrimEnd('.');
        var index = Array.FindIndex(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)
            || (name.Length > 3 && string.Equals(((IsoDayOfWeek)(Array.IndexOf(Names, known) + 1)).ToString(), name, StringComparison.OrdinalIgnoreCase)));
        return (IsoDayOfWeek)(index + 1);
    }

    private static Reading<IReadOnlyList<LocalTime>> Times(string text)
    {
        var times = new SortedSet<LocalTime>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            switch (TimeText.Time(part))
            {
                case Reading<LocalTime>.Read read:
                    times.Add(read.Value);
                    break;
                case Reading<LocalTime>.Refused refused:
                    return new Reading<IReadOnlyList<LocalTime>>.Refused(refused.Problem);
            }
        }

        return new Reading<IReadOnlyList<LocalTime>>.Read([.. times]);
    }

    private static string Said<T>(WeekOf<T> week, Func<IReadOnlyList<T>, string> entries)
    {
        var parts = new List<(int First, int Last, string Entries)>();
        for (var day = 1; day <= 7; day++)
        {
            var on = week.On((IsoDayOfWeek)day);
            if (on.Count == 0)
                continue;
            var said = entries(on);
            if (parts.Count > 0 && parts[^1].Last == day - 1 && parts[^1].Entries == said)
                parts[^1] = parts[^1] with { Last = day };
            else
                parts.Add((day, day, said));
        }

        return parts.Count == 0
            ? "Mon-Sun closed"
            : string.Join("; ", parts.Select(part => $"{Names[part.First - 1]}{(part.Last > part.First ? $"-{Names[part.Last - 1]}" : "")} {part.Entries}"));
    }
}
