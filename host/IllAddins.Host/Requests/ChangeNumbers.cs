using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>The running number of changes.</summary>
public static class ChangeNumbers
{
    /// <summary>Takes the next number; readers see it only together with the change itself.</summary>
    public static long Next(DbConnection connection, DbTransaction within) =>
        connection.ExecuteScalar<long>("UPDATE ChangeNumber SET Last = Last + 1 WHERE Id = 1 RETURNING Last", transaction: within);

    /// <summary>The number of the last change.</summary>
    public static async Task<long> LastAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT Last FROM ChangeNumber WHERE Id = 1", cancellationToken: cancellationToken));
    }
}
