using System.Buffers;
using System.Globalization;
using System.Text;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>A table as CSV (RFC 4180) that spreadsheets open as it is meant: in UTF-8 with a mark, and no cell taken for a formula.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");

    /// <summary>The file's bytes.</summary>
    public static byte[] Of(ExportTable table)
    {
        var text = new StringBuilder();
        Line(text, table.Titles);
        foreach (var row in table.Rows)
            Line(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A text that no spreadsheet takes for a formula: with a <c>'</c> before it where it begins like one.</summary>
    public static string Harmless(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r', ..] ? $"'{text}" : text;

    private static void Line(StringBuilder text, IEnumerable<object?> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(object? value)
    {
        var text = value switch
        {
            string words => Harmless(words),
            DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
