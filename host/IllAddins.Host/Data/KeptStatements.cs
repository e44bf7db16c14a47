using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace IllAddins.Host.Data;

/// <summary>
/// A connection that compiles each statement once, however often it is run until the connection is truly closed. The provider compiles at every command, which for the
/// short statements of a large batch takes longer than running them.
/// </summary>
public sealed partial class KeptStatements(string connectionString) : SqliteConnection(connectionString)
{
    // Statements built for the occasion come and go; those of the product are fewer.
    private const int Most = 100;

    private readonly Dictionary<string, SqliteCommand> free = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledWrite?> writes = new(StringComparer.Ordinal);
    private int taken;
    private bool changed;

    /// <summary>The transaction that is open now.</summary>
    internal SqliteTransaction? Ongoing => Transaction;

    /// <summary>A compiled write of this text; null where the provider has to run it.</summary>
    internal CompiledWrite? Write(string text)
    {
        if (writes.TryGetValue(text, out var known))
            return known;
        return State == System.Data.ConnectionState.Open && writes.Count < Most ? writes[text] = CompiledWrite.Of(Handle!, text) : null;
    }

    /// <summary>Whether it is as it was opened: no transaction and no statement in use, no lasting setting.</summary>
    internal bool IsClean => Transaction is null && taken == 0 && !changed;

    /// <summary>Takes a compiled command of this text out of the store, or makes one.</summary>
    internal SqliteCommand Take(string text)
    {
        taken++;
        var command = free.Remove(text, out var kept) ? kept : Make(text);
        // As the provider's own commands do: in the transaction that is open now.
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>Takes back a command that nobody uses any more.</summary>
    internal void Keep(SqliteCommand command)
    {
        taken--;
        command.Parameters.Clear();
        command.Transaction = null;
        if (State != System.Data.ConnectionState.Open || free.Count >= Most || !free.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    public override void Close()
    {
        foreach (var command in free.Values)
            command.Dispose();
        foreach (var write in writes.Values)
            write?.Dispose();
        free.Clear();
        writes.Clear();
        base.Close();
    }

    private SqliteCommand Make(string text)
    {
        changed |= Lasting().IsMatch(text);
        return new SqliteCommand(text, this);
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    // What changes the connection itself would be met by whoever has it next. Whole words: a template is nothing temporary.
    [GeneratedRegex(@"\b(PRAGMA|ATTACH|DETACH|TEMP|TEMPORARY)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lasting();
}
