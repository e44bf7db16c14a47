using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What was done about a request since it arrived: letters printed, attempts to phone, the last notice and its result.</summary>
public sealed record ContactTrace
{
    public static readonly ContactTrace None = new();

    /// <summary>Letters printed.</summary>
    public int Prints { get; init; }

    /// <summary>Attempts to phone.</summary>
    public int Tries { get; init; }

    /// <summary>The last of them; null for none.</summary>
    public ContactCall? LastCall { get; init; }

    /// <summary>The last notice and what was answered to it; empty for none.</summary>
    public string Notice { get; init; } = "";

    /// <summary>What was answered to the last notice where it is to be tried again; null for any other.</summary>
    public string? PutOff { get; init; }

    /// <summary>Stored form; when that is. Null for any other.</summary>
    public string? TryAgainAt { get; init; }

    /// <summary>Stored form; since when its patron has waited. Null where that is the arrival itself.</summary>
    public string? ReceivedAt { get; init; }
}

/// <summary>Reads and keeps what was done about requests.</summary>
public sealed class ContactTraces(DbDataSource database)
{
    private const int NumbersPerQuery = 2_000;

    /// <summary>The traces of requests by arrival; every arrival asked for and not found has <see cref="ContactTrace.None"/>.</summary>
    public async Task<TraceLookup> ReadAsync(IReadOnlyCollection<int> transactionNumbers, CancellationToken cancellationToken)
    {
        var traces = new Dictionary<long, ContactTrace>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var numbers in transactionNumbers.Chunk(NumbersPerQuery))
        {
            // Numbers and no parameters: SQLite finds a parameter by walking through all of them.
            var list = string.Join(',', numbers);
            foreach (var print in await connection.QueryAsync<(long ArrivalId, long Prints)>(
                $"SELECT ArrivalId, Prints FROM ContactPrints WHERE TransactionNumber IN ({list}) ORDER BY ArrivalId"))
                Note(print.ArrivalId, trace => trace with { Prints = (int)print.Prints });
            foreach (var back in await connection.QueryAsync<(long ArrivalId, string ReceivedAt)>(
                $"SELECT ArrivalId, ReceivedAt FROM ContactReturns WHERE TransactionNumber IN ({list}) ORDER BY ArrivalId"))
                Note(back.ArrivalId, trace => trace with { ReceivedAt = back.ReceivedAt });
            foreach (var call in await connection.QueryAsync<ContactCall>(
                $"SELECT {ContactCalls.Columns} FROM ContactCalls WHERE TransactionNumber IN ({list}) ORDER BY Id"))
                Note(call.ArrivalId, trace => trace with { Tries = trace.Tries + 1, LastCall = call });
            foreach (var notice in await connection.QueryAsync<(long ArrivalId, string Status, string? Answer, string? NextTryAt)>(
                $"SELECT ArrivalId, Status, Answer, NextTryAt FROM EMailCopies WHERE TransactionNumber IN ({list}) ORDER BY Id"))
                Note(notice.ArrivalId, trace => trace with
                {
                    Notice = Words(notice.Status, notice.Answer),
                    PutOff = notice.Status == NoticeStatus.Retrying ? notice.Answer : null,
                    TryAgainAt = notice.Status == NoticeStatus.Retrying ? notice.NextTryAt : null,
                });
        }

        return new TraceLookup(traces);

        void Note(long arrivalId, Func<ContactTrace, ContactTrace> with) => traces[arrivalId] = with(traces.GetValueOrDefault(arrivalId, ContactTrace.None));
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

    private static string Words(string status, string? answer) => answer is null ? NoticeStates.Status(status) : DeliveryWords.Was(NoticeStates.Status(status), answer);
}

/// <summary>Traces by arrival.</summary>
public sealed class TraceLookup(IReadOnlyDictionary<long, ContactTrace> traces)
{
    public ContactTrace this[long arrivalId] => traces.GetValueOrDefault(arrivalId, ContactTrace.None);
}
