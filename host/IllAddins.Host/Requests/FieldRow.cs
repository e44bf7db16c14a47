using System.Collections;
using System.Collections.Frozen;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IllAddins.Host.Requests;

/// <summary>The fields of one row: the catalogue's, always there, and columns that only an import brought.</summary>
public sealed class FieldRow : IReadOnlyDictionary<string, object?>
{
    private static readonly IReadOnlyDictionary<string, string?> NoExtra = new Dictionary<string, string?>();

    private readonly FieldShape shape;
    private readonly byte[] json;
    // Where each value begins; the complement of that, below zero, where it is null.
    private readonly int[] starts;
    // What was asked for: most fields of most rows never are.
    private object?[]? values;
    private IReadOnlyDictionary<string, string?>? extra;

    private FieldRow(FieldShape shape, byte[] json) => (this.shape, this.json, starts) = (shape, json, Starts(json, shape.Fields.Count + 1));

    public int Count => shape.Fields.Count + Extra.Count;

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<object?> Values => this.Select(pair => pair.Value);

    public object? this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no field '{key}'.");

    /// <summary>The value of the catalogue's field at a place.</summary>
    public object? At(int place)
    {
        if (starts[place] < 0)
            return null;
        var known = values ??= new object?[shape.Fields.Count];
        return known[place] ??= Read(shape.Fields[place].Kind, ValueAt(place));
    }

    /// <summary>The columns that only an import brought, by the names it gave them.</summary>
    public IReadOnlyDictionary<string, string?> Extra => extra ??= starts[^1] < 0 ? NoExtra : ReadExtra(ValueAt(starts.Length - 1).GetString()!);

    /// <summary>Reads a cell that <see cref="FieldShape.Column"/> selected.</summary>
    public static FieldRow Read(FieldShape shape, DbDataReader reader, int at) => new(shape, reader.GetFieldValue<byte[]>(at));

    public bool ContainsKey(string key) => shape.Positions.ContainsKey(key) || Extra.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (shape.Positions.TryGetValue(key, out var at))
        {
            value = At(at);
            return true;
        }

        var found = Extra.TryGetValue(key, out var text);
        value = text;
        return found;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var at = 0; at < shape.Fields.Count; at++)
            yield return new(shape.Fields[at].Name, At(at));
        foreach (var (name, text) in Extra)
            yield return new(name, text);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int[] Starts(byte[] json, int count)
    {
        var starts = new int[count];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        for (var at = 0; at < count && reader.Read(); at++)
            starts[at] = reader.TokenType == JsonTokenType.Null ? ~(int)reader.TokenStartIndex : (int)reader.TokenStartIndex;
        return starts;
    }

    private Utf8JsonReader ValueAt(int place)
    {
        var reader = new Utf8JsonReader(json.AsSpan(starts[place]), isFinalBlock: false, default);
        reader.Read();
        return reader;
    }

    private static object Read(FieldKind kind, Utf8JsonReader value) => kind switch
    {
        FieldKind.Text => value.GetString()!,
        FieldKind.Date => StoredTime.Read(value.GetString()!),
        FieldKind.Number => value.GetInt32(),
        FieldKind.Flag => value.GetInt32() != 0,
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

    /// <summary>
    /// One column for a SELECT, from the table with this alias: all fields and last Extra. A cell for each would be asked of the provider, which for wide rows of which few
    /// fields are looked at takes several times as long as reading them.
    /// </summary>
    public string Column(string alias) => $"json_array({string.Join(", ", Fields.Select(field => $"{alias}.{field.Name}").Append($"{alias}.Extra"))})";
}
