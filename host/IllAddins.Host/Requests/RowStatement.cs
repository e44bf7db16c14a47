using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>An INSERT or UPDATE of one table, compiled once for each set of columns that rows bring.</summary>
public sealed class RowStatement : IDisposable
{
    // A JSON file may bring other columns with each row; the commands of so many sets are not kept.
    private const int SetsKept = 64;

    private readonly Dictionary<RowColumns, Compiled> compiled = [];
    private readonly DbConnection connection;
    private readonly string table;
    private readonly string? key;
    private readonly string[] settled;
    private readonly HashSet<string> leftOut;

    private RowStatement(DbConnection connection, string table, string? key, string[] settled, IEnumerable<string> leftOut) =>
        (this.connection, this.table, this.key, this.settled, this.leftOut) = (connection, table, key, settled, [.. leftOut]);

    /// <summary>An INSERT of the catalogue's columns that the row brings and of the settled ones, whose values the caller decides.</summary>
    public static RowStatement Insert(DbConnection connection, string table, string[] settled) =>
        new(connection, table, null, settled, settled);

    /// <summary>An UPDATE, likewise, of the row with a key; the columns left out are not written.</summary>
    public static RowStatement Update(DbConnection connection, string table, string key, string[] settled, string[] leftOut) =>
        new(connection, table, key, settled, [.. leftOut, key]);

    /// <summary>Writes the row.</summary>
    /// <param name="within">The open transaction.</param>
    /// <param name="columns">The row's columns.</param>
    /// <param name="values">One for each column.</param>
    /// <param name="decided">The settled columns' values; for an UPDATE the key's value last.</param>
    public void Run(DbTransaction within, RowColumns columns, object?[] values, params ReadOnlySpan<object?> decided)
    {
        if (!compiled.TryGetValue(columns, out var ready))
            ready = Compile(columns);
        for (var at = 0; at < ready.From.Length; at++)
            ready.Values[at] = values[ready.From[at]];
        decided.CopyTo(ready.Values.AsSpan(ready.From.Length));
        ready.Command.Execute(within, ready.Values);
    }

    public void Dispose()
    {
        foreach (var ready in compiled.Values)
            ready.Command.Dispose();
        compiled.Clear();
    }

    private Compiled Compile(RowColumns columns)
    {
        if (compiled.Count >= SetsKept)
            Dispose();
        int[] from = [.. columns.Known.Where(at => !leftOut.Contains(columns.Columns[at].Name))];
        string[] names = [.. from.Select(at => columns.Columns[at].Name), .. settled];
        var command = key is null
            ? new PreparedCommand(connection, InsertText(names), names.Select(Parameter))
            : new PreparedCommand(connection, UpdateText(names, key), names.Append(key).Select(Parameter));
        return compiled[columns] = new Compiled(command, from, new object?[command.Count]);
    }

    private string InsertText(string[] names) =>
        $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(Parameter))})";

    private string UpdateText(string[] names, string where) =>
        $"UPDATE {table} SET {string.Join(", ", names.Select(name => $"{name} = {Parameter(name)}"))} WHERE {where} = {Parameter(where)}";

    private static string Parameter(string name) => $"@{name}";

    private sealed record Compiled(PreparedCommand Command, int[] From, object?[] Values);
}
