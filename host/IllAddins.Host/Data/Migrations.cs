using System.Data.Common;

namespace IllAddins.Host.Data;

/// <summary>Numbered changes of the tables, per owner (the host, or an add-in), run in one transaction.</summary>
public static class Migrations
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS Migrations (
            Owner TEXT NOT NULL,
            Number INTEGER NOT NULL,
            RunAt TEXT NOT NULL,
            PRIMARY KEY (Owner, Number)) STRICT
        """;

    /// <summary>Runs those that have not run yet.</summary>
    /// <exception cref="InvalidOperationException">The database is from a later version.</exception>
    public static async Task RunAsync(
        DbDataSource database, string owner, IReadOnlyList<string> migrations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, Table, [], cancellationToken);
        var done = await LastAsync(connection, owner, cancellationToken);
        if (done > migrations.Count)
            throw new InvalidOperationException(
                $"The database was brought to version {done} of '{owner}' by a later release; this one knows {migrations.Count}. Install that release again, or restore the backup made before it.");
        for (var number = done + 1; number <= migrations.Count; number++)
        {
            await ExecuteAsync(connection, migrations[number - 1], [], cancellationToken);
            await ExecuteAsync(
                connection,
                "INSERT INTO Migrations (Owner, Number, RunAt) VALUES (@owner, @number, @at)",
                [("@owner", owner), ("@number", number), ("@at", StoredTime.Write(now))],
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> LastAsync(DbConnection connection, string owner, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(Number), 0) FROM Migrations WHERE Owner = @owner";
        command.Set("@owner", owner);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(
        DbConnection connection, string sql, (string Name, object Value)[] parameters, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Set(name, value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
