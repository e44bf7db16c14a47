using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IllAddins.Host.Data;

/// <summary>
/// A statement that answers no rows, compiled once, whose parameters' places are known. The provider looks every parameter up by its name at every run, which for
/// the short writes of a large batch takes longer than running them.
/// </summary>
internal sealed class CompiledWrite : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly string[] names;

    private CompiledWrite(sqlite3 database, sqlite3_stmt statement)
    {
        (this.database, this.statement) = (database, statement);
        names = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement)).Select(at => raw.sqlite3_bind_parameter_name(statement, at).utf8_to_string() ?? "")];
    }

    /// <summary>Compiles a text; null where it is not one statement that writes, or none at all: the provider then says what is wrong with it.</summary>
    public static CompiledWrite? Of(sqlite3 database, string text)
    {
        if (raw.sqlite3_prepare_v2(database, text, out var statement, out var rest) == raw.SQLITE_OK && statement is { IsInvalid: false })
        {
            if (string.IsNullOrWhiteSpace(rest) && raw.sqlite3_column_count(statement) == 0)
                return new CompiledWrite(database, statement);
            statement.Dispose();
        }

        return null;
    }

    /// <summary>Runs it.</summary>
    /// <param name="parameters">In any order; those that it does not name are left out, as the provider does.</param>
    /// <param name="changed">How many rows were changed.</param>
    /// <returns>False where nothing was done: a value is of an unusual type, a parameter is missing, or the database is busy. The provider knows what is to be done or said then.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public bool TryRun(SqliteParameterCollection parameters, out int changed)
    {
        changed = 0;
        if (!Bind(parameters))
            return false;
        var outcome = raw.sqlite3_step(statement);
        // Taken before the reset, which may give back the same fault.
        if (outcome == raw.SQLITE_DONE)
            changed = raw.sqlite3_changes(database);
        else if (outcome is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            Fail(outcome);
        raw.sqlite3_reset(statement);
        return outcome == raw.SQLITE_DONE;
    }

    public void Dispose() => statement.Dispose();

    private void Fail(int outcome)
    {
        try
        {
            SqliteException.ThrowExceptionForRC(outcome, database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    private bool Bind(SqliteParameterCollection parameters)
    {
        for (var at = 0; at < names.Length; at++)
        {
            // As a rule the parameters were added in the order in which the text names them.
            var given = at < parameters.Count && parameters[at].ParameterName == names[at] ? at : parameters.IndexOf(names[at]);
            if (given < 0 || !Bind(at + 1, parameters[given].Value))
                return false;
        }

        return true;
    }

    private bool Bind(int at, object? value) => value switch
    {
        DBNull => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        bool flag => raw.sqlite3_bind_int64(statement, at, flag ? 1 : 0),
        _ => raw.SQLITE_MISUSE,
    } == raw.SQLITE_OK;
}
