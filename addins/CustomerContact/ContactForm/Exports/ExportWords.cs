using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>What the commands that export are called and answer. The words stand in ExportWords.resx.</summary>
internal static class ExportWords
{
    private static readonly RoomWords Words = new(typeof(ExportWords));

    public static string Export => Words.Text(nameof(Export));

    public static string ExportCsv => Words.Text(nameof(ExportCsv));

    public static string ExportCsvHelp => Words.Text(nameof(ExportCsvHelp));

    public static string ExportXlsx => Words.Text(nameof(ExportXlsx));

    public static string ExportXlsxHelp => Words.Text(nameof(ExportXlsxHelp));

    public static string MergeData => Words.Text(nameof(MergeData));

    public static string MergeDataHelp => Words.Text(nameof(MergeDataHelp));

    public static string Exported(int requests) => Words.Count(nameof(Exported), requests);

    public static string NothingExported => Words.Text(nameof(NothingExported));
}
