using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>A table as an Excel workbook of one sheet.</summary>
public static partial class Workbook
{
    // What a cell of Excel holds at most.
    private const int LongestText = 32_767;

    private const char Replacement = '\uFFFD', Ellipsis = '\u2026';

    // Excel counts the days from 1900 on, and up to this one it is a day off.
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    /// <summary>The file's bytes.</summary>
    public static async Task<byte[]> OfAsync(string sheet, ExportTable table, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellationToken))
        {
            await workbook.StartWorksheetAsync(sheet, token: cancellationToken);
            var bold = workbook.AddStyle(new Style { Font = { Bold = true } });
            await workbook.AddRowAsync([.. table.Titles.Select(title => new StyledCell(title, bold))], cancellationToken);
            foreach (var row in table.Rows)
                await workbook.AddRowAsync([.. row.Select(Cell)], cancellationToken);
            await workbook.FinishAsync(cancellationToken);
        }

        return stream.ToArray();
    }

    private static DataCell Cell(object? value) => value switch
    {
        null => default,
        int number => new DataCell(number),
        DateTime at when at >= FirstDay => new DataCell(at),
        DateTime at => new DataCell(CsvText.Date(at)),
        _ => new DataCell(Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
    };

    private static string Text(string text) => Shortened(Clean(Escape().Replace(text, "_x005F_").ReplaceLineEndings("\n")));

    private static string Shortened(string text) =>
        text.Length <= LongestText ? text : text[..(LongestText - (char.IsHighSurrogate(text[LongestText - 2]) ? 2 : 1))] + Ellipsis;

    // XML has no way to write most control characters, half of a surrogate pair, and two characters that are none.
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (letter.Value is 0xFFFE or 0xFFFF)
                clean.Append(Replacement);
            else if (letter.Value is '\n' or '\t' || !Rune.IsControl(letter))
                clean.Append(letter.ToString());
        }

        return clean.ToString();
    }

    // Excel reads _x0041_ as an A.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
