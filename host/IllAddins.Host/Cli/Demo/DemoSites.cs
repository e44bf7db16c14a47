using IllAddins.Host.Requests;

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
