using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>The statuses that a request can be routed to by choice: ILLiad's own on this road, and those where requests stand now.</summary>
public static class KnownStatuses
{
    /// <summary>Names at most, of those where requests stand: some sites put dates into the names of their queues.</summary>
    public const int Most = 300;

    /// <summary>By index from one name to the next, so that the number of requests does not count.</summary>
    public const string SeenText = """
        WITH RECURSIVE Seen (Name) AS (
            SELECT MIN(TransactionStatus) FROM Transactions
            UNION ALL
            SELECT (SELECT MIN(t.TransactionStatus) FROM Transactions t WHERE t.TransactionStatus > s.Name) FROM Seen s WHERE s.Name IS NOT NULL)
        SELECT Name FROM Seen WHERE Name IS NOT NULL ORDER BY Name LIMIT @most
        """;

    private static readonly string[] OfIlliad =
    [
        "Awaiting Post Receipt Processing", "In Transit to Pickup Location", "Awaiting Customer Contact", "Awaiting Doc Del Customer Contact",
        "Customer Notified via E-Mail", "Customer Notified via Phone", "Customer Notified via Mail", "Checked Out to Customer", "Request Finished",
        "Cancelled by ILL Staff",
    ];

    /// <summary>Reads them, in the order of the alphabet.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var seen = await connection.QueryAsync<string>(new CommandDefinition(SeenText, new { most = Most }, cancellationToken: cancellationToken));
        return [.. seen.Concat(OfIlliad).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }
}
