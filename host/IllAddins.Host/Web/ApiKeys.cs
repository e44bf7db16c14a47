using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>The keys with which other software calls add-ins: one key is for one consumer at one site. Of a key only its hash is kept.</summary>
/// <remarks>A key is 256 random bits, so that a plain SHA-256 guards it as well as a slow hash would, and a look-up goes by index.</remarks>
public sealed class ApiKeys(DbDataSource database, TimeProvider clock)
{
    /// <summary>Calls a minute where an admin says nothing else.</summary>
    public const int UsualPerMinute = 6_000;

    /// <summary>Characters.</summary>
    public const int LongestConsumer = 50;

    private const int MostPerMinute = 10_000_000;

    /// <summary>The table; an entry, once released, is never changed.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        """
        CREATE TABLE ApiKeys (
            Id INTEGER PRIMARY KEY,
            Consumer TEXT NOT NULL COLLATE NOCASE,
            Site TEXT NOT NULL COLLATE NOCASE REFERENCES Sites (NVTGC),
            Hash TEXT NOT NULL UNIQUE,
            PerMinute INTEGER NOT NULL CHECK (PerMinute > 0),
            CreatedAt TEXT NOT NULL,
            CreatedBy TEXT NOT NULL,
            LastUsedAt TEXT,
            RevokedAt TEXT,
            RevokedBy TEXT) STRICT;
        """,
    ];

    /// <summary>Makes a key.</summary>
    public async Task<AddKeyAnswer> AddAsync(ApiKeyOrder order, CancellationToken cancellationToken)
    {
        if (Refusal(order) is { } refused)
            return new AddKeyAnswer.Refused(refused);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var site = await connection.ExecuteScalarAsync<string?>("SELECT NVTGC FROM Sites WHERE NVTGC = @Site ORDER BY NVTGC", order, transaction);
        if (site is null)
            return new AddKeyAnswer.Refused(AdminWords.NoSuchSite(order.Site));
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO ApiKeys (Consumer, Site, Hash, PerMinute, CreatedAt, CreatedBy) VALUES (@consumer, @site, @hash, @perMinute, @at, @by) RETURNING Id
            """,
            new { consumer = order.Consumer.Trim(), site, hash = Hash(key), perMinute = order.PerMinute, at = StoredTime.Write(clock.GetUtcNow()), by = order.By },
            transaction);
        AuditTrail.Add(connection, transaction, Act("add key", id, site, order.Consumer.Trim(), order.By), clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        return new AddKeyAnswer.Added(id, site, key);
    }

    /// <summary>The key that a caller shows; null where there is none, or it is revoked.</summary>
    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ApiKeyRow>($"{ApiKeyRow.Select} WHERE Hash = @hash AND RevokedAt IS NULL ORDER BY Id", new { hash = Hash(key) });
        return row?.ToKey();
    }

    /// <summary>All keys ever made, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. (await connection.QueryAsync<ApiKeyRow>($"{ApiKeyRow.Select} ORDER BY Id")).Select(row => row.ToKey())];
    }

    /// <summary>Ends a key with the next call.</summary>
    /// <returns>False where there is no such key, or it was revoked before.</returns>
    public async Task<bool> RevokeAsync(long id, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (site, consumer) = await connection.QuerySingleOrDefaultAsync<(string? Site, string Consumer)>(
            "UPDATE ApiKeys SET RevokedAt = @at, RevokedBy = @by WHERE Id = @id AND RevokedAt IS NULL RETURNING Site, Consumer",
            new { id, by, at = StoredTime.Write(clock.GetUtcNow()) },
            transaction);
        if (site is null)
            return false;
        AuditTrail.Add(connection, transaction, Act("revoke key", id, site, consumer, by), clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static AuditEntry Act(string act, long id, string site, string consumer, string by) => new() { By = by, Act = act, Subject = $"key {id}", Site = site, Detail = consumer };

    /// <summary>Notes that a key was used now.</summary>
    public async Task NoteUseAsync(ApiKey key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE ApiKeys SET LastUsedAt = @at WHERE Id = @Id", new { key.Id, at = StoredTime.Write(clock.GetUtcNow()) });
    }

    private static string? Refusal(ApiKeyOrder order) => order.Consumer.Trim() switch
    {
        { Length: 0 or > LongestConsumer } name => AdminWords.ConsumerLength(name.Length, LongestConsumer),
        var name when name.FirstOrDefault(sign => !char.IsLetterOrDigit(sign) && !" ._-@".Contains(sign)) is var odd and not '\0' =>
            AdminWords.ConsumerHasOddSign(name, odd),
        var name when name.ToUpperInvariant() is "SYSTEM" or "IMPORT" => AdminWords.ConsumerIsReserved(name),
        _ when order.PerMinute is < 1 or > MostPerMinute => AdminWords.CallsPerMinuteOutOfRange(order.PerMinute, MostPerMinute),
        _ => null,
    };

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed record ApiKeyRow
    {
        public const string Select = "SELECT Id, Consumer, Site, PerMinute, CreatedAt, CreatedBy, LastUsedAt, RevokedAt, RevokedBy FROM ApiKeys";

        public long Id { get; init; }

        public string Consumer { get; init; } = "";

        public string Site { get; init; } = "";

        public long PerMinute { get; init; }

        public string CreatedAt { get; init; } = "";

        public string CreatedBy { get; init; } = "";

        public string? LastUsedAt { get; init; }

        public string? RevokedAt { get; init; }

        public string? RevokedBy { get; init; }

        public ApiKey ToKey() => new()
        {
            Id = Id,
            Consumer = Consumer,
            Site = Site,
            PerMinute = (int)PerMinute,
            CreatedAt = StoredTime.Read(CreatedAt),
            CreatedBy = CreatedBy,
            LastUsedAt = LastUsedAt is null ? null : StoredTime.Read(LastUsedAt),
            RevokedAt = RevokedAt is null ? null : StoredTime.Read(RevokedAt),
            RevokedBy = RevokedBy,
        };
    }
}
