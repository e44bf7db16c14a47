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

    /// <summary>A text that no spreadsheet takes for a formula: with a <c>'</c> before it where it begins like one, behind whatever is not seen.</summary>
    public static string Harmless(string text)
    {
        var seen = text.AsSpan();
        while (seen is [var first, ..] && IsUnseen(first))
            seen = seen[1..];
        return seen is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || text is ['\t' or '\r' or '\n', ..] ? $"'{text}" : text;
    }

    // Spreadsheets drop some of these before they look, and take the wide forms of their signs for the signs.
    private static bool IsUnseen(char first) => char.IsWhiteSpace(first) || char.GetUnicodeCategory(first) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>A date as text, with its time where it has one.</summary>
    public static string Date(DateTime at) => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<object?> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(object? value)
    {
        var text = value switch
        {
            string words => Harmless(words),
            DateTime at => Date(at),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
