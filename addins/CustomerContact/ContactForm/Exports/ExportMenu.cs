namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>The commands that give the list away as a file, described.</summary>
public static class ExportMenu
{
    private const string Menu = "Export";

    public static IReadOnlyList<ScreenCommand> Describe(ExportCommands exports) =>
    [
        Command("export-csv", "Export CSV", "The list as it stands here, or the requests selected, as CSV.", exports.CsvAsync),
        Command("export-xlsx", "Excel (XLSX)", "The list as it stands here, or the requests selected, as an Excel workbook.", exports.ExcelAsync),
        Command("merge-data", "Merge data", "The whole records under ILLiad's field names, as an Excel workbook for letters in Word.", exports.MergeDataAsync),
    ];

    private static ScreenCommand Command(string name, string title, string help, Func<CommandCall, CancellationToken, Task<CommandAnswer>> run) => new()
    {
        Name = name,
        Title = title,
        Section = Menu,
        Menu = Menu,
        Help = help,
        NeedsSelection = "",
        RunAsync = run,
    };
}
