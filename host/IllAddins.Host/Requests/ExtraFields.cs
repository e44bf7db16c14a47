using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IllAddins.Host.Requests;

/// <summary>The columns that ILLiad does not know, kept with the row as a JSON object of texts.</summary>
public static class ExtraFields
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Patrons sign in elsewhere; what ILLiad keeps for that, and what clients of its API send for it, is kept nowhere here.
    private static readonly FrozenSet<string> NeverKept =
        new[] { "Password", "PlainTextPassword", "PasswordHash", "PasswordSalt", "PasswordHint" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is stored after the row's own are written over those there were; a column without a value stays, as null. Patrons' passwords are left out.</summary>
    /// <param name="stored">The JSON kept so far; null for none.</param>
    /// <param name="columns">The row's columns.</param>
    /// <param name="values">One for each column.</param>
    /// <returns>The JSON; null where there is no such column.</returns>
    public static string? Merge(string? stored, RowColumns columns, IReadOnlyList<object?> values)
    {
        if (columns.Extra.Count == 0)
            return stored;
        var fields = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in stored is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?>>(stored) ?? [])
            fields[name] = value;
        foreach (var at in columns.Extra.Where(at => !NeverKept.Contains(columns.Columns[at].Name)))
            fields[columns.Columns[at].Name] = (string?)values[at];
        return JsonSerializer.Serialize(fields, Form);
    }
}
