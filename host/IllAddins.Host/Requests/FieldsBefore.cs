using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>
/// What the fields of requests and users were before they were changed, kept by the database itself whoever changes them: so that a past arrival can be played
/// again as it was. A request that nobody edits costs nothing. Statuses and their dates are in Tracking.
/// </summary>
public static class FieldsBefore
{
    /// <summary>What Tracking tells, and the key.</summary>
    internal static readonly string[] InTracking = ["TransactionNumber", "TransactionStatus", "TransactionDate"];

    private const int Bite = 1000;

    /// <summary>For <see cref="RecordTables.Migrations"/>. A field that is added to the catalogue later needs triggers made anew in another migration.</summary>
    public static string Tables { get; } = $"""
        -- LastArrival is the last row of Tracking, of any request, that was written while the fields still were these.
        CREATE TABLE TransactionsBefore (
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            LastArrival INTEGER NOT NULL,
            Fields TEXT NOT NULL,
            PRIMARY KEY (TransactionNumber, LastArrival)) STRICT;
        CREATE TABLE UsersBefore (
            UserName TEXT NOT NULL COLLATE NOCASE REFERENCES Users (UserName),
            LastArrival INTEGER NOT NULL,
            Fields TEXT NOT NULL,
            PRIMARY KEY (UserName, LastArrival)) STRICT;
        -- Of arrivals up to this one it is not known what was changed since.
        CREATE TABLE FieldsKeptSince (Id INTEGER PRIMARY KEY CHECK (Id = 1), Arrival INTEGER NOT NULL) STRICT;
        INSERT INTO FieldsKeptSince (Id, Arrival) SELECT 1, COALESCE(MAX(Id), 0) FROM Tracking;
        {Trigger("Transactions", "TransactionNumber", FieldCatalogue.Transactions.Select(field => field.Name).Except(InTracking))}
        {Trigger("Users", "UserName", FieldCatalogue.Users.Select(field => field.Name).Except(["UserName", "LastChangedDate"]))}
        """;

    /// <summary>The last arrival of which it is not known what was changed since.</summary>
    public static Task<long> KeptSinceAsync(DbConnection connection) => connection.ExecuteScalarAsync<long>("SELECT Arrival FROM FieldsKeptSince WHERE Id = 1");

    /// <summary>What was kept of requests, the oldest first.</summary>
    public static async Task<ILookup<int, KeptFields>> OfRequestsAsync(DbConnection connection, IReadOnlyCollection<int> numbers) =>
        (await connection.QueryAsync<(long Number, long LastArrival, string Fields)>(
            $"SELECT TransactionNumber, LastArrival, Fields FROM TransactionsBefore WHERE TransactionNumber IN ({string.Join(',', numbers)}) ORDER BY TransactionNumber, LastArrival"))
        .ToLookup(row => (int)row.Number, row => new KeptFields(row.LastArrival, row.Fields));

    /// <summary>What was kept of users, the oldest first.</summary>
    public static async Task<ILookup<string, KeptFields>> OfUsersAsync(DbConnection connection, IReadOnlyCollection<string> names) =>
        (await connection.QueryAsync<(string Name, long LastArrival, string Fields)>(
            "SELECT UserName, LastArrival, Fields FROM UsersBefore WHERE UserName IN (SELECT value FROM json_each(@names)) ORDER BY UserName, LastArrival",
            new { names = JsonSerializer.Serialize(names) }))
        .ToLookup(row => row.Name, row => new KeptFields(row.LastArrival, row.Fields), StringComparer.OrdinalIgnoreCase);

    /// <summary>Forgets what is kept for arrivals before a moment alone. In small bites, so that no other writer waits long.</summary>
    /// <returns>How many rows were forgotten.</returns>
    public static async Task<int> ForgetAsync(DbDataSource database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // By number and not by date: an import may have brought old arrivals late, and a row serves all arrivals up to its own.
        if (await connection.ExecuteScalarAsync<long?>("SELECT Id FROM Tracking WHERE DateTime >= @before ORDER BY Id LIMIT 1", new { before = StoredTime.Write(before) }) is not { } first)
            return 0;
        return await ForgetAsync(connection, "TransactionsBefore", first, cancellationToken) + await ForgetAsync(connection, "UsersBefore", first, cancellationToken);
    }

    private static async Task<int> ForgetAsync(DbConnection connection, string table, long first, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        // Looked for before anything is written: most days there is nothing, and nobody shall wait for that.
        while ((await connection.QueryAsync<long>($"SELECT rowid FROM {table} WHERE LastArrival < @first ORDER BY rowid LIMIT {Bite}", new { first })).AsList() is { Count: > 0 } rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            // What is missing is never taken for what has not changed.
            await connection.ExecuteAsync("UPDATE FieldsKeptSince SET Arrival = MAX(Arrival, @last) WHERE Id = 1", new { last = first - 1 }, transaction);
            forgotten += await connection.ExecuteAsync($"DELETE FROM {table} WHERE rowid IN @rows", new { rows }, transaction);
            await transaction.CommitAsync(cancellationToken);
        }

        return forgotten;
    }

    // Of several changes between two arrivals the first one knows what was there. Fields without a value are left out.
    private static string Trigger(string table, string key, IEnumerable<string> fields)
    {
        string[] all = [.. fields, "Extra"];
        return $"""
            CREATE TRIGGER {table}KeepFields BEFORE UPDATE OF {string.Join(", ", all)} ON {table}
            WHEN {string.Join(" OR ", all.Select(field => $"OLD.{field} IS NOT NEW.{field}"))}
            BEGIN
                INSERT INTO {table}Before ({key}, LastArrival, Fields)
                SELECT OLD.{key}, l.Id, json_patch('{"{}"}', json_object({string.Join(", ", all.Select(field => $"'{field}', OLD.{field}"))}))
                FROM (SELECT COALESCE(MAX(Id), 0) AS Id FROM Tracking) l
                WHERE NOT EXISTS (SELECT 1 FROM {table}Before b WHERE b.{key} = OLD.{key} AND b.LastArrival = l.Id);
            END;
            """;
    }
}

/// <summary>Fields as they were up to an arrival.</summary>
/// <param name="LastArrival">The last row of Tracking that was written while they were so.</param>
/// <param name="Json">An object of those that had a value.</param>
public sealed record KeptFields(long LastArrival, string Json)
{
    /// <summary>A row as it was: of a field that was not kept apart, the value of today.</summary>
    /// <param name="catalogue">Whose fields they are.</param>
    /// <param name="today">The row as it is now.</param>
    /// <param name="alone">Fields that are not kept here.</param>
    public IReadOnlyDictionary<string, object?> Over(IReadOnlyList<Field> catalogue, IReadOnlyDictionary<string, object?> today, params IReadOnlyList<string> alone)
    {
        using var json = JsonDocument.Parse(Json);
        var row = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in catalogue)
            row[field.Name] = alone.Contains(field.Name) ? today.GetValueOrDefault(field.Name) : json.RootElement.TryGetProperty(field.Name, out var value) ? Read(field.Kind, value) : null;
        if (json.RootElement.TryGetProperty("Extra", out var extra))
            foreach (var (name, text) in JsonSerializer.Deserialize<Dictionary<string, string?>>(extra.GetString()!) ?? [])
                row.TryAdd(name, text);
        return row;
    }

    private static object Read(FieldKind kind, JsonElement value) => kind switch
    {
        FieldKind.Date => StoredTime.Read(value.GetString()!),
        FieldKind.Number => value.GetInt32(),
        FieldKind.Flag => value.GetInt32() != 0,
        _ => value.GetString()!,
    };
}
