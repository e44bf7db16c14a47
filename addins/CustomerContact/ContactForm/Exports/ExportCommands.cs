using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>Export and Merge data: the rows selected, or all where none is selected, as a file. Nothing is counted and no status changes.</summary>
/// <param name="host">The host.</param>
/// <param name="list">Which list.</param>
public sealed class ExportCommands(IAddinHost host, ExportedList list)
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<CommandAnswer> CsvAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        return shown.Rows.Count == 0 ? None(shown) : await AnswerAsync(call, shown, list.FileName, "csv", "text/csv", CsvText.Of(await ListAsync(shown, cancellationToken)));
    }

    public async Task<CommandAnswer> ExcelAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        return shown.Rows.Count == 0 ? None(shown) : await AnswerAsync(call, shown, list.FileName, "xlsx", Excel, await Workbook.OfAsync(list.Title, await ListAsync(shown, cancellationToken), cancellationToken));
    }

    /// <summary>The whole records under the names that merge letters know.</summary>
    public async Task<CommandAnswer> MergeDataAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(call, cancellationToken);
        var requests = await host.Record.FindAsync([.. shown.Rows.Select(row => row.TransactionNumber)], cancellationToken);
        return requests.Count == 0 ? None(shown) : await AnswerAsync(call, shown, "merge-data", "xlsx", Excel, await Workbook.OfAsync("Sheet1", ExportTable.OfRecords(requests), cancellationToken));
    }

    private async Task<ExportTable> ListAsync(ShownRows shown, CancellationToken cancellationToken) =>
        ExportTable.OfList(list.Columns, shown.Groups, shown.Rows, await host.SitesAsync(cancellationToken));

    private Task<ShownRows> ShownAsync(CommandCall call, CancellationToken cancellationToken) => ShownRows.OfAsync(host, list.LoadAsync, call, cancellationToken);

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

/// <summary>A list of a screen that is exported.</summary>
/// <param name="FileName">How its files are called, before the time.</param>
/// <param name="Title">The name of its sheet.</param>
/// <param name="Columns">As the screen has them.</param>
/// <param name="LoadAsync">Reads its rows.</param>
public sealed record ExportedList(string FileName, string Title, IReadOnlyList<ScreenColumn> Columns, Func<ScreenCall, CancellationToken, Task<ScreenContent>> LoadAsync);
