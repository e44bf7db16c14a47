using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What was done about a request since it arrived: letters printed, the last notice and its result.</summary>
public sealed record ContactTrace(int Prints, string Notice)
{
    public static readonly ContactTrace None = new(0, "");
}

/// <summary>Reads and keeps what was done about requests.</summary>
public sealed class ContactTraces(DbDataSource database)
{
    // A query's cost grows with the square of the number of its parameters.
    private const int NumbersPerQuery = 100;

    /// <summary>The traces of requests by arrival; every arrival asked for and not found has <see cref="ContactTrace.None"/>.</summary>
    public async Task<TraceLookup> ReadAsync(IReadOnlyCollection<int> transactionNumbers, CancellationToken cancellationToken)
    {
        var traces = new Dictionary<long, ContactTrace>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var numbers in transactionNumbers.Chunk(NumbersPerQuery))
        {
            foreach (var print in await connection.QueryAsync<(long ArrivalId, long Prints)>(
                "SELECT ArrivalId, Prints FROM ContactPrints WHERE TransactionNumber IN @numbers ORDER BY ArrivalId", new { numbers }))
                traces[print.ArrivalId] = new ContactTrace((int)print.Prints, "");
            foreach (var notice in await connection.QueryAsync<(long ArrivalId, string Status, string? Answer)>(
                "SELECT ArrivalId, Status, Answer FROM EMailCopies WHERE TransactionNumber IN @numbers ORDER BY Id", new { numbers }))
                traces[notice.ArrivalId] = traces.GetValueOrDefault(notice.ArrivalId, ContactTrace.None) with { Notice = Words(notice.Status, notice.Answer) };
        }

        return new TraceLookup(traces);
    }

    /// <summary>Counts a letter printed for an arrival.</summary>
    public static void Printed(DbTransaction within, int transactionNumber, long arrivalId, string by, DateTimeOffset at) => within.Connection!.Execute(
        """
        INSERT INTO ContactPrints (TransactionNumber, ArrivalId, Prints, LastAt, LastBy) VALUES (@transactionNumber, @arrivalId, 1, @at, @by)
        ON CONFLICT (TransactionNumber, ArrivalId) DO UPDATE SET Prints = ContactPrints.Prints + 1, LastAt = excluded.LastAt, LastBy = excluded.LastBy
        """,
        new { transactionNumber, arrivalId, by, at = StoredTime.Write(at) },
        within);

    /// <summary>Counts a letter of an earlier batch that was printed once more.</summary>
    public static void PrintedAgain(DbTransaction within, int transactionNumber, long arrivalId) => within.Connection!.Execute(
        "UPDATE ContactPrints SET Reprints = Reprints + 1 WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId",
        new { transactionNumber, arrivalId },
        within);

    private static string Words(string status, string? answer) => answer is null ? status : $"{status}: {answer}";
}

/// <summary>Traces by arrival.</summary>
public sealed class TraceLookup(IReadOnlyDictionary<long, ContactTrace> traces)
{
    public ContactTrace this[long arrivalId] => traces.GetValueOrDefault(arrivalId, ContactTrace.None);
}
