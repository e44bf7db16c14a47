using System.Data.Common;
using IllAddins.Host.Data;
using SQLitePCL;

namespace IllAddins.Bench;

/// <summary>How long the database worked, of all statements together.</summary>
public sealed class DatabaseWork(DbDataSource database)
{
    // More than the product ever opens at once: it is handed these when it asks the pool.
    private const int Connections = 16;

    private long nanoseconds;

    /// <summary>Watches the connections of the pool from now on.</summary>
    public async Task ListenAsync()
    {
        var opened = new List<DbConnection>();
        for (var at = 0; at < Connections; at++)
            opened.Add(await database.OpenConnectionAsync());
        foreach (var connection in opened.Cast<LentConnection>().Select(lent => lent.Real))
            raw.sqlite3_profile(connection.Handle, (strdelegate_profile)((_, _, took) => Interlocked.Add(ref nanoseconds, took)), null);
        foreach (var connection in opened)
            await connection.DisposeAsync();
    }

    /// <summary>The work since the last call.</summary>
    public TimeSpan Take() => TimeSpan.FromMicroseconds(Interlocked.Exchange(ref nanoseconds, 0) / 1_000.0);
}
