using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>Where a request stands, read in the transaction that depends on it.</summary>
public sealed record Standing
{
    public string Status { get; init; } = "";

    /// <summary>As <see cref="IllRequest.ArrivalId"/>.</summary>
    public long ArrivalId { get; init; }

    /// <summary>As <see cref="ChangeMark.Change"/>.</summary>
    public long Change { get; init; }

    /// <summary>The number of the last change of any template.</summary>
    public long TemplateChange { get; init; }

    private const string Text = """
        SELECT t.TransactionStatus AS Status, (SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = t.TransactionNumber) AS ArrivalId, t.Change,
            (SELECT Number FROM TemplateChanges WHERE Id = 1) AS TemplateChange
        FROM Transactions t WHERE t.TransactionNumber = @transactionNumber
        """;

    /// <summary>A request's standing now; null where there is no such request.</summary>
    public static Standing? Of(DbTransaction within, int transactionNumber) =>
        within.Connection!.QuerySingleOrDefault<Standing>(Text, new { transactionNumber }, within);

    /// <summary>As the other one, outside of a transaction.</summary>
    public static async Task<Standing?> OfAsync(DbDataSource database, int transactionNumber)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<Standing>(Text, new { transactionNumber });
    }
}
