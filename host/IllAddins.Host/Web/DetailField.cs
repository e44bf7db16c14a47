using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>A field of the request form.</summary>
public sealed record DetailField
{
    // Longer texts do not fit a line.
    private const int Line = 34;

    private static readonly string[] Methods = ["Hold for Pickup", "Mail to Address"];

    /// <summary>As templates say it, e.g. <c>Transaction.LoanTitle</c>.</summary>
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>How it is shown where nobody may change it; null where staff may.</summary>
    public string? Locked { get; init; }

    /// <summary>What stands in the record, as it is edited; empty for no value.</summary>
    public required string Was { get; init; }

    /// <summary>What stands in the form.</summary>
    public required string Value { get; init; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>All that it can be; none where anything can be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it usually is.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Whether it may have several lines of its own.</summary>
    public bool Multiline => Name == "Transaction.SpecIns" || Was.Contains('\n', StringComparison.Ordinal);

    /// <summary>Lines that its text needs; 1 for a plain field.</summary>
    public int Lines => Kind is not FieldKind.Text || Choices.Count > 0 ? 1 : Math.Clamp(Value.Split('\n').Sum(line => 1 + (Math.Max(0, line.Length - 1) / Line)), Multiline ? 2 : 1, 8);

    /// <summary>Whether it is of no interest to somebody who only reads.</summary>
    public bool Hidden => Value.Length == 0 && Was.Length == 0 && Problem is null && Locked is null or "";

    public bool Changed => Value != Was;

    public static DetailField Of(RawField field, IllRequest request, DateTimeOffset now, IReadOnlyList<Site> sites, RequestEntry? entry)
    {
        var was = FieldText.Write(field.Value, SiteRecords.Zone(request.Site.TimeZone)!);
        return new DetailField
        {
            Name = field.Name,
            Label = field.Label,
            Kind = field.Kind,
            Locked = EditedField.IsLocked(field.Name) ? CellText.Of(field.Value, request.Site, now) : null,
            Was = was,
            Value = entry?.Texts.GetValueOrDefault(field.Name) ?? was,
            Problem = entry?.Problems.GetValueOrDefault(field.Name),
            Choices = ChoicesOf(field, sites),
            Suggestions = SuggestionsOf(field.Name),
        };
    }

    private static IReadOnlyList<string> ChoicesOf(RawField field, IReadOnlyList<Site> sites) => field.Name switch
    {
        "User.NVTGC" => [.. sites.Select(site => site.NVTGC)],
        "Transaction.RequestType" => ["Loan", "Article"],
        _ when field.Kind is FieldKind.Flag => ["", "Yes", "No"],
        _ => [],
    };

    private static string[] SuggestionsOf(string name) => name switch
    {
        "User.NotificationMethod" => ["Electronic", "Phone", "Mail"],
        "User.DeliveryMethod" or "User.LoanDeliveryMethod" or "Transaction.DeliveryMethod" => Methods,
        _ => [],
    };
}
