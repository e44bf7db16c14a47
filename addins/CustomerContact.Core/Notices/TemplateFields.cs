namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>How a value that is no text reads in a notice: dates on the site's clock, numbers, Yes and No.</summary>
public delegate string FieldWords(object value);

/// <summary>Reads an add-in's field of one request; answers why there is no value, or null where there is one.</summary>
public delegate string? AddinFieldReader(out string value);

/// <summary>The fields that tags may name, with the values of one request.</summary>
/// <remarks>A name that a dictionary holds is a known field; null is a field without a value. The dictionaries must compare names without regard to case.</remarks>
public sealed record TemplateFields
{
    public required IReadOnlyDictionary<string, object?> Transaction { get; init; }

    public required IReadOnlyDictionary<string, object?> User { get; init; }

    /// <summary>The site's texts. The names in <see cref="LocalInfoFields"/> are known even where they are missing here.</summary>
    public required IReadOnlyDictionary<string, string> LocalInfo { get; init; }

    /// <summary>What <c>&lt;#Items&gt;</c> prints: all items that the text is about (<see cref="ItemList"/>); asked only where a template holds it.</summary>
    public Func<string> Items { get; init; } = () => "";

    /// <summary>The fields of add-ins by their whole names, e.g. <c>BranchSlips.Shelf</c>, without regard to case; each asked only where a template holds it.</summary>
    public IReadOnlyDictionary<string, AddinFieldReader> Addins { get; init; } = new Dictionary<string, AddinFieldReader>();

    /// <summary>Asked only for values that are neither text nor null.</summary>
    public required FieldWords Words { get; init; }

    /// <summary>All known fields as tags name them, set by set: <c>Transaction.LoanTitle</c>.</summary>
    internal IEnumerable<(string Set, string Name)> Names =>
        Transaction.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(name => ("Transaction", name))
            .Concat(User.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(name => ("User", name)))
            .Concat(LocalInfo.Keys.Union(LocalInfoFields.All.Select(known => known.Name), StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase).Select(name => ("LocalInfo", name)))
            .Concat(Addins.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(name => (name[..name.IndexOf('.', StringComparison.Ordinal)], name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])));

    internal bool TryFind(TemplateSegment.Tag tag, out string value) => tag.Set switch
    {
        FieldSet.Any when IsItems(tag.Name) => Text(Items(), out value),
        FieldSet.Transaction => TryFind(Transaction, tag.Name, out value),
        FieldSet.User => TryFind(User, tag.Name, out value),
        FieldSet.LocalInfo => TryFindLocal(tag.Name, out value),
        FieldSet.Any => TryFind(Transaction, tag.Name, out value) || TryFind(User, tag.Name, out value) || TryFindLocal(tag.Name, out value),
        FieldSet.NoSuch when Addins.TryGetValue(tag.Written, out var reader) => TryRead(reader, out value),
        _ => Nothing(out value),
    };

    /// <summary>Why an add-in's field that there is has no value now; null where the tag names none.</summary>
    internal string? Failure(TemplateSegment.Tag tag) => tag.Set is FieldSet.NoSuch && Addins.TryGetValue(tag.Written, out var reader) ? reader(out _) : null;

    private static bool TryRead(AddinFieldReader reader, out string value) => reader(out value) is null;

    internal static bool IsItems(string name) => name.Equals(ItemList.Tag, StringComparison.OrdinalIgnoreCase);

    private static bool Text(string text, out string value)
    {
        value = text;
        return true;
    }

    private bool TryFind(IReadOnlyDictionary<string, object?> fields, string name, out string value)
    {
        var known = fields.TryGetValue(name, out var found);
        value = found switch
        {
            null => "",
            string text => text,
            _ => Words(found),
        };
        return known;
    }

    private bool TryFindLocal(string name, out string value)
    {
        if (LocalInfo.TryGetValue(name, out var found))
        {
            value = found ?? "";
            return true;
        }
        value = "";
        return LocalInfoFields.Knows(name);
    }

    private static bool Nothing(out string value)
    {
        value = "";
        return false;
    }
}
