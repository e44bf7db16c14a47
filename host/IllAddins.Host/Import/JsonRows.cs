using System.Text;
using System.Text.Json;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>The rows of a JSON array of flat objects.</summary>
internal sealed class JsonRows(CheckedUtf8 text, ImportKind kind)
{
    private const int SetsKept = 64;

    private readonly Dictionary<string, ColumnSet> sets = [];
    private readonly List<string> names = [];
    private readonly List<string?> texts = [];
    private ColumnSet? last;

    public IEnumerable<SourceRow> Read()
    {
        var elements = new JsonElements(text);
        while (elements.Next())
            yield return Row(elements.Element.Span, elements.Line);
        if (elements.Problem is { } problem)
            yield return new SourceRow.Broken(problem) { Line = elements.Line };
    }

    private SourceRow Row(ReadOnlySpan<byte> element, long line)
    {
        if (ReadFields(element) is { } unreadable)
            return new SourceRow.Bad(unreadable) { Line = line };
        if (last is null || !last.Names.SequenceEqual(names))
            last = Set();
        return last.Columns is { } columns
            ? new SourceRow.Row(columns, [.. texts]) { Line = line }
            : new SourceRow.Bad(last.Problem!) { Line = line };
    }

    private FieldProblem? ReadFields(ReadOnlySpan<byte> element)
    {
        names.Clear();
        texts.Clear();
        var reader = new Utf8JsonReader(element);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return new FieldProblem { Found = "a value that is no object", Expected = "an object with a field for each column" };
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                if (ReadField(ref reader) is { } problem)
                    return problem;
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to half of a surrogate pair, e.g. "\ud83d" alone.
            return new FieldProblem { Found = "an escape (\\u...) that is no character", Expected = "text" };
        }

        return null;
    }

    private FieldProblem? ReadField(ref Utf8JsonReader reader)
    {
        var at = names.Count;
        var name = last is not null && at < last.Names.Count && reader.ValueTextEquals(last.Names[at]) ? last.Names[at] : reader.GetString()!;
        names.Add(name);
        reader.Read();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return new FieldProblem
            {
                Column = name,
                Found = reader.TokenType == JsonTokenType.StartObject ? "an object" : "an array",
                Expected = "a text, a number, true, false or null",
            };
        texts.Add(reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => Encoding.UTF8.GetString(reader.ValueSpan),
        });
        return null;
    }

    private ColumnSet Set()
    {
        var key = string.Join('\n', names);
        if (sets.TryGetValue(key, out var known))
            return known;
        if (sets.Count >= SetsKept)
            sets.Clear();
        string[] trimmed = [.. names.Select(name => name.Trim())];
        var problem = kind.Problem(trimmed);
        return sets[key] = new ColumnSet([.. names], problem is null ? RowColumns.Of(kind.Shape, trimmed) : null, problem);
    }

    private sealed record ColumnSet(List<string> Names, RowColumns? Columns, FieldProblem? Problem);
}
