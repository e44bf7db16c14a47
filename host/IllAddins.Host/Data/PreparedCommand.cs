using System.Data.Common;

namespace IllAddins.Host.Data;

/// <summary>A command compiled once and run for many rows of one connection; its values are given in the order of its parameters.</summary>
public sealed class PreparedCommand : IDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter[] parameters;

    /// <summary>Compiles at first use.</summary>
    /// <param name="connection">An open connection that outlives this command.</param>
    /// <param name="sql">One or more statements.</param>
    /// <param name="names">The parameters' names with their sign, e.g. <c>@site</c>.</param>
    public PreparedCommand(DbConnection connection, string sql, params IEnumerable<string> names)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        parameters = [.. names.Select(name => Add(command, name))];
    }

    /// <summary>How many values a run takes.</summary>
    public int Count => parameters.Length;

    /// <summary>Runs it within the transaction; null is stored as NULL.</summary>
    /// <returns>How many rows it wrote.</returns>
    public int Execute(DbTransaction within, params ReadOnlySpan<object?> values)
    {
        Bind(within, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it within the transaction and reads its rows; the caller disposes the reader.</summary>
    public DbDataReader Query(DbTransaction within, params ReadOnlySpan<object?> values)
    {
        Bind(within, values);
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();

    private void Bind(DbTransaction within, ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, parameters.Length);
        command.Transaction = within;
        for (var at = 0; at < parameters.Length; at++)
            parameters[at].Value = values[at] ?? DBNull.Value;
    }

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
