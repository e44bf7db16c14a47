using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Calendars;

namespace IllAddins.Host.Scripting;

/// <summary>Writes a moment by a format of <c>os.date</c>: the letters of C's strftime, with English names.</summary>
internal static class LuaDateFormat
{
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>The text; null with the fault where a letter means nothing.</summary>
    public static string? Write(string format, ZonedDateTime moment, out string? fault)
    {
        var written = new StringBuilder(format.Length + 16);
        fault = null;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                written.Append(format[i]);
                continue;
            }

            var letter = ++i < format.Length ? format[i] : '\0';
            if (Part(letter, moment) is not { } part)
            {
                fault = $"invalid conversion specifier '%{(letter == '\0' ? "" : letter)}'";
                return null;
            }

            written.Append(part);
        }

        return written.ToString();
    }

    private static string? Part(char letter, ZonedDateTime at) => letter switch
    {
        'c' => $"{Part('a', at)} {Part('b', at)} {Part('e', at)} {Part('T', at)} {at.Year}",
        'D' or 'x' => $"{at.Month:00}/{at.Day:00}/{at.Year % 100:00}",
        'F' => $"{at.Year:0000}-{at.Month:00}-{at.Day:00}",
        'r' => $"{Part('I', at)}:{at.Minute:00}:{at.Second:00} {Part('p', at)}",
        'R' => $"{at.Hour:00}:{at.Minute:00}",
        'T' or 'X' => $"{at.Hour:00}:{at.Minute:00}:{at.Second:00}",
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        _ => Day(letter, at) ?? Clock(letter, at) ?? Week(letter, at),
    };

    private static string? Day(char letter, ZonedDateTime at) => letter switch
    {
        'a' => English.AbbreviatedDayNames[Weekday(at)],
        'A' => English.DayNames[Weekday(at)],
        'b' or 'h' => English.AbbreviatedMonthNames[at.Month - 1],
        'B' => English.MonthNames[at.Month - 1],
        'C' => $"{at.Year / 100:00}",
        'd' => $"{at.Day:00}",
        'e' => $"{at.Day,2}",
        'j' => $"{at.DayOfYear:000}",
        'm' => $"{at.Month:00}",
        'y' => $"{at.Year % 100:00}",
        'Y' => $"{at.Year}",
        _ => null,
    };

    private static string? Clock(char letter, ZonedDateTime at) => letter switch
    {
        'H' => $"{at.Hour:00}",
        'I' => $"{(at.Hour + 11) % 12 + 1:00}",
        'M' => $"{at.Minute:00}",
        'p' => at.Hour < 12 ? "AM" : "PM",
        'S' => $"{at.Second:00}",
        'z' => at.Offset.ToString("+HHmm", CultureInfo.InvariantCulture),
        'Z' => at.GetZoneInterval().Name,
        _ => null,
    };

    private static string? Week(char letter, ZonedDateTime at) => letter switch
    {
        'g' => $"{WeekYearRules.Iso.GetWeekYear(at.Date) % 100:00}",
        'G' => $"{WeekYearRules.Iso.GetWeekYear(at.Date)}",
        'u' => $"{(int)at.DayOfWeek}",
        'U' => $"{(at.DayOfYear - 1 + 7 - Weekday(at)) / 7:00}",
        'V' => $"{WeekYearRules.Iso.GetWeekOfWeekYear(at.Date):00}",
        'w' => $"{Weekday(at)}",
        'W' => $"{(at.DayOfYear - 1 + 7 - ((Weekday(at) + 6) % 7)) / 7:00}",
        _ => null,
    };

    /// <summary>Sunday is 0.</summary>
    private static int Weekday(ZonedDateTime at) => (int)at.DayOfWeek % 7;
}
