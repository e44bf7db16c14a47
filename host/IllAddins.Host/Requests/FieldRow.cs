using System.Collections;
using System.Collections.Frozen;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>The fields of one row: the catalogue's, always there, and columns that only an import brought.</summary>
public sealed class FieldRow : IReadOnlyDictionary<string, object?>
{
    private static readonly IReadOnlyDictionary<string, string?> NoExtra = new Dictionary<string, string?>();

    private readonly FieldShape shape;
    // Dates are texts until they are asked for: most never are.
    private readonly object?[] values;
    private readonly IReadOnlyDictionary<string, string?> extra;

    private FieldRow(FieldShape shape, object?[] values, IReadOnlyDictionary<string, string?> extra) =>
        (this.shape, this.values, this.extra) = (shape, values, extra);

    public int Count => values.Length + extra.Count;

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<object?> Values => this.Select(pair => pair.Value);

    public object? this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no field '{key}'.");

    /// <summary>The value of the catalogue's field at a place.</summary>
    public object? At(int place) => values[place] is string text && shape.Fields[place].Kind == FieldKind.Date ? values[place] = StoredTime.Read(text) : values[place];

    /// <summary>The columns that only an import brought, by the names it gave them.</summary>
    public IReadOnlyDictionary<string, string?> Extra => extra;

    /// <summary>Reads the columns of a catalogue, which stand together in the result from <paramref name="first"/> on, followed by Extra.</summary>
    public static FieldRow Read(FieldShape shape, DbDataReader reader, int first)
    {
        var values = new object?[shape.Fields.Count];
        for (var at = 0; at < values.Length; at++)
            values[at] = ReadValue(shape.Fields[at].Kind, reader, first + at);
        return new FieldRow(shape, values, reader.TextAt(first + values.Length) is { } extra ? ReadExtra(extra) : NoExtra);
    }

    public bool ContainsKey(string key) => shape.Positions.ContainsKey(key) || extra.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (shape.Positions.TryGetValue(key, out var at))
        {
            value = At(at);
            return true;
        }

        var found = extra.TryGetValue(key, out var text);
        value = text;
        return found;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var at = 0; at < values.Length; at++)
            yield return new(shape.Fields[at].Name, At(at));
        foreach (var (name, text) in extra)
            yield return new(name, text);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static object? ReadValue(FieldKind kind, DbDataReader reader, int at) => kind switch
    {
        FieldKind.Text or FieldKind.Date => reader.TextAt(at),
        FieldKind.Number => reader.NumberAt(at),
        FieldKind.Flag => reader.NumberAt(at) is { } number ? number != 0 : null,
        _ => throw new UnreachableException(),
    };

    private static Dictionary<string, string?> ReadExtra(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? [], StringComparer.OrdinalIgnoreCase);
}

/// <summary>A catalogue made ready for look-ups by name, without regard to case.</summary>
public sealed class FieldShape(IReadOnlyList<Field> fields)
{
    public static readonly FieldShape Transactions = new(FieldCatalogue.Transactions);

    public static readonly FieldShape Users = new(FieldCatalogue.Users);

    public IReadOnlyList<Field> Fields { get; } = fields;

    public FrozenDictionary<string, int> Positions { get; } =
        fields.Select((field, at) => (field.Name, at)).ToFrozenDictionary(pair => pair.Name, pair => pair.at, StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns for a SELECT, with the alias of their table, Extra last.</summary>
    public string Columns(string alias) => string.Join(", ", Fields.Select(field => $"{alias}.{field.Name}").Append($"{alias}.Extra"));
}
