using System.Data.Common;
using Dapper;
using IllAddins.Host.Data;

namespace IllAddins.Tests.Road.Interleaved;

/// <summary>A request, and the notice of one of its arrivals, as the database has them.</summary>
public sealed record StandingNotice
{
    public long Request { get; init; }

    public string TransactionStatus { get; init; } = "";

    public string Address { get; init; } = "";

    public string Method { get; init; } = "";

    /// <summary>Null where none was written.</summary>
    public string? MessageId { get; init; }

    public string? Status { get; init; }

    public string? State { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether it is of the request's last arrival.</summary>
    public long IsLast { get; init; }

    /// <summary>How often Tracking says that this patron was told by e-mail.</summary>
    public long Told { get; init; }

    /// <summary>Of every arrival that was decided, the oldest first.</summary>
    public static async Task<IReadOnlyList<StandingNotice>> AllAsync(Library library)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));
        await using DbConnection connection = await database.OpenConnectionAsync();
        return (await connection.QueryAsync<StandingNotice>(
            """
            SELECT t.TransactionNumber AS Request, t.TransactionStatus, u.EMailAddress AS Address, u.NotificationMethod AS Method, e.MessageId, e.Status, d.State, d.Reason,
                d.ArrivalId = (SELECT MAX(k.ArrivalId) FROM ContactDecisions k WHERE k.TransactionNumber = t.TransactionNumber) AS IsLast,
                (SELECT COUNT(*) FROM Tracking k WHERE k.TransactionNumber = t.TransactionNumber AND k.ChangedTo = 'Customer Notified via E-Mail') AS Told
            FROM Transactions t
            JOIN Users u ON u.UserName = t.Username
            LEFT JOIN ContactDecisions d ON d.TransactionNumber = t.TransactionNumber
            LEFT JOIN EMailCopies e ON e.TransactionNumber = d.TransactionNumber AND e.ArrivalId = d.ArrivalId
            ORDER BY t.TransactionNumber, d.ArrivalId
            """)).AsList();
    }
}
