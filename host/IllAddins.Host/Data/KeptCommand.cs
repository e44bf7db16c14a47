using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace IllAddins.Host.Data;

/// <summary>A command that hands its compiled statement back to its connection when it is disposed.</summary>
internal sealed class KeptCommand(KeptStatements connection) : DbCommand
{
    private SqliteCommand inner = connection.Take("");
    private DbDataReader? reader;

    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => Become(value ?? "");
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => inner.Connection;
        set => inner.Connection = (SqliteConnection?)value;
    }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => inner.Transaction;
        set => inner.Transaction = (SqliteTransaction?)value;
    }

    public override void Cancel() => inner.Cancel();

    public override int ExecuteNonQuery() =>
        inner.Transaction == connection.Ongoing && connection.Write(inner.CommandText) is { } write && write.TryRun(inner.Parameters, out var changed)
            ? changed
            : inner.ExecuteNonQuery();

    public override object? ExecuteScalar() => inner.ExecuteScalar();

    public override void Prepare() => inner.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => reader = inner.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        // One that is still being read cannot be run by somebody else.
        if (reader is { IsClosed: false } || inner.Connection != connection)
            inner.Dispose();
        else
            connection.Keep(inner);
        base.Dispose(disposing);
    }

    private void Become(string text)
    {
        if (text == inner.CommandText)
            return;
        var taken = connection.Take(text);
        foreach (SqliteParameter parameter in inner.Parameters)
            taken.Parameters.Add(parameter);
        (taken.Transaction, taken.CommandTimeout) = (inner.Transaction, inner.CommandTimeout);
        inner.Parameters.Clear();
        connection.Keep(inner);
        inner = taken;
    }
}
