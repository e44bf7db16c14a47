using System.Globalization;
using Dapper;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>Published versions of scripts, as events.</summary>
public static class ScriptEvents
{
    /// <summary>The source's name.</summary>
    public const string Name = "scripts";

    public static EventSource Source { get; } = new()
    {
        Name = Name,
        Events = [EventNames.ScriptPublished],
        LastAsync = LastAsync,
        ReadAsync = ReadAsync,
    };

    private static Task<long> LastAsync(EventLook look, CancellationToken cancellationToken) => look.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
        """
        SELECT COALESCE(
            (SELECT Sequence - 1 FROM ScriptVersions WHERE @before IS NOT NULL AND PublishedAt >= @before ORDER BY Sequence LIMIT 1),
            (SELECT MAX(Sequence) FROM ScriptVersions),
            0)
        """,
        new { before = look.Before is { } before ? StoredTime.Write(before) : null },
        cancellationToken: cancellationToken));

    private static async Task<IReadOnlyList<IllEvent>> ReadAsync(EventRead read, CancellationToken cancellationToken)
    {
        var rows = await read.Connection.QueryAsync<VersionRow>(new CommandDefinition(
            "SELECT Sequence, Place, Number, PublishedAt, PublishedBy FROM ScriptVersions WHERE Sequence > @After AND Removed = 0 ORDER BY Sequence LIMIT @Most",
            new { read.After, read.Most },
            cancellationToken: cancellationToken));
        return [.. rows.Select(Told)];
    }

    private static IllEvent Told(VersionRow row) => new()
    {
        Name = EventNames.ScriptPublished,
        Number = row.Sequence,
        At = StoredTime.Read(row.PublishedAt),
        By = row.PublishedBy,
        Site = row.Place == ScriptFolder.Default ? null : row.Place,
        Facts = new Dictionary<string, string> { [EventFacts.Script] = row.Place, [EventFacts.Version] = row.Number.ToString(CultureInfo.InvariantCulture) },
    };

    private sealed record VersionRow
    {
        public long Sequence { get; init; }

        public string Place { get; init; } = "";

        public long Number { get; init; }

        public string PublishedAt { get; init; } = "";

        public string PublishedBy { get; init; } = "";
    }
}
