using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>Who did what, when, and from what state to what: entries of the host and of add-ins, only ever added.</summary>
public sealed class AuditTrail(DbDataSource database, TimeProvider clock)
{
    /// <summary>The source of what the host itself writes down.</summary>
    public const string Host = "host";

    /// <summary>Who did what nobody asked for.</summary>
    public const string ByItself = "System";

    /// <summary>For <see cref="RecordTables.Migrations"/>. An earlier version made the same table as one of its own.</summary>
    public const string Table = """
        CREATE TABLE IF NOT EXISTS Audit (
            Id INTEGER PRIMARY KEY,
            At TEXT NOT NULL,
            Source TEXT NOT NULL,
            ActedBy TEXT NOT NULL COLLATE NOCASE,
            Act TEXT NOT NULL,
            Subject TEXT NOT NULL,
            TransactionNumber INTEGER,
            Site TEXT COLLATE NOCASE,
            Was TEXT,
            Became TEXT,
            Detail TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS AuditAt ON Audit (At, Id);
        CREATE INDEX IF NOT EXISTS AuditTransactionNumber ON Audit (TransactionNumber, Id) WHERE TransactionNumber IS NOT NULL;
        CREATE TRIGGER IF NOT EXISTS AuditUnchanged BEFORE UPDATE ON Audit BEGIN SELECT RAISE(ABORT, 'An audit entry is never changed.'); END;
        """;

    /// <summary>Writes an act down.</summary>
    /// <param name="source">The add-in that did it, or <see cref="Host"/>.</param>
    /// <param name="entry">The act.</param>
    /// <param name="within">The caller's open transaction, or null.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task AddAsync(string source, AuditEntry entry, DbTransaction? within, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (within is not null)
        {
            Add(within.Connection ?? throw new InvalidOperationException("The transaction handed over has already ended."), within, source, entry, clock.GetUtcNow());
            return;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        Add(connection, null, source, entry, clock.GetUtcNow());
    }

    /// <summary>The entries that a filter leaves, the oldest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AuditRow>(
            """
            SELECT Id, At, Source, ActedBy, Act, Subject, TransactionNumber, Site, Was, Became, Detail FROM Audit
            WHERE (@since IS NULL OR At >= @since) AND (@By IS NULL OR ActedBy = @By) AND (@Site IS NULL OR Site = @Site)
                AND (@TransactionNumber IS NULL OR TransactionNumber = @TransactionNumber)
            ORDER BY Id DESC LIMIT @Most
            """,
            new { since = filter.Since is { } since ? StoredTime.Write(since) : null, filter.By, filter.Site, filter.TransactionNumber, Most = filter.Most ?? -1 });
        return [.. rows.Reverse()];
    }

    /// <summary>Writes down what is done in the caller's own transaction. What the host or an add-in does by itself is no act of anybody.</summary>
    public static void Add(DbConnection connection, DbTransaction? within, AuditEntry entry, DateTimeOffset now)
    {
        if (!string.Equals(entry.By, ByItself, StringComparison.OrdinalIgnoreCase))
            Add(connection, within, Host, entry, now);
    }

    private static void Add(DbConnection connection, DbTransaction? within, string source, AuditEntry entry, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO Audit (At, Source, ActedBy, Act, Subject, TransactionNumber, Site, Was, Became, Detail)
        VALUES (@at, @source, @By, @Act, @Subject, @TransactionNumber, COALESCE(@Site, (SELECT t.Site FROM Transactions t WHERE t.TransactionNumber = @TransactionNumber)),
            @Was, @Became, @Detail)
        """,
        new { at = StoredTime.Write(now), source, entry.By, entry.Act, entry.Subject, entry.TransactionNumber, entry.Site, entry.Was, entry.Became, entry.Detail },
        within);
}

/// <summary>Which entries are wanted; null leaves all.</summary>
public sealed record AuditFilter
{
    public DateTimeOffset? Since { get; init; }

    public string? By { get; init; }

    public string? Site { get; init; }

    public int? TransactionNumber { get; init; }

    /// <summary>The last so many, from 1.</summary>
    public int? Most { get; init; }
}

/// <summary>An entry as it is kept.</summary>
public sealed record AuditRow
{
    public long Id { get; init; }

    /// <summary>Stored form.</summary>
    public string At { get; init; } = "";

    /// <summary>The add-in that wrote it, or <see cref="AuditTrail.Host"/>.</summary>
    public string Source { get; init; } = "";

    public string ActedBy { get; init; } = "";

    public string Act { get; init; } = "";

    public string Subject { get; init; } = "";

    public int? TransactionNumber { get; init; }

    public string? Site { get; init; }

    public string? Was { get; init; }

    public string? Became { get; init; }

    public string? Detail { get; init; }
}
