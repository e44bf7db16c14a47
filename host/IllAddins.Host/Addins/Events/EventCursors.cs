using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Addins.Events;

/// <summary>How far each listener has been told, kept over restarts and new versions of its add-in.</summary>
public sealed class EventCursors(DbDataSource database, TimeProvider clock)
{
    /// <summary>The last number handled, by source; empty for a listener that was never told of anything.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(string addin, string listener, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(string Source, long Number)>(
            "SELECT Source, Number FROM EventCursors WHERE Addin = @addin AND Listener = @listener ORDER BY Source", new { addin, listener })).ToDictionary(row => row.Source, row => row.Number);
    }

    /// <summary>Keeps the last numbers handled. A listener that has come on is in no trouble.</summary>
    public Task SaveAsync(string addin, string listener, IReadOnlyDictionary<string, long> numbers) => WriteAsync((connection, within) =>
    {
        foreach (var (source, number) in numbers)
            connection.Execute(
                """
                INSERT INTO EventCursors (Addin, Listener, Source, Number, ToldAt) VALUES (@addin, @listener, @source, @number, @at)
                ON CONFLICT (Addin, Listener, Source) DO UPDATE SET Number = excluded.Number, ToldAt = excluded.ToldAt
                """,
                new { addin, listener, source, number, at = StoredTime.Write(clock.GetUtcNow()) },
                within);
        connection.Execute("DELETE FROM EventTroubles WHERE Addin = @addin AND Listener = @listener", new { addin, listener }, within);
    });

    /// <summary>Keeps what a listener fails at, for admins.</summary>
    public Task SaveAsync(EventTrouble trouble) => WriteAsync((connection, within) => connection.Execute(
        """
        INSERT INTO EventTroubles (Addin, Listener, Event, Failures, Message, NextTryAt) VALUES (@Addin, @Listener, @Event, @Failures, @Message, @NextTryAt)
        ON CONFLICT (Addin, Listener) DO UPDATE SET Passed = CASE WHEN Event = excluded.Event THEN Passed ELSE 0 END, Event = excluded.Event, Failures = excluded.Failures, Message = excluded.Message, NextTryAt = excluded.NextTryAt
        """,
        trouble,
        within));

    /// <summary>Has a listener passed over the event at which it fails.</summary>
    /// <returns>What it fails at; null where it fails at nothing.</returns>
    public async Task<EventTrouble?> PassAsync(string addin, string listener, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<EventTrouble>(
            """
            UPDATE EventTroubles SET Passed = 1 WHERE Addin = @addin AND Listener = @listener
            RETURNING Addin, Listener, Event, Failures, Message, NextTryAt
            """,
            new { addin, listener });
    }

    /// <summary>The id of the event that a listener is passed over; null for none.</summary>
    public async Task<string?> PassedAsync(string addin, string listener, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string>("SELECT Event FROM EventTroubles WHERE Addin = @addin AND Listener = @listener AND Passed = 1", new { addin, listener });
    }

    /// <summary>Every listener that was ever told of anything, with what it fails at.</summary>
    public async Task<IReadOnlyList<ListenerStand>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var cursors = await connection.QueryAsync<(string Addin, string Listener, string Source, long Number, string ToldAt)>(
            "SELECT Addin, Listener, Source, Number, ToldAt FROM EventCursors ORDER BY Addin, Listener, Source");
        var troubles = (await connection.QueryAsync<EventTrouble>(
            "SELECT Addin, Listener, Event, Failures, Message, NextTryAt FROM EventTroubles ORDER BY Addin, Listener")).ToDictionary(trouble => (trouble.Addin, trouble.Listener));
        return
        [
            .. cursors.GroupBy(row => (row.Addin, row.Listener)).Select(rows => new ListenerStand
            {
                Addin = rows.Key.Addin,
                Listener = rows.Key.Listener,
                Numbers = rows.ToDictionary(row => row.Source, row => row.Number),
                ToldAt = StoredTime.Read(rows.Max(row => row.ToldAt)!),
                Trouble = troubles.GetValueOrDefault(rows.Key),
            }),
        ];
    }

    private async Task WriteAsync(Action<DbConnection, DbTransaction> write)
    {
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        await using var within = await connection.BeginTransactionAsync(CancellationToken.None);
        write(connection, within);
        await within.CommitAsync(CancellationToken.None);
    }
}

/// <summary>What a listener fails at.</summary>
public sealed record EventTrouble
{
    public required string Addin { get; init; }

    public required string Listener { get; init; }

    /// <summary>The event's id.</summary>
    public required string Event { get; init; }

    /// <summary>So many times in a row; 1 or more.</summary>
    public required long Failures { get; init; }

    public required string Message { get; init; }

    /// <summary>Stored form.</summary>
    public required string NextTryAt { get; init; }
}

/// <summary>How far a listener has come.</summary>
public sealed record ListenerStand
{
    public required string Addin { get; init; }

    public required string Listener { get; init; }

    /// <summary>The last number handled, by source.</summary>
    public required IReadOnlyDictionary<string, long> Numbers { get; init; }

    /// <summary>When it last came on.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>Null while all is well.</summary>
    public EventTrouble? Trouble { get; init; }
}
