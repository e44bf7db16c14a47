using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace IllAddins.CustomerContact.ContactForm.Exports;

/// <summary>A table as an Excel workbook of one sheet.</summary>
public static class Workbook
{
    // What a cell of Excel holds at most.
    private const int LongestText = 32_767;

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
        DateTime at => new DataCell(at),
        _ => new DataCell(Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
    };

    // XML has no way to write most control characters.
    private static string Text(string text)
    {
        var clean = text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')) ? string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')) : text;
        return clean.Length > LongestText ? clean[..LongestText] : clean;
    }
}
