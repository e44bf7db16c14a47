using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The library of times.</summary>
internal static class TimeEntries
{
    public static ApiSection Section { get; } = new()
    {
        Title = "Times (os)",
        About = "The time of the question in the site's zone; only inside functions.",
        Functions =
        [
            Function("os.date", "string|table", "A time as a text, or with \"*t\" as a table with year, month, day, hour, min, sec, wday (1 is Sunday), yday and isdst. os.date(\"%A\", request.DueDate) is its weekday.",
                MayTake("format", "string", "E.g. \"%Y-%m-%d %H:%M\"; ! at its front means UTC."), MayTake("time", "integer|string", "Seconds, or one of the request's dates; the present where it is left out.")),
            Function("os.difftime", "number", "The seconds between two times.", Takes("later", "number", "Seconds."), Takes("earlier", "number", "Seconds.")),
            Function("os.time", "integer", "Seconds since 1970, to reckon with: (os.time(request.DueDate) - os.time(request.ArrivedAt)) / 86400 is days.",
                MayTake("time", "string|table", "One of the request's dates, or a table with year, month and day (hour, min and sec may follow; 12 noon without); the present where it is left out.")),
        ],
    };
}
