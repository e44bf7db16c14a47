using System.Text;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>An opened file: its rows, and how much of it has been read.</summary>
internal sealed class SourceFile : IDisposable
{
    private readonly FileStream file;
    private readonly CheckedUtf8 text;
    private readonly ImportKind kind;
    private bool inLines;

    private SourceFile(string name, FileStream file, ImportKind kind)
    {
        Name = name;
        this.file = file;
        this.kind = kind;
        text = new CheckedUtf8(Decoded(file));
    }

    /// <summary>The path as it was given.</summary>
    public string Name { get; }

    /// <summary>Null for a pipe.</summary>
    public long? Length => file.CanSeek ? file.Length : null;

    /// <summary>Bytes read so far; for a pipe 0.</summary>
    public long Position => file.CanSeek ? file.Position : 0;

    /// <summary>Opens a file.</summary>
    /// <param name="name">Its path.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="problem">Why it cannot be opened; null where it was.</param>
    public static SourceFile? Open(string name, ImportKind kind, out FieldProblem? problem)
    {
        problem = null;
        try
        {
            return new SourceFile(name, new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16), kind);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = new FieldProblem { Found = "no such file", Expected = $"a CSV file or a JSON array of {kind.Rows}", Remedy = "Check the path." };
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(name))
        {
            problem = new FieldProblem { Found = "a folder", Expected = $"a CSV file or a JSON array of {kind.Rows}" };
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            problem = Unreadable(fault, $"a file of {kind.Rows} that may be read");
        }

        return null;
    }

    /// <summary>The rows, in the order of the file. Ends after a <see cref="SourceRow.Broken"/>.</summary>
    public IEnumerable<SourceRow> Rows()
    {
        using var rows = Read().GetEnumerator();
        SourceRow? row = null;
        while (Next(rows) is { } next)
        {
            if (row is not null)
                yield return row;
            row = next;
        }

        // What ends within the broken line is half a row; half an array breaks by itself.
        var half = text.BrokenLine is not null && (row is SourceRow.Broken || (inLines && text.EndsWithinLine));
        if (row is not null && !half)
            yield return row;
        if (text.BrokenLine is { } line)
            yield return NotUtf8(line);
    }

    public void Dispose() => text.Dispose();

    // An exception cannot be caught where rows are yielded, so each step is taken here.
    private static SourceRow? Next(IEnumerator<SourceRow> rows)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (IOException fault)
        {
            return new SourceRow.Broken(Unreadable(fault, "a file that can be read to its end")) { Line = 0 };
        }
    }

    private IEnumerable<SourceRow> Read()
    {
        var first = text.Peek().TrimStart(" \t\r\n"u8);
        if (first.IsEmpty)
            return [new SourceRow.Broken(new FieldProblem { Found = "an empty file", Expected = $"a CSV file or a JSON array of {kind.Rows}" }) { Line = 1 }];
        if (first.StartsWith("PK"u8) && first.Length > 2 && first[2] < ' ')
            return [new SourceRow.Broken(Workbook()) { Line = 1 }];
        inLines = first[0] is not ((byte)'[' or (byte)'{');
        return first[0] switch
        {
            (byte)'[' => new JsonRows(text, kind).Read(),
            (byte)'{' => [new SourceRow.Broken(new FieldProblem
            {
                Found = "a JSON object",
                Expected = "a JSON array of objects: [{...}, {...}]",
                Remedy = "Put the objects into one array.",
            })
            { Line = 1 }],
            _ => new CsvRows(text, Delimiters.Of(text.Peek()), kind).Read(),
        };
    }

    // Only a file can be looked at and wound back.
    private static Stream Decoded(FileStream file)
    {
        if (!file.CanSeek)
            return file;
        Span<byte> mark = stackalloc byte[2];
        var read = file.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        var little = read == 2 && mark[0] == 0xFF && mark[1] == 0xFE;
        var big = read == 2 && mark[0] == 0xFE && mark[1] == 0xFF;
        if (little || big)
            return Encoding.CreateTranscodingStream(file, new UnicodeEncoding(big, byteOrderMark: false), new UTF8Encoding(false));
        file.Seek(0, SeekOrigin.Begin);
        return file;
    }

    private FieldProblem Workbook() => new()
    {
        Found = "an Excel workbook, or another ZIP file",
        Expected = $"a CSV file or a JSON array of {kind.Rows}",
        Remedy = "Save the sheet as 'CSV UTF-8' and import that file.",
    };

    private static SourceRow.Broken NotUtf8(long line) => new(new FieldProblem
    {
        Found = "bytes that are not UTF-8",
        Expected = "text in UTF-8 (or UTF-16 with a byte order mark)",
        Remedy = "Save the file as UTF-8 and import it again; what stands before this line has been read.",
    })
    { Line = line };

    private static FieldProblem Unreadable(Exception fault, string expected) =>
        new() { Found = $"a file that cannot be read ({fault.Message.TrimEnd('.')})", Expected = expected };
}
