using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>What a request left behind: its statuses, what happened to it, and what staff noted.</summary>
public sealed record RequestTrail
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TrackingEntry> Tracking { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<NoteEntry> Notes { get; init; }

    /// <summary>Reads the trail of a request; empty lists where it has none or there is no such request.</summary>
    public static async Task<RequestTrail> ReadAsync(DbDataSource database, int transactionNumber, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var of = new { transactionNumber };
        var tracking = await connection.QueryAsync<TrackingRow>(
            "SELECT DateTime, ChangedTo, ChangedBy FROM Tracking WHERE TransactionNumber = @transactionNumber ORDER BY Id", of);
        var history = await connection.QueryAsync<HistoryRow>(
            "SELECT DateTime, Entry, Username FROM History WHERE TransactionNumber = @transactionNumber ORDER BY Id", of);
        var notes = await connection.QueryAsync<NoteRow>(
            "SELECT NoteDate, Note, AddedBy, NoteType FROM Notes WHERE TransactionNumber = @transactionNumber ORDER BY Id", of);
        return new RequestTrail
        {
            Tracking = [.. tracking.Select(row => new TrackingEntry(StoredTime.Read(row.DateTime), row.ChangedTo, row.ChangedBy))],
            History = [.. history.Select(row => new HistoryEntry(StoredTime.Read(row.DateTime), row.Entry, row.Username))],
            Notes = [.. notes.Select(row => new NoteEntry(StoredTime.Read(row.NoteDate), row.Note, row.AddedBy, row.NoteType))],
        };
    }

    private sealed record TrackingRow
    {
        public string DateTime { get; init; } = "";

        public string ChangedTo { get; init; } = "";

        public string ChangedBy { get; init; } = "";
    }

    private sealed record HistoryRow
    {
        public string DateTime { get; init; } = "";

        public string Entry { get; init; } = "";

        public string Username { get; init; } = "";
    }

    private sealed record NoteRow
    {
        public string NoteDate { get; init; } = "";

        public string Note { get; init; } = "";

        public string AddedBy { get; init; } = "";

        public string NoteType { get; init; } = "";
    }
}

/// <summary>A change of status.</summary>
public sealed record TrackingEntry(DateTimeOffset At, string ChangedTo, string ChangedBy);

/// <summary>Something that happened; <c>By</c> is a user name of the staff or <c>System</c>.</summary>
public sealed record HistoryEntry(DateTimeOffset At, string Entry, string By);

/// <summary>A note, with ILLiad's note type (<c>Staff</c>, <c>System</c>).</summary>
public sealed record NoteEntry(DateTimeOffset At, string Note, string By, string NoteType);
