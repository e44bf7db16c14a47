using System.Collections.Concurrent;
using System.Data.Common;
using IllAddins.Host.Data;
using SQLitePCL;

namespace IllAddins.Bench;

/// <summary>The database's part in a piece of work: its statements are listened to, and run again by themselves.</summary>
public sealed class DatabaseWork(DbDataSource database)
{
    // More than the product ever opens at once: it is handed these when it asks the pool.
    private const int Connections = 16;

    private readonly ConcurrentQueue<string> statements = [];

    /// <summary>Listens on the connections of the pool from now on.</summary>
    public Task ListenAsync() => OnAllAsync((_, sql) => statements.Enqueue(sql));

    /// <summary>Listens no more.</summary>
    /// <returns>The statements that ran, with their values, in their order.</returns>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        await OnAllAsync(null);
        return [.. statements];
    }

    /// <summary>How long they take when they are run again, compiling and reading of their rows included.</summary>
    public async Task<TimeSpan> AgainAsync(IReadOnlyList<string> heard)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await Figures.TimeAsync(() =>
        {
            foreach (var sql in heard)
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    continue;
            }

            return Task.CompletedTask;
        });
    }

    private async Task OnAllAsync(strdelegate_trace? heard)
    {
        var opened = new List<DbConnection>();
        for (var at = 0; at < Connections; at++)
            opened.Add(await database.OpenConnectionAsync());
        foreach (var connection in opened.Cast<LentConnection>().Select(lent => lent.Real))
            raw.sqlite3_trace(connection.Handle, heard, null);
        foreach (var connection in opened)
            await connection.DisposeAsync();
    }
}
