using System.Collections.Frozen;
using System.Diagnostics;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Scripting.Asked;

/// <summary>Every field that a script can read of a request; what an import brought beside ILLiad's fields comes on top.</summary>
public static class RequestFields
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Worked out by the host, for scripts' convenience. All of them look at the arrival and not at the present, so that the same request gets the same answer whenever it is decided again.</summary>
    public static IReadOnlyList<RequestField> WorkedOut { get; } =
    [
        Of("User", "User", "The patron.", asked => asked.User),
        Of("Site", "Site", "The site whose script is asked.", asked => asked.Site),
        Of("PickupLocation", "string", "Where the patron collects the item, from the field that the site keeps it in; the user's NVTGC where that is empty.", asked => asked.Request.PickupLocation),
        Of("ArrivedAt", "string", "When the request arrived at its present status; for RoutingDelay, when it entered transit.", asked => asked.Local(asked.Request.ArrivedAt)),
        Of("Weekday", "string", "The day of the arrival on the site's clock: Monday to Sunday.", asked => Days[(int)asked.ArrivedLocal.DayOfWeek - 1]),
        Of("Hour", "integer", "The hour of the arrival on the site's clock: 0 to 23.", asked => asked.ArrivedLocal.Hour),
        Of("IsOpen", "boolean", "Whether the place was open at the arrival, by its calendar; false where it has no opening hours.", asked => asked.Calendar.IsOpen(asked.Arrived)),
        Of("MinutesToNextOpening", "integer?", "Minutes from the arrival to the next opening of the place, 0 where it was open; nil where no opening is known.",
            asked => asked.MinutesTo(asked.Calendar.NextOpening(asked.Arrived))),
        Of("MinutesToNextCourier", "integer?", "Minutes from the arrival to the next courier; nil where none is known.", asked => asked.MinutesTo(asked.Calendar.NextCourier(asked.Arrived))),
        Of("DaysToDueDate", "integer?", "Days from the day of the arrival to the due date, below 0 where that is past; nil without a due date.", asked => asked.DaysToDueDate),
        Of("IsLoan", "boolean", "Whether RequestType is Loan, whatever its capitals.", asked => Same(asked.Request.Transaction.RequestType, "Loan")),
        Of("IsArticle", "boolean", "Whether RequestType is Article, whatever its capitals.", asked => Same(asked.Request.Transaction.RequestType, "Article")),
    ];

    public static IReadOnlyList<RequestField> Transaction { get; } =
        [.. FieldCatalogue.Transactions.Select((field, place) => Of(field, asked => asked.Value(asked.Request.Transaction.Fields, place, field.Name)))];

    public static IReadOnlyList<RequestField> User { get; } =
        [.. FieldCatalogue.Users.Select((field, place) => Of(field, asked => asked.Value(asked.Request.User.Fields, place, field.Name)))];

    public static IReadOnlyList<RequestField> Site { get; } =
    [
        Of("NVTGC", "string", "The site's code.", asked => asked.Request.Site.NVTGC),
        Of("Name", "string", "The site's name.", asked => asked.Request.Site.Name),
        Of("TimeZone", "string", "The site's time zone, e.g. America/New_York.", asked => asked.Request.Site.TimeZone),
        Of("DefaultDelayMinutes", "integer", "How long a request rests in transit where the script answers nil.", asked => asked.Request.Site.DefaultDelayMinutes),
    ];

    internal static FrozenDictionary<string, RequestField> OfRequest { get; } = ByName([.. WorkedOut, .. Transaction]);

    internal static FrozenDictionary<string, RequestField> OfUser { get; } = ByName(User);

    internal static FrozenDictionary<string, RequestField> OfSite { get; } = ByName(Site);

    private static FrozenDictionary<string, RequestField> ByName(IReadOnlyList<RequestField> fields) => fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    private static RequestField Of(string name, string type, string description, Func<AskedRequest, object?> read) =>
        new(read) { Name = name, Type = type, Description = description };

    private static RequestField Of(Field field, Func<AskedRequest, object?> read) => Of(field.Name, TypeOf(field.Kind), field.Description, read);

    private static string TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Text or FieldKind.Date => "string?",
        FieldKind.Number => "integer?",
        FieldKind.Flag => "boolean?",
        _ => throw new UnreachableException(),
    };

    private static bool Same(string text, string expected) => string.Equals(text.Trim(), expected, StringComparison.OrdinalIgnoreCase);
}
