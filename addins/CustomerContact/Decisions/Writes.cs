using System.Data.Common;
using System.Runtime.CompilerServices;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>Writes that belong together.</summary>
public static class Writes
{
    // One writer at a time is all that the embedded database takes; who waits for it there looks again and again, and in no order.
    private static readonly ConditionalWeakTable<DbDataSource, SemaphoreSlim> Turns = [];

    /// <summary>Runs the write in one transaction; an exception keeps nothing of it.</summary>
    public static async Task WriteAsync(this DbDataSource database, Action<DbTransaction> write, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(database, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        write(transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>As the other one, for a write that answers and calls the record.</summary>
    public static async Task<T> WriteAsync<T>(this DbDataSource database, Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(database, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var answer = await write(transaction);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private static async Task<Turn> TurnAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var turns = Turns.GetValue(database, _ => new SemaphoreSlim(1));
        await turns.WaitAsync(cancellationToken);
        return new Turn(turns);
    }

    private readonly struct Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
