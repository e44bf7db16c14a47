using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>Looks up what a row is compared with before it is written.</summary>
public sealed class StoredRequests(DbConnection connection) : IDisposable
{
    private readonly PreparedCommand find = new(
        connection,
        """
        SELECT TransactionStatus, Site, Extra, ImportHash, ImportedStatus
        FROM Transactions WHERE TransactionNumber = @number ORDER BY TransactionNumber
        """,
        "@number");

    private readonly PreparedCommand findOwner = new(
        connection, "SELECT UserName, NVTGC FROM Users WHERE UserName = @name ORDER BY UserName", "@name");

    /// <summary>The request with a number, or null.</summary>
    public StoredRequest? Find(DbTransaction within, int number)
    {
        using var reader = find.Query(within, number);
        return reader.Read()
            ? new StoredRequest
            {
                TransactionStatus = reader.GetString(0),
                Site = reader.GetString(1),
                Extra = reader.IsDBNull(2) ? null : reader.GetString(2),
                ImportHash = reader.IsDBNull(3) ? null : reader.GetInt64(3),
                ImportedStatus = reader.IsDBNull(4) ? null : reader.GetString(4),
            }
            : null;
    }

    /// <summary>The user with a name, without regard to case, or null.</summary>
    public Owner? FindOwner(DbTransaction within, string name)
    {
        using var reader = findOwner.Query(within, name);
        return reader.Read() ? new Owner(reader.GetString(0), reader.GetString(1)) : null;
    }

    public void Dispose()
    {
        find.Dispose();
        findOwner.Dispose();
    }
}

/// <summary>What the record holds of a request that is imported again.</summary>
public sealed record StoredRequest
{
    public required string TransactionStatus { get; init; }

    public required string Site { get; init; }

    public required string? Extra { get; init; }

    /// <summary>Null where it was never imported.</summary>
    public required long? ImportHash { get; init; }

    /// <summary>The status that the last import named; null where none did.</summary>
    public required string? ImportedStatus { get; init; }
}

/// <summary>Whose a request is: the user's name as the record spells it (null where the row names none), and the user's site.</summary>
public sealed record Owner(string? Username, string Site);
