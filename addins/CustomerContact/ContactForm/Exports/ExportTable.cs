namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>A table to be exported. Cells: text, number, DateTime on the site's clock, or null.</summary>
public sealed record ExportTable(IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The list as the screen shows it.</summary>
    public static ExportTable OfList(IReadOnlyList<ScreenColumn> columns, IReadOnlyList<ScreenGroup> groups, IReadOnlyList<ScreenRow> rows, IReadOnlyList<Site> sites)
    {
        var (bySite, titles) = (sites.ToDictionary(site => site.NVTGC, StringComparer.OrdinalIgnoreCase), groups.ToDictionary(group => group.Key, group => group.Title));
        return new ExportTable(
            [FormWords.TransactionNumber, FormWords.Group, .. columns.Select(column => column.Title), FormWords.Site],
            [
                .. rows.Select(row => (IReadOnlyList<object?>)
                [
                    row.TransactionNumber, titles.GetValueOrDefault(row.Group, row.Group),
                    .. columns.Select(column => Shown(row.Cells.GetValueOrDefault(column.Name), bySite.GetValueOrDefault(row.Site))), row.Site,
                ]),
            ]);
    }

    /// <summary>
    /// The whole records under ILLiad's names: the request's fields first, then the user's; one that both have bears a 1 in the user's place, as Word names it.
    /// Columns that only an import brought follow their table's.
    /// </summary>
    public static ExportTable OfRecords(IReadOnlyList<IllRequest> requests)
    {
        var request = Names(requests.Select(each => each.Transaction.Fields));
        var user = Names(requests.Select(each => each.User.Fields)).Where(name => !string.Equals(name, "UserName", StringComparison.OrdinalIgnoreCase)).ToList();
        var taken = request.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ExportTable(
            [.. request, .. user.Select(name => taken.Contains(name) ? $"{name}1" : name), "PickupLocation"],
            [
                .. requests.Select(each => (IReadOnlyList<object?>)
                [
                    .. request.Select(name => Shown(each.Transaction.Fields.GetValueOrDefault(name), each.Site)),
                    .. user.Select(name => Shown(each.User.Fields.GetValueOrDefault(name), each.Site)),
                    each.PickupLocation,
                ]),
            ]);
    }

    private static List<string> Names(IEnumerable<IReadOnlyDictionary<string, object?>> records) =>
        [.. records.SelectMany(record => record.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static object? Shown(object? value, Site? site) => value switch
    {
        DateTimeOffset moment => (site?.ToLocal(moment) ?? moment).DateTime,
        TimeSpan span => PatronWords.Waiting(span),
        bool flag => flag ? FormWords.Yes : FormWords.No,
        _ => value,
    };
}
