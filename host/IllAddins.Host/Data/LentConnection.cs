using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace IllAddins.Host.Data;

/// <summary>A connection on loan: closed, it goes back to its database open and with its compiled statements, for whoever opens the next one.</summary>
/// <remarks>Opening one anew and compiling its statements took longer than most of what is done with it.</remarks>
public sealed class LentConnection(SqliteDatabase database) : DbConnection
{
    private KeptStatements? real;
    private bool used;
    private bool wrote;

    [AllowNull]
    public override string ConnectionString
    {
        get => database.ConnectionString;
        set => throw new NotSupportedException("The database decides how it is connected to.");
    }

    public override string Database => Real.Database;

    public override string DataSource => Real.DataSource;

    public override string ServerVersion => Real.ServerVersion;

    public override ConnectionState State => real?.State ?? ConnectionState.Closed;

    /// <summary>What SQLite itself knows, for a bench that listens to it.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public KeptStatements Real
    {
        get
        {
            used = true;
            return real ?? throw new InvalidOperationException("This connection is not open.");
        }
    }

    public override void Open()
    {
        if (real is not null)
            return;
        real = database.Lend();
        (used, wrote) = (false, false);
    }

    // SQLite has no asynchronous I/O: an awaiting caller would wait just the same.
    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Open();
        return Task.CompletedTask;
    }

    public override void Close()
    {
        if (Interlocked.Exchange(ref real, null) is { } given)
            database.TakeBack(given, wrote);
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("There is one database.");

    // Every transaction is one that writes. What this one was opened for is known only here; by then nothing else has been done with it as a rule.
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        if (real is not null && !used)
            real = database.ForWriting(real);
        wrote = true;
        return Real.BeginTransaction(isolationLevel);
    }

    // As the base class: the one of the provider hides it and keeps no statements.
    protected override DbCommand CreateDbCommand() => ((DbConnection)Real).CreateCommand();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }
}
