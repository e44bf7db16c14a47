using System.Collections.Concurrent;
using System.Text;

namespace IllAddins.Tests.Web;

/// <summary>A contact screen as an add-in would describe it, with its rows in memory.</summary>
public sealed partial class SampleScreen
{
    public const string PhoneGroup = "phone";

    private static readonly byte[] Letter = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

    private readonly Lock gate = new();
    private readonly ConcurrentQueue<CommandCall> calls = new();
    private readonly ConcurrentQueue<CommandCall> asked = new();
    private readonly ConcurrentQueue<ScreenCall> looks = new();
    private List<ScreenRow> rows = [];

    public SampleScreen(IEnumerable<ScreenRow>? rows = null)
    {
        Rows = [.. rows ?? Usual()];
        Screen = Describe();
        Screen = Screen with { Commands = [.. Screen.Commands, .. MoreCommands()], UndoAsync = UndoAsync };
        Panel = DescribePanel();
    }

    public Screen Screen { get; }

    public RequestPanel Panel { get; }

    /// <summary>Calls of commands, in order.</summary>
    public IReadOnlyList<CommandCall> Calls => [.. calls];

    /// <summary>Who looked, and at which site.</summary>
    public IReadOnlyList<ScreenCall> Looks => [.. looks];

    /// <summary>Thrown by whatever is called next, until it is null again.</summary>
    public Exception? Fault { get; set; }

    public IReadOnlyList<ScreenRow> Rows
    {
        get
        {
            lock (gate)
                return rows;
        }

        set
        {
            lock (gate)
                rows = [.. value];
        }
    }

    public static ScreenRow Row(int number, string group, string customer, string title, string site = "MAIN") => new()
    {
        TransactionNumber = number,
        ArrivalId = number + 1_000_000,
        Group = group,
        Site = site,
        Cells = new Dictionary<string, object?>
        {
            ["Customer"] = customer,
            ["Phone"] = "(555) 016-9492",
            ["Title"] = title,
            ["Pickup"] = number % 2 == 0 ? "Main" : "Law",
            ["Received"] = new DateTimeOffset(2026, 3, number == 482754 ? 1 : 2, 14, 10, 0, TimeSpan.Zero).AddDays(number == 482754 ? -7 : 0),
            ["Waiting"] = number % 5,
        },
        Together = customer,
        Codes = [$"B{number}"],
        Mends = group == "attention" ? ["fix-address", "phone"] : [],
    };

    private static IEnumerable<ScreenRow> Usual() =>
    [
        Row(482101, "attention", "West, Mary", SampleRecord.HostileTitle),
        Row(481675, PhoneGroup, "West, Mary", "Reconsidering rivers"),
        Row(482753, PhoneGroup, "Łąkowa, Pola", "Studies in rivers", "LAW"),
        Row(482754, PhoneGroup, "Okafor, Chidi", "An atlas of soil, with a very long subtitle that no column can hold in full"),
        Row(482755, "mail", "Παππάς, Νίκος", "Harbours of the north"),
        Row(482756, "mail", "Chen, Bao", "Letters from the field"),
        Row(482757, "email", "Gray, Robin", "Bridges"),
        Row(482758, "email", "Gray, Robin", "Tunnels"),
    ];

    private Screen Describe() => new()
    {
        Name = "contact",
        Title = "Customer Contact",
        Help = "Requests whose customers are to be told that their item has arrived. Work through the groups from top to bottom.",
        Columns =
        [
            new ScreenColumn { Name = "Customer", Title = "Customer" },
            new ScreenColumn { Name = "Phone", Title = "Phone" },
            new ScreenColumn { Name = "Title", Title = "Title" },
            new ScreenColumn { Name = "Pickup", Title = "Pickup", Secondary = true },
            new ScreenColumn { Name = "Received", Title = "Received", Secondary = true },
            new ScreenColumn { Name = "Waiting", Title = "Waiting, days", Secondary = true },
        ],
        Commands =
        [
            Command("print", "Print Notifications", [], "Select requests first.", call => new CommandAnswer
            {
                Message = $"{call.Rows.Count} letters.",
                Next = MarkMail(call),
                File = new ScreenFile { Name = "letters.pdf", ContentType = "application/pdf", Content = Letter },
            }) with { Menu = "Print" },
            Command("slips", "Slips", [], "Select requests first.", call => new CommandAnswer { Message = $"{call.Rows.Count} slips." }) with { Menu = "Print" },
            Command("list", "Print list", [], "", call => new CommandAnswer { Message = $"List of {call.Rows.Count} for {call.Site?.NVTGC ?? "all"}." }) with { Menu = "Print" },
            Command("phone", "Notified via Phone", [PhoneGroup], "Select requests in the Phone group first.", MovePhone),
        ],
        Filters = [new ScreenFilter.Choices { Column = "Pickup" }, new ScreenFilter.Waiting { Column = "Received", Title = "Waiting", Days = [1, 3], TooLong = 7 }],
        LoadAsync = (call, _) =>
        {
            looks.Enqueue(call);
            return Fault is null ? Task.FromResult(Content()) : Task.FromException<ScreenContent>(Fault);
        },
    };

    private ScreenContent Content() => new()
    {
        Notice = "Next e-mail sweep 10:35",
        Groups =
        [
            new ScreenGroup { Key = "attention", Title = "Needs attention", Attention = true },
            new ScreenGroup { Key = PhoneGroup, Title = "Notification method: Phone" },
            new ScreenGroup { Key = "mail", Title = "Notification method: Mail" },
            new ScreenGroup { Key = "email", Title = "Notification method: E-mail", Folded = true, Note = "sent automatically" },
        ],
        Rows = Rows,
    };

    private ScreenCommand Command(string name, string title, string[] groups, string needs, Func<CommandCall, CommandAnswer> run) => new()
    {
        Name = name,
        Title = title,
        Section = "Notify",
        Help = $"{title} for the rows selected.",
        Groups = groups,
        NeedsSelection = needs,
        RunAsync = (call, _) =>
        {
            calls.Enqueue(call);
            return Fault is null ? Task.FromResult(run(call)) : Task.FromException<CommandAnswer>(Fault);
        },
    };

    private CommandAnswer MovePhone(CommandCall call)
    {
        var chosen = call.Rows.Select(row => row.TransactionNumber).ToHashSet();
        var moved = Rows.Where(row => row.Group == PhoneGroup && chosen.Contains(row.TransactionNumber)).ToList();
        Rows = [.. Rows.Except(moved)];
        var alone = chosen.Count - moved.Count;
        return new CommandAnswer
        {
            Message = $"{moved.Count} moved to Customer Notified via Phone." + (alone > 0 ? $" {alone} left alone." : ""),
            Refused = moved.Count == 0,
            Undo = moved.Count == 0 ? null : Remember(moved),
        };
    }

    private RequestPanel DescribePanel() => new()
    {
        Name = "notices",
        Title = "Notifications",
        Columns = ["Date", "Channel", "Result"],
        SummarizeAsync = (_, _) => Task.FromResult("The last notice was taken by the mail server."),
        Commands = PanelCommands(),
        LoadAsync = (request, _) => Fault is not null
            ? Task.FromException<IReadOnlyList<PanelRow>>(Fault)
            : Task.FromResult<IReadOnlyList<PanelRow>>(
            [
                new PanelRow { Cells = [request.ArrivedAt, "E-mail", "250 queued"], Detail = $"Dear {SampleRecord.HostileTitle},\nyour item is here.", Key = "notice 7", Commands = ["resend"] },
            ]),
    };
}
