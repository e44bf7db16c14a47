using System.Text.RegularExpressions;

namespace IllAddins.Host.Web;

/// <summary>The filled fields of a request, in the order in which staff read them.</summary>
public static partial class RequestDetails
{
    private static readonly (string Title, string[] Fields)[] UserParts =
    [
        ("Customer",
        [
            "LastName", "FirstName", "UserName", "ExternalUserId", "SSN", "Status", "EMailAddress", "Phone", "MobilePhone", "Fax", "NotificationMethod",
            "LoanDeliveryMethod", "DeliveryMethod", "Department", "Organization", "NVTGC", "Site", "Address", "Address2", "City", "State", "Zip", "Country",
        ]),
    ];

    private static readonly (string Title, string[] Fields)[] TransactionParts =
    [
        ("Item",
        [
            "LoanTitle", "LoanAuthor", "LoanEdition", "LoanPublisher", "LoanPlace", "LoanDate", "PhotoJournalTitle", "PhotoArticleTitle", "PhotoArticleAuthor",
            "PhotoJournalVolume", "PhotoJournalIssue", "PhotoJournalMonth", "PhotoJournalYear", "PhotoJournalInclusivePages", "ISSN", "DocumentType",
            "CallNumber", "Location", "ItemNumber", "Pieces", "DueDate", "LibraryUseOnly", "RenewalsAllowed", "ItemInfo1", "ItemInfo2", "ItemInfo3", "ItemInfo4", "ItemInfo5",
        ]),
        ("Request",
        [
            "ProcessType", "RequestType", "CreationDate", "TransactionDate", "InProcessDate", "DeliveryMethod", "LendingLibrary", "LendingString", "ILLNumber",
            "ESPNumber", "ReferenceNumber", "WantedBy", "NotWantedAfter", "Rush", "SpecIns", "SpecialService", "ReasonForCancellation",
        ]),
    ];

    // Shown in the heading, or a copy of what is shown.
    private static readonly string[] Left = ["TransactionNumber", "TransactionStatus", "Username"];

    /// <summary>The parts with at least one filled field; what no part names stands under Other.</summary>
    public static IReadOnlyList<DetailPart> Of(IllRequest request, DateTimeOffset now)
    {
        var user = Parts(UserParts, "Other about the customer", request.User.Fields, []);
        var transaction = Parts(TransactionParts, "Other", request.Transaction.Fields, Left);
        return [.. user.Take(1).Concat(transaction).Concat(user.Skip(1)).Select(part => Write(part, request, now)).Where(part => part.Lines.Count > 0)];
    }

    /// <summary>The words of a field's name, e.g. <c>Loan Title</c>.</summary>
    public static string Words(string field) => field switch
    {
        "EMailAddress" => "E-mail Address",
        "NVTGC" => "Site (NVTGC)",
        "Site" => "Pickup Site",
        _ => Boundary().Replace(field, " "),
    };

    private static List<RawPart> Parts(
        (string Title, string[] Fields)[] parts, string otherTitle, IReadOnlyDictionary<string, object?> fields, string[] left)
    {
        var named = parts.SelectMany(part => part.Fields).Concat(left).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var list = parts.Select(part => new RawPart(part.Title, [.. part.Fields.Select(name => (name, fields.GetValueOrDefault(name)))])).ToList();
        list.Add(new RawPart(otherTitle, [.. fields.Where(pair => !named.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value))]));
        return list;
    }

    private static DetailPart Write(RawPart part, IllRequest request, DateTimeOffset now) => new(
        part.Title,
        [.. part.Fields.Where(field => field.Value is not (null or "")).Select(field => new DetailLine(Words(field.Name), CellText.Of(field.Value, request.Site, now)))]);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Boundary();

    private sealed record RawPart(string Title, IReadOnlyList<(string Name, object? Value)> Fields);
}

/// <summary>Fields that belong together.</summary>
public sealed record DetailPart(string Title, IReadOnlyList<DetailLine> Lines);

/// <summary>A field as shown.</summary>
public sealed record DetailLine(string Label, string Text);
