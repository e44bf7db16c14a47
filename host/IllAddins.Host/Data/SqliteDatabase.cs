using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace IllAddins.Host.Data;

/// <summary>The embedded database: one SQLite file with write-ahead log and foreign keys on.</summary>
public sealed class SqliteDatabase : DbDataSource
{
    // The provider's own wait sleeps 150 ms between tries; SQLite's busy handler does not. The cache (16 MB instead of 2) holds the
    // upper pages of the indexes of a million requests.
    private const string Pragmas = """
        PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;
        """;

    private SqliteDatabase(string file) => ConnectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
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

    protected override DbConnection CreateDbConnection() => new KeptStatements(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = CreateDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }

    // SQLite has no asynchronous I/O: an awaiting caller would wait just the same.
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(OpenDbConnection());
    }

    protected override void Dispose(bool disposing)
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        base.Dispose(disposing);
    }
}
