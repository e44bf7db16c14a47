using System.Data.Common;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>A statement that is run for rows of one kind, and how a row fills its parameters.</summary>
/// <param name="text">One statement.</param>
/// <param name="cells">Each parameter's name with its sign, e.g. <c>@site</c>, and its value; null is stored as NULL.</param>
public sealed class RowStatement<T>(string text, params (string Name, Func<T, object?> Value)[] cells)
{
    /// <summary>The command without values.</summary>
    internal DbCommand Make(DbTransaction within)
    {
        var command = within.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (text, within);
        foreach (var (name, _) in cells)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    internal void Fill(DbCommand command, T row)
    {
        for (var at = 0; at < cells.Length; at++)
            command.Parameters[at].Value = cells[at].Value(row) ?? DBNull.Value;
    }
}

/// <summary>The statements of one transaction: each is made once, however many rows it is run for.</summary>
public sealed class Statements(DbTransaction within) : IDisposable
{
    private readonly Dictionary<object, DbCommand> made = new(ReferenceEqualityComparer.Instance);

    public DbTransaction Within => within;

    /// <summary>Runs one for a row.</summary>
    /// <returns>How many rows it wrote.</returns>
    public int Run<T>(RowStatement<T> statement, T row) => Filled(statement, row).ExecuteNonQuery();

    /// <summary>Runs one for a row and reads what it answers; the caller disposes the reader.</summary>
    public DbDataReader Read<T>(RowStatement<T> statement, T row) => Filled(statement, row).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in made.Values)
            command.Dispose();
    }

    private DbCommand Filled<T>(RowStatement<T> statement, T row)
    {
        if (!made.TryGetValue(statement, out var command))
            made[statement] = command = statement.Make(within);
        statement.Fill(command, row);
        return command;
    }
}
