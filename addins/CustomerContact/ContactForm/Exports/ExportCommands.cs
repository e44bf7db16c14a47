using System.Globalization;
using IllAddins.CustomerContact.ContactForm.Printing;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>Export and Merge data: the rows selected, or all where none is selected, as a file. Nothing is counted and no status changes.</summary>
public sealed class ExportCommands(IAddinHost host, ContactRows rows, IReadOnlyList<ScreenColumn> columns)
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<CommandAnswer> CsvAsync(CommandCall call, CancellationToken cancellationToken) =>
        await ListAsync(call, cancellationToken) is { } table ? Answer(table.Rows.Count, "customer-contact", "csv", "text/csv", CsvText.Of(table.Titles, table.Rows)) : None();

    public async Task<CommandAnswer> ExcelAsync(CommandCall call, CancellationToken cancellationToken) => await ListAsync(call, cancellationToken) is { } table
        ? Answer(table.Rows.Count, "customer-contact", "xlsx", Excel, await Workbook.OfAsync("Customer Contact", table, cancellationToken))
        : None();

    /// <summary>The whole records under the names that merge letters know.</summary>
    public async Task<CommandAnswer> MergeDataAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        var requests = await host.Record.FindAsync([.. shown.Rows.Select(row => row.TransactionNumber)], cancellationToken);
        return requests.Count == 0
            ? None()
            : Answer(requests.Count, "merge-data", "xlsx", Excel, await Workbook.OfAsync("Sheet1", ExportTable.OfRecords(requests), cancellationToken));
    }

    private async Task<ExportTable?> ListAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (groups, shown) = await ShownAsync(call, cancellationToken);
        return shown.Count == 0 ? null : ExportTable.OfList(columns, groups, shown, await host.SitesAsync(cancellationToken));
    }

    // In the order of the list, group by group.
    private async Task<(IReadOnlyList<ScreenGroup> Groups, IReadOnlyList<ScreenRow> Rows)> ShownAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var content = await rows.LoadAsync(new ScreenCall { User = call.User, Site = call.Site }, cancellationToken);
        var selected = call.Rows.Select(row => row.TransactionNumber).ToHashSet();
        var byGroup = content.Rows.Where(row => selected.Count == 0 || selected.Contains(row.TransactionNumber)).ToLookup(row => row.Group);
        return (content.Groups, [.. content.Groups.SelectMany(group => byGroup[group.Key])]);
    }

    private CommandAnswer Answer(int count, string name, string kind, string contentType, byte[] content) => new()
    {
        Message = $"{PrintWords.Counted(count, "request")} exported.",
        File = new ScreenFile
        {
            Name = $"{name}-{host.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.{kind}",
            ContentType = contentType,
            Content = content,
        },
    };

    private static CommandAnswer None() => new() { Message = "Nothing exported: none of the requests stands here any more.", Refused = true };
}
