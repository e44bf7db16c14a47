using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Scripting.Asked;

/// <summary>The fields of one of a request's tables: those of the list, and columns of the record that only an import brought.</summary>
internal sealed class AskedFields(AskedRequest asked, FrozenDictionary<string, RequestField> known, IReadOnlyDictionary<string, object?> row) : IReadOnlyDictionary<string, object?>
{
    /// <summary>For a table that is no row of the record.</summary>
    public static readonly IReadOnlyDictionary<string, object?> NoRow = FrozenDictionary<string, object?>.Empty;

    public AskedRequest Asked => asked;

    public FrozenDictionary<string, RequestField> Known => known;

    public int Count => Keys.Count();

    public IEnumerable<string> Keys => known.Keys.Concat(Brought());

    public IEnumerable<object?> Values => Keys.Select(key => this[key]);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no field '{key}'.");

    public bool ContainsKey(string key) => known.ContainsKey(key) || Brought().Contains(key, StringComparer.Ordinal);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (known.TryGetValue(key, out var field))
        {
            value = field.Read(asked);
            return true;
        }

        var found = Brought().Contains(key, StringComparer.Ordinal);
        value = found ? row[key] : null;
        return found;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<string> Brought() => row is FieldRow read ? read.Extra.Keys : row.Keys.Where(key => !known.ContainsKey(key));
}
