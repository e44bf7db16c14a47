using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>What happens to requests, as events: every row of Tracking is one.</summary>
public static class RequestEvents
{
    /// <summary>The source's name.</summary>
    public const string Name = "requests";

    /// <summary>The look-up, which must be by index however many rows there are.</summary>
    public const string ReadText = """
        SELECT k.Id AS Number, k.DateTime, k.ChangedTo, k.ChangedBy, k.TransactionNumber, t.Site,
            (SELECT b.ChangedTo FROM Tracking b WHERE b.TransactionNumber = k.TransactionNumber AND b.Id < k.Id ORDER BY b.Id DESC LIMIT 1) AS Before
        FROM Tracking k JOIN Transactions t ON t.TransactionNumber = k.TransactionNumber
        WHERE k.Id > @After ORDER BY k.Id LIMIT @Most
        """;

    public static EventSource Source { get; } = new()
    {
        Name = Name,
        Events = [EventNames.RequestArrived, EventNames.RequestRouted],
        LastAsync = LastAsync,
        ReadAsync = ReadAsync,
    };

    // By time every row is looked at, once in the life of a listener: times of imported rows do not grow with their numbers.
    private static Task<long> LastAsync(EventLook look, CancellationToken cancellationToken) => look.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
        """
        SELECT COALESCE(
            (SELECT Id - 1 FROM Tracking WHERE @before IS NOT NULL AND DateTime >= @before ORDER BY Id LIMIT 1),
            (SELECT MAX(Id) FROM Tracking),
            0)
        """,
        new { before = look.Before is { } before ? StoredTime.Write(before) : null },
        cancellationToken: cancellationToken));

    private static async Task<IReadOnlyList<IllEvent>> ReadAsync(EventRead read, CancellationToken cancellationToken)
    {
        var rows = await read.Connection.QueryAsync<TrackingRow>(new CommandDefinition(ReadText, new { read.After, read.Most }, cancellationToken: cancellationToken));
        return [.. rows.Select(Told)];
    }

    private static IllEvent Told(TrackingRow row) => new()
    {
        Name = row.Before is null ? EventNames.RequestArrived : EventNames.RequestRouted,
        Number = row.Number,
        At = StoredTime.Read(row.DateTime),
        By = row.ChangedBy,
        Site = row.Site,
        TransactionNumber = row.TransactionNumber,
        Facts = row.Before is null
            ? new Dictionary<string, string> { [EventFacts.Status] = row.ChangedTo }
            : new Dictionary<string, string> { [EventFacts.Status] = row.ChangedTo, [EventFacts.StatusBefore] = row.Before },
    };

    private sealed record TrackingRow
    {
        public long Number { get; init; }

        public string DateTime { get; init; } = "";

        public string ChangedTo { get; init; } = "";

        public string ChangedBy { get; init; } = "";

        public int TransactionNumber { get; init; }

        public string Site { get; init; } = "";

        public string? Before { get; init; }
    }
}
