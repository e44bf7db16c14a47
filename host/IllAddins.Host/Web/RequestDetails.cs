using System.Text.RegularExpressions;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>The fields of a request, in the order in which staff read them.</summary>
public static partial class RequestDetails
{
    private static readonly string[] CustomerFields =
    [
        "LastName", "FirstName", "UserName", "ExternalUserId", "SSN", "Status", "EMailAddress", "Phone", "MobilePhone", "Fax", "NotificationMethod",
        "LoanDeliveryMethod", "DeliveryMethod", "Department", "Organization", "NVTGC", "Site", "Address", "Address2", "City", "State", "Zip", "Country",
    ];

    private static readonly string[] ItemFields =
    [
        "LoanTitle", "LoanAuthor", "LoanEdition", "LoanPublisher", "LoanPlace", "LoanDate", "PhotoJournalTitle", "PhotoArticleTitle", "PhotoArticleAuthor",
        "PhotoJournalVolume", "PhotoJournalIssue", "PhotoJournalMonth", "PhotoJournalYear", "PhotoJournalInclusivePages", "ISSN", "DocumentType",
        "CallNumber", "Location", "ItemNumber", "Pieces", "DueDate", "LibraryUseOnly", "RenewalsAllowed", "ItemInfo1", "ItemInfo2", "ItemInfo3", "ItemInfo4", "ItemInfo5",
    ];

    private static readonly string[] RequestFields =
    [
        "ProcessType", "RequestType", "CreationDate", "TransactionDate", "InProcessDate", "DeliveryMethod", "LendingLibrary", "LendingString", "ILLNumber",
        "ESPNumber", "ReferenceNumber", "WantedBy", "NotWantedAfter", "Rush", "SpecIns", "SpecialService", "ReasonForCancellation",
    ];

    // Shown in the heading, or a copy of what is shown.
    private static readonly string[] Left = ["TransactionNumber", "TransactionStatus", "Username"];

    /// <summary>All parts; what no part names stands under Other.</summary>
    /// <param name="request">As the record has it.</param>
    /// <param name="now">For dates of another year.</param>
    /// <param name="sites">What a customer's site can be.</param>
    /// <param name="entry">What somebody entered and could not be written; null where nobody did.</param>
    public static IReadOnlyList<DetailPart> Of(IllRequest request, DateTimeOffset now, IReadOnlyList<Site> sites, RequestEntry? entry)
    {
        var user = Parts([(RequestFormWords.Customer, CustomerFields)], RequestFormWords.OtherAboutCustomer, FieldShape.Users, "User.", request.User.Fields, []);
        var transaction = Parts([(RequestFormWords.Item, ItemFields), (RequestFormWords.Request, RequestFields)], RequestFormWords.Other, FieldShape.Transactions, "Transaction.", request.Transaction.Fields, Left);
        return
        [
            .. user.Take(1).Concat(transaction).Concat(user.Skip(1))
                .Select(part => new DetailPart(part.Title, [.. part.Fields.Select(field => DetailField.Of(field, request, now, sites, entry))]))
                .Where(part => part.Fields.Count > 0),
        ];
    }

    /// <summary>The words of a field's name, e.g. <c>Loan Title</c>.</summary>
    public static string Words(string field) => field switch
    {
        "EMailAddress" => RequestFormWords.EMailAddress,
        "NVTGC" => RequestFormWords.SiteCode,
        "Site" => RequestFormWords.PickupSite,
        _ => Boundary().Replace(field, " "),
    };

    private static List<RawPart> Parts(
        (string Title, string[] Fields)[] parts, string otherTitle, FieldShape shape, string prefix, IReadOnlyDictionary<string, object?> fields, string[] left)
    {
        var named = parts.SelectMany(part => part.Fields).Concat(left).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = fields.Keys.Where(name => !named.Contains(name)).ToArray();
        return [.. parts.Append((otherTitle, others)).Select(part => new RawPart(part.Item1, [.. part.Item2.Select(Raw)]))];

        RawField Raw(string name) => new(
            prefix + name, Words(name), shape.Positions.TryGetValue(name, out var at) ? shape.Fields[at].Kind : FieldKind.Text, fields.GetValueOrDefault(name));
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Boundary();

    private sealed record RawPart(string Title, IReadOnlyList<RawField> Fields);
}

/// <summary>A field as the record has it.</summary>
/// <param name="Name">As templates say it, e.g. <c>Transaction.LoanTitle</c>.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">string, int, bool, DateTimeOffset or null.</param>
public sealed record RawField(string Name, string Label, FieldKind Kind, object? Value);

/// <summary>Fields that belong together.</summary>
public sealed record DetailPart(string Title, IReadOnlyList<DetailField> Fields);
