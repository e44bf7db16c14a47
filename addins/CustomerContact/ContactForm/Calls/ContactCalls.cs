using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm.Calls;

/// <summary>An attempt of staff to phone a patron about an arrival.</summary>
public sealed record ContactCall
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }

    /// <summary>A <see cref="PhoneOutcome"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Empty for none.</summary>
    public required string Note { get; init; }

    /// <summary>Stored form; null for no time.</summary>
    public string? CallAgainAt { get; init; }

    /// <summary>Stored form.</summary>
    public required string CalledAt { get; init; }

    public required string CalledBy { get; init; }

    /// <summary>The act that it belongs to (<see cref="ContactActs"/>).</summary>
    public required string Act { get; init; }

    /// <summary>In words: <c>left message</c>.</summary>
    public string Said => Enum.TryParse<PhoneOutcome>(Outcome, out var outcome) ? PhoneWords.Of(outcome) : Outcome;
}

/// <summary>The attempts that staff wrote down.</summary>
public static class ContactCalls
{
    internal const string Columns = "TransactionNumber, ArrivalId, Outcome, Note, CallAgainAt, CalledAt, CalledBy, Act";

    /// <summary>Writes an attempt down, and for the audit that it was made.</summary>
    public static async Task AddAsync(IAddinHost host, DbTransaction within, ContactCall call, CancellationToken cancellationToken)
    {
        within.Connection!.Execute(
            $"""
            INSERT INTO ContactCalls ({Columns})
            VALUES (@TransactionNumber, @ArrivalId, @Outcome, @Note, @CallAgainAt, @CalledAt, @CalledBy, @Act)
            """,
            call,
            within);
        await host.AuditAsync(Act("phone", "customer", call.TransactionNumber, call.CalledBy, call.Said), within, cancellationToken);
    }

    /// <summary>Takes the attempts of an act back, and writes for the audit that they were.</summary>
    public static async Task RemoveAsync(IAddinHost host, DbTransaction within, ContactAct act, int transactionNumber, CancellationToken cancellationToken)
    {
        var removed = within.Connection!.Query<ContactCall>(
            $"DELETE FROM ContactCalls WHERE Act = @Token AND TransactionNumber = @transactionNumber RETURNING {Columns}", new { act.Token, transactionNumber }, within);
        foreach (var call in removed)
            await host.AuditAsync(Act("take back", "call", transactionNumber, act.StaffUser, call.Said), within, cancellationToken);
    }

    private static AuditEntry Act(string act, string subject, int transactionNumber, string by, string said) =>
        new() { By = by, Act = act, Subject = subject, TransactionNumber = transactionNumber, Detail = said };

    /// <summary>The last attempt about an arrival; null for none.</summary>
    public static ContactCall? Last(DbTransaction within, int transactionNumber, long arrivalId) => within.Connection!.QueryFirstOrDefault<ContactCall>(
        $"SELECT {Columns} FROM ContactCalls WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId ORDER BY Id DESC LIMIT 1",
        new { transactionNumber, arrivalId },
        within);

    /// <summary>The newest attempt about an arrival that was written down after a number; null for none.</summary>
    public static ContactCall? Since(DbTransaction within, int transactionNumber, long arrivalId, long seen) => within.Connection!.QueryFirstOrDefault<ContactCall>(
        $"SELECT {Columns} FROM ContactCalls WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND Id > @seen ORDER BY Id DESC LIMIT 1",
        new { transactionNumber, arrivalId, seen },
        within);

    /// <summary>The number of the newest attempt of all; 0 for none.</summary>
    public static async Task<long> NewestAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>("SELECT MAX(Id) FROM ContactCalls") ?? 0;
    }

    /// <summary>How many attempts there were about an arrival.</summary>
    public static int Count(DbTransaction within, int transactionNumber, long arrivalId) => within.Connection!.ExecuteScalar<int>(
        "SELECT COUNT(*) FROM ContactCalls WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId",
        new { transactionNumber, arrivalId },
        within);

    /// <summary>Every attempt about a request, the newest first.</summary>
    public static async Task<IReadOnlyList<ContactCall>> OfRequestAsync(DbDataSource database, int transactionNumber, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ContactCall>(
            $"SELECT {Columns} FROM ContactCalls WHERE TransactionNumber = @transactionNumber ORDER BY Id DESC", new { transactionNumber })).AsList();
    }
}
