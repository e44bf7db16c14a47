using System.Data.Common;
using Dapper;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Addins;

/// <summary>What admins decided about add-ins, and how often the process crashed while it called one: kept in the database, so that it outlives restarts and upgrades.</summary>
public sealed class AddinOrders(DbDataSource database, TimeProvider clock)
{
    /// <summary>Who the host is in the log.</summary>
    public const string Host = "the host";

    public const string Owner = "add-ins";

    /// <summary>The tables; an entry, once released, is never changed.</summary>
    public static readonly IReadOnlyList<string> Migrations =
    [
        """
        CREATE TABLE AddinOrders (
            Name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            DisabledBy TEXT,
            DisabledAt TEXT,
            -- Counts how often somebody asked for another try.
            Retries INTEGER NOT NULL DEFAULT 0,
            -- In a row: how many starts of the host ended in a crash while it called the add-in.
            Crashes INTEGER NOT NULL DEFAULT 0,
            -- The files that crashed; other files are tried again.
            CrashedSignature TEXT,
            CrashedIn TEXT,
            LastWords TEXT) STRICT;
        CREATE TABLE AddinLog (
            Id INTEGER PRIMARY KEY,
            At TEXT NOT NULL,
            By TEXT NOT NULL,
            Addin TEXT NOT NULL COLLATE NOCASE,
            Entry TEXT NOT NULL) STRICT;
        """,
    ];

    /// <summary>Everything decided, by add-in.</summary>
    public async Task<IReadOnlyDictionary<string, AddinOrder>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AddinOrderRow>(
            "SELECT Name, DisabledBy, DisabledAt, Retries, Crashes, CrashedSignature, CrashedIn, LastWords FROM AddinOrders ORDER BY Name");
        return rows.ToDictionary(row => row.Name, row => row.ToOrder(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Switches an add-in off.</summary>
    public Task DisableAsync(string addin, string by, CancellationToken cancellationToken) => SetAsync(
        addin, by, "disabled", AddinWords.Disabled, "INSERT INTO AddinOrders (Name, DisabledBy, DisabledAt) VALUES (@addin, @by, @at) ON CONFLICT (Name) DO UPDATE SET DisabledBy = @by, DisabledAt = @at", cancellationToken);

    /// <summary>Switches an add-in on again, and out of quarantine.</summary>
    public Task EnableAsync(string addin, string by, CancellationToken cancellationToken) => SetAsync(
        addin, by, "enabled", AddinWords.Enabled, "INSERT INTO AddinOrders (Name, Retries) VALUES (@addin, 1) ON CONFLICT (Name) DO UPDATE SET DisabledBy = NULL, DisabledAt = NULL, Retries = Retries + 1, Crashes = 0", cancellationToken);

    /// <summary>Asks for another try of one that is refused, faulted, parked or in quarantine.</summary>
    public Task RetryAsync(string addin, string by, CancellationToken cancellationToken) => SetAsync(
        addin, by, "another try", AddinWords.AnotherTry, "INSERT INTO AddinOrders (Name, Retries) VALUES (@addin, 1) ON CONFLICT (Name) DO UPDATE SET Retries = Retries + 1, Crashes = 0", cancellationToken);

    /// <summary>Counts a crash of the process while it called an add-in; those of all others are no longer in a row.</summary>
    /// <param name="addin">The add-in.</param>
    /// <param name="signature">The files that it had, as far as they are known.</param>
    /// <param name="calledFor">What it was called for.</param>
    /// <param name="words">The last words of the process.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task NoteCrashAsync(string addin, string? signature, string calledFor, string words, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO AddinOrders (Name, Crashes, CrashedSignature, CrashedIn, LastWords) VALUES (@addin, 1, @signature, @calledFor, @words)
            ON CONFLICT (Name) DO UPDATE SET
                Crashes = CASE WHEN CrashedSignature IS @signature THEN Crashes + 1 ELSE 1 END, CrashedSignature = @signature, CrashedIn = @calledFor, LastWords = @words
            """,
            new { addin, signature, calledFor, words });
        await LogAsync(connection, addin, Host, AddinWords.Crashed(calledFor));
    }

    /// <summary>Ends the row of crashes of all add-ins but some.</summary>
    public async Task EndRowsAsync(IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE AddinOrders SET Crashes = 0 WHERE Crashes > 0 AND Name NOT IN @except", new { except });
    }

    /// <summary>Ends the row of crashes of one add-in.</summary>
    public async Task EndRowAsync(string addin, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE AddinOrders SET Crashes = 0 WHERE Crashes > 0 AND Name = @addin", new { addin });
    }

    /// <summary>Writes down what happened to an add-in.</summary>
    public async Task LogAsync(string addin, string by, string entry, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await LogAsync(connection, addin, by, entry);
    }

    /// <summary>The last entries of the log, newest first.</summary>
    public async Task<IReadOnlyList<AddinLogEntry>> LogAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return
        [
            .. (await connection.QueryAsync<(string At, string By, string Addin, string Entry)>(
                "SELECT At, By, Addin, Entry FROM AddinLog ORDER BY Id DESC LIMIT @most", new { most }))
                .Select(row => new AddinLogEntry { At = StoredTime.Read(row.At), By = row.By, Addin = row.Addin, Entry = row.Entry }),
        ];
    }

    private async Task SetAsync(string addin, string by, string act, string entry, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(sql, new { addin, by, at = StoredTime.Write(clock.GetUtcNow()) }, transaction);
        await LogAsync(connection, addin, by, entry, transaction);
        AuditTrail.Add(connection, transaction, new AuditEntry { By = by, Act = act, Subject = $"add-in {addin}" }, clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> LogAsync(DbConnection connection, string addin, string by, string entry, DbTransaction? transaction = null) => connection.ExecuteAsync(
        "INSERT INTO AddinLog (At, By, Addin, Entry) VALUES (@at, @by, @addin, @entry)", new { at = StoredTime.Write(clock.GetUtcNow()), by, addin, entry }, transaction);

    private sealed record AddinOrderRow
    {
        public string Name { get; init; } = "";

        public string? DisabledBy { get; init; }

        public string? DisabledAt { get; init; }

        public long Retries { get; init; }

        public long Crashes { get; init; }

        public string? CrashedSignature { get; init; }

        public string? CrashedIn { get; init; }

        public string? LastWords { get; init; }

        public AddinOrder ToOrder() => new()
        {
            Disabled = DisabledBy is null ? null : new AddinState.Disabled { By = DisabledBy, At = StoredTime.Read(DisabledAt!) },
            Retries = Retries,
            Crashes = (int)Crashes,
            CrashedSignature = CrashedSignature,
            CrashedIn = CrashedIn ?? "",
            LastWords = LastWords ?? "",
        };
    }
}

/// <summary>What is decided about one add-in.</summary>
public sealed record AddinOrder
{
    public static readonly AddinOrder None = new();

    /// <summary>Null where it is not switched off.</summary>
    public AddinState.Disabled? Disabled { get; init; }

    /// <summary>How often somebody has asked for another try, ever.</summary>
    public long Retries { get; init; }

    /// <summary>In a row; 0 for none.</summary>
    public int Crashes { get; init; }

    /// <summary>The signature of the files that crashed; null where it is not known.</summary>
    public string? CrashedSignature { get; init; }

    /// <summary>What it was called for at the last crash.</summary>
    public string CrashedIn { get; init; } = "";

    /// <summary>What the process said at the last crash.</summary>
    public string LastWords { get; init; } = "";
}

/// <summary>Something that happened to an add-in.</summary>
public sealed record AddinLogEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>A user name, or <see cref="AddinOrders.Host"/>.</summary>
    public required string By { get; init; }

    public required string Addin { get; init; }

    public required string Entry { get; init; }
}
