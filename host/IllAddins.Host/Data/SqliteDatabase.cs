using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace IllAddins.Host.Data;

/// <summary>The embedded database: one SQLite file with write-ahead log and foreign keys on.</summary>
public sealed class SqliteDatabase : DbDataSource
{
    // The provider's own wait sleeps 150 ms between tries; SQLite's busy handler does not. The cache (8 MB instead of 2, for each
    // connection) holds the upper pages of the indexes of a million requests. The log is copied back at 16 MB instead of 4: a page that many commits touch is copied, and waited for, less often.
    private const string Pragmas = """
        PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 4000;
        """;

    // More are opened where more are used at once, and closed again.
    private const int MostKept = 8;

    private readonly ConcurrentStack<KeptStatements> free = new();

    // The one that wrote last: while no other one writes, SQLite need not read again what stands in its cache.
    private KeptStatements? writer;
    private volatile bool disposed;

    // Nobody reads SQLite's account of its memory, for which all connections take turns at every piece of it. Later than at the first use of SQLite it stays on.
    static SqliteDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteDatabase(string file) => ConnectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = false,
    }.ToString();

    public override string ConnectionString { get; }

    /// <summary>Opens or creates the file; the folder must exist.</summary>
    /// <exception cref="DbException">The file is no database or cannot be written.</exception>
    public static SqliteDatabase Open(string file)
    {
        var database = new SqliteDatabase(file);
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
        return database;
    }

    /// <summary>An open connection that nobody else uses.</summary>
    internal KeptStatements Lend()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return free.TryPop(out var kept) ? kept : Connect();
    }

    /// <summary>The connection that wrote last in place of one that nothing was done with; that one where somebody else has it.</summary>
    internal KeptStatements ForWriting(KeptStatements lent)
    {
        if (Interlocked.Exchange(ref writer, null) is not { } kept)
            return lent;
        TakeBack(lent, wrote: false);
        return kept;
    }

    /// <summary>Keeps a connection for the next one who needs it, or closes it where it is not as it was lent.</summary>
    internal void TakeBack(KeptStatements connection, bool wrote)
    {
        Keep(wrote && connection.IsClean ? Interlocked.Exchange(ref writer, connection) : connection);
        if (disposed)
            Empty();
    }

    protected override DbConnection CreateDbConnection() => new LentConnection(this);

    protected override void Dispose(bool disposing)
    {
        disposed = true;
        Empty();
        base.Dispose(disposing);
    }

    private void Keep(KeptStatements? connection)
    {
        if (connection is null)
            return;
        if (disposed || !connection.IsClean || free.Count >= MostKept)
            connection.Dispose();
        else
            free.Push(connection);
    }

    private void Empty()
    {
        Interlocked.Exchange(ref writer, null)?.Dispose();
        while (free.TryPop(out var kept))
            kept.Dispose();
    }

    private KeptStatements Connect()
    {
        var connection = new KeptStatements(ConnectionString);
        connection.Open();
        // Not one of the kept statements: those that set something are lent to nobody else.
        using var command = new SqliteCommand(Pragmas, connection);
        command.ExecuteNonQuery();
        return connection;
    }
}
