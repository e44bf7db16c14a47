namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>The commands that give the list away as a file, described.</summary>
public static class ExportMenu
{

    public static IReadOnlyList<ScreenCommand> Describe(ExportCommands exports) =>
    [
        Command("export-csv", ExportWords.ExportCsv, ExportWords.ExportCsvHelp, exports.CsvAsync),
        Command("export-xlsx", ExportWords.ExportXlsx, ExportWords.ExportXlsxHelp, exports.ExcelAsync),
        Command("merge-data", ExportWords.MergeData, ExportWords.MergeDataHelp, exports.MergeDataAsync),
    ];

    private static ScreenCommand Command(string name, string title, string help, Func<CommandCall, CancellationToken, Task<CommandAnswer>> run) => new()
    {
        Name = name,
        Title = title,
        Section = ExportWords.Export,
        Menu = ExportWords.Export,
        Help = help,
        NeedsSelection = "",
        RunAsync = run,
    };
}
