using System.Globalization;
using System.Text.Json;

namespace IllAddins.Host.Cli.Demo;

/// <summary>Made-up users and requests in every situation; the same at every start but for the dates.</summary>
public static class DemoRecord
{
    private const int Users = 72;
    private const int Requests = 204;
    private const int FirstNumber = 480_100;

    private static readonly string[] Sites = ["MAIN", "LAW", "MED"];
    private static readonly string[] Pickups = ["Main Desk", "Law Library", "Medical Library", "Science Branch"];

    private static readonly string[] FirstNames =
        ["Ada", "Bruno", "Chen", "Dalia", "Emeka", "Freya", "Goran", "Halina", "Ismael", "Jana", "Kofi", "Łucja", "Mei", "Niko", "Olena", "Paula", "Quentin", "Ruta"];

    private static readonly string[] LastNames =
        ["Abbott", "Brandt", "Castillo", "Dąbrowska", "Eriksen", "Ferrari", "Grant", "Hughes", "Ivanova", "Jensen", "Kowalski", "Lindqvist", "Moreau", "Novák", "Okafor", "Papadakis"];

    private static readonly string[] Titles =
    [
        "Reconsidering rivers", "Atlas of soil", "A short history of weather", "Letters from the archive", "The glassmaker's ledger", "Notes on counterpoint",
        "Moss and lichen of the north", "Bridges and their builders", "On reading aloud", "The economics of salt", "Courtroom sketches", "Patient voices",
        "Signal and noise in small towns", "The measured garden", "Harbours of the Baltic", "Eine kleine Lautlehre", "Die Kunst der Karte", "Historia łąk",
    ];

    // How each twelfth request stands; the numbers make the groups of the screen look like a Monday morning.
    private static readonly string[] Statuses =
    [
        "In Transit to Pickup Location", "Awaiting Customer Contact", "Awaiting Customer Contact", "In Transit to Pickup Location", "Awaiting Customer Contact",
        "Awaiting Post Receipt Processing", "Awaiting Customer Contact", "In Transit to Pickup Location", "Awaiting Customer Contact", "Checked Out to Customer",
        "Awaiting Customer Contact", "Customer Notified via Phone",
    ];

    /// <summary>Writes the two files of an import.</summary>
    /// <returns>Their paths.</returns>
    public static (string Users, string Transactions) Write(string folder, DateTimeOffset now)
    {
        var (users, transactions) = (Path.Combine(folder, "demo-users.json"), Path.Combine(folder, "demo-transactions.json"));
        File.WriteAllText(users, JsonSerializer.Serialize(Enumerable.Range(0, Users).Select(User)));
        File.WriteAllText(transactions, JsonSerializer.Serialize(Enumerable.Range(0, Requests).Select(at => Request(at, now))));
        return (users, transactions);
    }

    private static Dictionary<string, object?> User(int at)
    {
        var (first, last) = (FirstNames[at % FirstNames.Length], LastNames[at * 7 % LastNames.Length]);
        var method = (at % 9) switch { 0 or 1 or 2 or 3 => "Electronic", 4 or 5 => "Phone", 6 => "Mail", 7 => "E-mail", _ => at % 2 == 0 ? "Phone" : "Electronic" };
        var user = new Dictionary<string, object?>
        {
            ["UserName"] = UserName(at),
            ["FirstName"] = first,
            ["LastName"] = last,
            ["NVTGC"] = Sites[at % Sites.Length],
            ["NotificationMethod"] = method,
            ["EMailAddress"] = $"{UserName(at)}@university.example",
            ["Phone"] = $"(555) 016-{1000 + (at * 37 % 9000)}",
            ["LoanDeliveryMethod"] = at % 8 == 5 ? "Mail to Address" : "Hold for Pickup",
            ["DeliveryMethod"] = at % 10 == 6 ? "Mail to Address" : "Hold for Pickup",
            ["Address"] = $"{10 + at} Elm Street",
            ["City"] = "Riverton",
            ["State"] = "NY",
            ["Zip"] = $"1{at:0000}",
            ["Site"] = Pickups[at % Pickups.Length],
        };
        foreach (var (field, value) in Trouble(at))
            user[field] = value;
        return user;
    }

    // The troubles that the screen collects under Needs attention.
    private static Dictionary<string, object?> Trouble(int at) => at switch
    {
        4 => new() { ["NotificationMethod"] = "Electronic", ["EMailAddress"] = "" },
        10 => new() { ["NotificationMethod"] = "Electronic", ["EMailAddress"] = "halina at university" },
        16 => new() { ["NotificationMethod"] = "Pigeon" },
        22 => new() { ["NotificationMethod"] = "Phone", ["Phone"] = "" },
        26 => new() { ["NotificationMethod"] = "Mail", ["Address"] = "" },
        28 => new() { ["NotificationMethod"] = "Electronic", ["Notification_RequestPickup_Email"] = "No" },
        34 => new() { ["NotificationMethod"] = "Electronic", ["LoanDeliveryMethod"] = "By bicycle" },
        _ => [],
    };

    private static Dictionary<string, object?> Request(int at, DateTimeOffset now)
    {
        var docDel = at % 7 == 4;
        var loan = at % 5 != 2;
        var status = Statuses[at % Statuses.Length];
        var request = new Dictionary<string, object?>
        {
            ["TransactionNumber"] = FirstNumber + (at * 7),
            ["Username"] = UserName(at * 5 % Users),
            ["ProcessType"] = docDel ? "Doc Del" : "Borrowing",
            ["RequestType"] = loan ? "Loan" : "Article",
            ["TransactionStatus"] = docDel && status == "Awaiting Customer Contact" ? "Awaiting Doc Del Customer Contact" : status,
            ["TransactionDate"] = Utc(now.AddMinutes(-(at * 53 % 4000))),
            ["CreationDate"] = Utc(now.AddDays(-20 - (at % 9))),
            ["LibraryUseOnly"] = at % 11 == 0 ? "Yes" : "No",
            ["LendingLibrary"] = "ZZX",
            ["ILLNumber"] = $"{200_000_000 + (at * 1_009)}",
        };
        foreach (var (field, value) in loan ? Loan(at, now) : Article(at))
            request[field] = value;
        return request;
    }

    private static Dictionary<string, object?> Loan(int at, DateTimeOffset now) => new()
    {
        ["LoanTitle"] = Titles[at % Titles.Length],
        ["LoanAuthor"] = $"{LastNames[at * 3 % LastNames.Length]}, {FirstNames[at % FirstNames.Length][..1]}.",
        ["DueDate"] = now.AddDays(28 + (at % 14)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, object?> Article(int at) => new()
    {
        ["PhotoJournalTitle"] = "Annals of made-up studies",
        ["PhotoArticleTitle"] = Titles[at * 5 % Titles.Length],
        ["PhotoArticleAuthor"] = LastNames[at * 3 % LastNames.Length],
        ["PhotoJournalYear"] = "2021",
        ["PhotoJournalInclusivePages"] = $"{at}-{at + 14}",
    };

    private static string UserName(int at) =>
        $"reader{at:00}";

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
