using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Bench;

/// <summary>The bare work to compare with: the rows that a routed request or a sent mail leaves, written by prepared statements and nothing else.</summary>
public sealed class BareWrites(DbDataSource database)
{
    /// <summary>Updates so many requests from the first one on, with a Tracking and a History row each.</summary>
    public async Task RunAsync(int first, int count, int rowsPerCommit)
    {
        await using var connection = await database.OpenConnectionAsync();
        using var write = new PreparedCommand(
            connection,
            """
            UPDATE Transactions SET TransactionDate = @at, Change = Change + 1 WHERE TransactionNumber = @number;
            INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy) VALUES (@number, @at, 'Request Finished', 'System');
            INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES (@number, @at, 'An entry of the usual length, written for comparison.', 'System');
            """,
            "@number",
            "@at");
        foreach (var numbers in Enumerable.Range(first, count).Chunk(rowsPerCommit))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var number in numbers)
                write.Execute(transaction, number, "2026-03-02T10:00:00.000Z");
            await transaction.CommitAsync();
        }
    }
}
