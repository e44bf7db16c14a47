using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Log;

/// <summary>Something that was done to tell a customer: a notice that was written, or an attempt to phone.</summary>
public sealed record LogEntry
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }

    /// <summary>Stored form: when it ended, else when it was made.</summary>
    public required string At { get; init; }

    public required string Channel { get; init; }

    /// <summary>Empty for an attempt to phone.</summary>
    public string Template { get; init; } = "";

    /// <summary>One of <see cref="NoticeStatus"/>; null for an attempt to phone.</summary>
    public string? Status { get; init; }

    /// <summary>What came of an attempt to phone, in words; empty for a notice.</summary>
    public string Said { get; init; } = "";

    public int Attempts { get; init; }

    public string? Answer { get; init; }

    public string? Note { get; init; }

    /// <summary>Null where it was written by itself.</summary>
    public string? StaffBy { get; init; }

    /// <summary>Null where no other one stands in its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Stored form; null where it is not to be tried.</summary>
    public string? NextTryAt { get; init; }

    public string ToAddress { get; init; } = "";
}

/// <summary>Reads what was done last.</summary>
public static class LogEntries
{
    /// <summary>The last notices, the last attempts to phone, and the last notices that failed or are of unknown fate: of each so many at most.</summary>
    public const int Most = 10_000;

    private const string Notices = """
        SELECT TransactionNumber, ArrivalId, COALESCE(FinishedAt, CreatedAt) AS At, Channel, Template, Status, Attempts, Answer, Note, StaffBy, ReplacedBy, NextTryAt, ToAddress
        FROM EMailCopies
        """;

    /// <summary>The look-ups: the newest by their numbers, the others by the index of what needs staff.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        $"{Notices} ORDER BY Id DESC LIMIT @Most",
        $"{Notices} WHERE Status IN ('Failed', 'Unknown') ORDER BY +Id DESC LIMIT @Most",
    ];

    /// <summary>The last entry of each request, the newest first.</summary>
    public static async Task<IReadOnlyList<LogEntry>> ReadAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var entries = new List<LogEntry>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var text in Texts)
            entries.AddRange(await connection.QueryAsync<LogEntry>(new CommandDefinition(text, new { Most }, cancellationToken: cancellationToken)));
        var calls = await connection.QueryAsync<ContactCall>(
            new CommandDefinition($"SELECT {ContactCalls.Columns} FROM ContactCalls ORDER BY Id DESC LIMIT @Most", new { Most }, cancellationToken: cancellationToken));
        entries.AddRange(calls.Select(Of));
        return [.. entries.OrderByDescending(entry => entry.At, StringComparer.Ordinal).DistinctBy(entry => entry.TransactionNumber)];
    }

    private static LogEntry Of(ContactCall call) => new()
    {
        TransactionNumber = call.TransactionNumber,
        ArrivalId = call.ArrivalId,
        At = call.CalledAt,
        Channel = FormWords.Phone,
        Said = call.Said,
        Note = call.Note,
        StaffBy = call.CalledBy,
    };
}
