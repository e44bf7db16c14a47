using CsvHelper;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>The rows of a CSV file whose first line names the columns.</summary>
internal sealed class CsvRows(CheckedUtf8 text, char delimiter, ImportKind kind)
{
    // A quotation mark that is never closed must not swallow a file into memory.
    private const int LongestRow = 4 * 1024 * 1024;

    private CsvMalformedRecord? malformed;

    /// <summary>Reads row by row; lines without any cell filled are passed over.</summary>
    public IEnumerable<SourceRow> Read()
    {
        using var reader = CsvReader.Create(text, Options(), leaveOpen: true);
        RowColumns? columns = null;
        while (Next(reader, out var tooLong))
        {
            var row = tooLong ?? Row(reader, ref columns);
            if (row is not null)
                yield return row;
            if (row is SourceRow.Broken)
                yield break;
        }
    }

    private CsvReaderOptions Options() => new()
    {
        Separator = delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        TrimWhitespace = true,
        MaxRecordSize = LongestRow,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record => malformed = record,
    };

    private bool Next(CsvReader reader, out SourceRow.Broken? tooLong)
    {
        (malformed, tooLong) = (null, null);
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException fault)
        {
            tooLong = new SourceRow.Broken(new FieldProblem
            {
                Found = "a row of more than 4 MB",
                Expected = "shorter rows",
                Remedy = "Look for a quotation mark that is not closed.",
            })
            { Line = fault.LineNumber };
            return true;
        }
    }

    // The first row that is not blank names the columns.
    private SourceRow? Row(CsvReader reader, ref RowColumns? columns)
    {
        var cells = new string[reader.FieldCount];
        for (var at = 0; at < cells.Length; at++)
            cells[at] = reader.GetString(at);
        if (Array.TrueForAll(cells, cell => cell.Length == 0))
            return null;
        if (columns is null)
        {
            string[] names = [.. cells.Select(cell => cell.Trim())];
            if ((Quotes() ?? kind.Problem(names)) is { } unusable)
                return new SourceRow.Broken(unusable) { Line = reader.LineNumber };
            columns = RowColumns.Of(kind.Shape, names);
            return null;
        }

        return (Quotes() ?? Count(cells.Length, columns.Columns.Count)) is { } problem
            ? new SourceRow.Bad(problem) { Line = reader.LineNumber }
            : new SourceRow.Row(columns, WithoutNulls(columns, cells)) { Line = reader.LineNumber };
    }

    // SQL Server Management Studio writes NULL where there is no value. People are called so, too.
    private static string?[] WithoutNulls(RowColumns columns, string?[] cells)
    {
        for (var at = 0; at < cells.Length; at++)
            if (cells[at] == "NULL" && columns.Columns[at].Name is not ("UserName" or "Username" or "LastName"))
                cells[at] = null;
        return cells;
    }

    // A quotation mark within an unquoted cell (5" disk) is an ordinary letter.
    private FieldProblem? Quotes()
    {
        if (malformed is not { Reason: not CsvMalformedReason.StrayQuote } record)
            return null;
        var lines = record.RawRecord.ReplaceLineEndings("\n").AsSpan().Count('\n');
        var until = lines == 0 ? "" : $", in a row that reaches to line {record.LineNumber + lines}";
        return record.Reason == CsvMalformedReason.UnterminatedQuote
            ? new FieldProblem { Found = $"a quotation mark that is never closed{until}", Expected = "a quotation mark at the end of each quoted cell" }
            : new FieldProblem
            {
                Found = $"text after the closing quotation mark of a cell{until}",
                Expected = "a delimiter there; quotation marks inside a quoted cell are doubled",
            };
    }

    private static FieldProblem? Count(int found, int expected) => found == expected ? null : new FieldProblem
    {
        Found = found == 1 ? "1 cell" : $"{found} cells",
        Expected = $"{expected}, as many as the first line names",
        Remedy = "Put cells that contain the delimiter into quotation marks.",
    };
}
