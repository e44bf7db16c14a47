using System.Data.Common;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>Writes that belong together.</summary>
public static class Writes
{
    /// <summary>Runs the write in one transaction; an exception keeps nothing of it.</summary>
    public static async Task WriteAsync(this DbDataSource database, Action<DbTransaction> write, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        write(transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>As the other one, for a write that answers and calls the record.</summary>
    public static async Task<T> WriteAsync<T>(this DbDataSource database, Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var answer = await write(transaction);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
