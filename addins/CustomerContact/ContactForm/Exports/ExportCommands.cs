using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>Export and Merge data: the rows selected, or all where none is selected, as a file. Nothing is counted and no status changes.</summary>
public sealed class ExportCommands(IAddinHost host, ContactRows rows, IReadOnlyList<ScreenColumn> columns)
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<CommandAnswer> CsvAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        return shown.Rows.Count == 0 ? None(shown) : await AnswerAsync(call, shown, "customer-contact", "csv", "text/csv", CsvText.Of(await ListAsync(shown, cancellationToken)));
    }

    public async Task<CommandAnswer> ExcelAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        return shown.Rows.Count == 0 ? None(shown) : await AnswerAsync(call, shown, "customer-contact", "xlsx", Excel, await Workbook.OfAsync(FormWords.CustomerContact, await ListAsync(shown, cancellationToken), cancellationToken));
    }

    /// <summary>The whole records under the names that merge letters know.</summary>
    public async Task<CommandAnswer> MergeDataAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        var requests = await host.Record.FindAsync([.. shown.Rows.Select(row => row.TransactionNumber)], cancellationToken);
        return requests.Count == 0 ? None(shown) : await AnswerAsync(call, shown, "merge-data", "xlsx", Excel, await Workbook.OfAsync("Sheet1", ExportTable.OfRecords(requests), cancellationToken));
    }

    private async Task<ExportTable> ListAsync(ShownRows shown, CancellationToken cancellationToken) =>
        ExportTable.OfList(columns, shown.Groups, shown.Rows, await host.SitesAsync(cancellationToken));

    private Task<ShownRows> ShownAsync(CommandCall call, CancellationToken cancellationToken) => ShownRows.OfAsync(host, rows, call, cancellationToken);

    private async Task<CommandAnswer> AnswerAsync(CommandCall call, ShownRows shown, string name, string kind, string contentType, byte[] content) => new()
    {
        Message = ExportWords.Exported(shown.Rows.Count) + Marking.AloneWords(shown.LeftAlone),
        File = new ScreenFile
        {
            Name = $"{SiteTimes.FileName(call.Site ?? (await host.SitesAsync(CancellationToken.None))[0], host.Clock.GetUtcNow(), name)}.{kind}",
            ContentType = contentType,
            Content = content,
        },
    };

    private static CommandAnswer None(ShownRows shown) => new()
    {
        Message = ExportWords.NothingExported + (shown.LeftAlone.Count == 0 ? $" {FormWords.TheListIsEmpty}" : Marking.AloneWords(shown.LeftAlone)),
        Refused = true,
    };
}
