using System.Globalization;
using Dapper;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What becomes of notices, as events for the listeners of any add-in.</summary>
public static class NoticeEvents
{
    /// <summary>Tells of an end.</summary>
    public const string Trigger = """
        CREATE TRIGGER EMailCopiesEnded AFTER UPDATE OF Status ON EMailCopies
        WHEN (NEW.Status = 'Sent' OR NEW.Status = 'Failed' OR NEW.Status = 'Unknown' OR NEW.Status = 'Cancelled') AND OLD.Status <> NEW.Status AND (NEW.Status <> 'Cancelled' OR NEW.Parked = 'Unsendable')
        BEGIN
            INSERT INTO NoticeEvents (NoticeId, At, Event, Answer) VALUES (
                NEW.Id,
                COALESCE(NEW.FinishedAt, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
                CASE NEW.Status WHEN 'Sent' THEN 'NoticeSent' WHEN 'Unknown' THEN 'NoticeUnknown' ELSE 'NoticeFailed' END,
                COALESCE(CASE WHEN NEW.Parked = 'TooOld' OR NEW.Answer IS NULL THEN NEW.Note ELSE NEW.Answer END, ''));
        END;
        """;

    /// <summary>A row for each end that a notice comes to. By triggers, so that whatever ends one, in whatever way, tells of it in the same transaction.</summary>
    public const string Tables = $"""
        CREATE TABLE NoticeEvents (
            Id INTEGER PRIMARY KEY,
            NoticeId INTEGER NOT NULL,
            At TEXT NOT NULL,
            Event TEXT NOT NULL,
            Answer TEXT NOT NULL) STRICT;
        {Trigger}
        """;

    public static EventSource Source { get; } = new()
    {
        Name = "notices",
        Events = [EventNames.NoticeSent, EventNames.NoticeFailed, EventNames.NoticeUnknown],
        LastAsync = LastAsync,
        ReadAsync = ReadAsync,
    };

    // By time every row is looked at, once in the life of a listener: what is written by word of staff may bear an earlier time.
    private static Task<long> LastAsync(EventLook look, CancellationToken cancellationToken) => look.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
        """
        SELECT COALESCE(
            (SELECT Id - 1 FROM NoticeEvents WHERE @before IS NOT NULL AND At >= @before ORDER BY Id LIMIT 1),
            (SELECT MAX(Id) FROM NoticeEvents),
            0)
        """,
        new { before = look.Before is { } before ? StoredTime.Write(before) : null },
        cancellationToken: cancellationToken));

    private static async Task<IReadOnlyList<IllEvent>> ReadAsync(EventRead read, CancellationToken cancellationToken)
    {
        var rows = await read.Connection.QueryAsync<EventRow>(new CommandDefinition(
            """
            SELECT e.Id, e.NoticeId, e.At, e.Event, e.Answer, n.TransactionNumber, n.Site, n.Channel, n.Template
            FROM NoticeEvents e JOIN EMailCopies n ON n.Id = e.NoticeId
            WHERE e.Id > @After ORDER BY e.Id LIMIT @Most
            """,
            new { read.After, read.Most },
            cancellationToken: cancellationToken));
        return [.. rows.Select(Told)];
    }

    private static IllEvent Told(EventRow row) => new()
    {
        Name = row.Event,
        Number = row.Id,
        At = StoredTime.Read(row.At),
        By = "System",
        Site = row.Site,
        TransactionNumber = row.TransactionNumber,
        Facts = new Dictionary<string, string>
        {
            [EventFacts.NoticeId] = row.NoticeId.ToString(CultureInfo.InvariantCulture),
            [EventFacts.Channel] = row.Channel,
            [EventFacts.Template] = row.Template,
            [EventFacts.Answer] = row.Answer,
        },
    };

    private sealed record EventRow
    {
        public long Id { get; init; }

        public long NoticeId { get; init; }

        public string At { get; init; } = "";

        public string Event { get; init; } = "";

        public string Answer { get; init; } = "";

        public int TransactionNumber { get; init; }

        public string Site { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Template { get; init; } = "";
    }
}
