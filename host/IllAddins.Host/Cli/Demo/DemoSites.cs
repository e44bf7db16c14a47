using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Cli.Demo;

/// <summary>The demo's sites.</summary>
public static class DemoSites
{
    public static readonly IReadOnlyList<(string Code, SiteChange Change)> All =
    [
        ("MAIN", Site("Main Library", "10 College Walk\nRiverton, NY 10001", "America/New_York", "main")),
        ("LAW", Site("Law Library", "2 Court Square\nRiverton, NY 10002", "America/New_York", "law")),
        ("MED", Site("Medical Library", "77 Clinic Road\nLakeside, IL 60601", "America/Chicago", "medical")),
    ];

    /// <summary>When a place is open and when its courier comes.</summary>
    public static readonly IReadOnlyList<(string Code, string? Location, IReadOnlyList<CalendarChange> Changes)> Calendars =
    [
        ("MAIN", null, [Hours("Mon-Fri 08:00-20:00; Sat 10:00-16:00"), Courier("Mon-Fri 07:45,13:00")]),
        ("LAW", null, [Hours("Mon-Fri 09:00-18:00"), Courier("Mon-Fri 10:30")]),
        ("MED", null, [Hours("Mon-Sun 00:00-24:00"), Courier("Mon,Wed,Fri 09:00")]),
    ];

    private static CalendarChange.SetHours Hours(string week) => new(((Reading<WeekOf<OpenSpan>>.Read)WeekText.Hours(week)).Value);

    private static CalendarChange.SetCourier Courier(string week) => new(((Reading<WeekOf<LocalTime>>.Read)WeekText.Courier(week)).Value);

    private static SiteChange Site(string name, string address, string zone, string mailbox) => new()
    {
        SiteName = name,
        TimeZone = zone,
        FromName = $"{name}, Interlibrary Loan",
        FromAddress = $"{mailbox}@library.example",
        LocalInfo = new Dictionary<string, string>
        {
            ["LibraryName"] = name,
            ["LibraryAddress"] = address,
            ["LibraryPhone"] = "(555) 014-2000",
            ["LibraryEMail"] = $"{mailbox}@library.example",
            ["OpeningHours"] = "Monday to Friday, 9 am to 6 pm",
        },
    };
}
