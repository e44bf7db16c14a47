using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The sites' brakes in the database, so that an outage outlives a restart and is known to every process.</summary>
public static class MailBrakes
{
    /// <summary>A site's brake; a new one where there is none, or where it was another server's.</summary>
    public static async Task<BrakeState> ReadAsync(DbDataSource database, string site, string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<BrakeRow>(
            """
            SELECT Struck, PausedAt, Probes, NextProbeAt, CatchingUp, LastAcceptedAt, Answer FROM MailBrakes
            WHERE Site = @site AND Account = @account ORDER BY Site
            """,
            new { site, account }) is { } row ? State(row) : new BrakeState();
    }

    /// <summary>The brakes of the sites whose mail is paused, by site.</summary>
    public static async Task<IReadOnlyDictionary<string, BrakeState>> PausedAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<BrakeRow>(
            "SELECT Site, Struck, PausedAt, Probes, NextProbeAt, CatchingUp, LastAcceptedAt, Answer FROM MailBrakes WHERE PausedAt IS NOT NULL ORDER BY Site");
        return rows.ToDictionary(row => row.Site, State, StringComparer.OrdinalIgnoreCase);
    }

    public static void Write(DbTransaction within, string site, string account, BrakeState state) => within.Connection!.Execute(
        """
        INSERT INTO MailBrakes (Site, Account, Struck, PausedAt, Probes, NextProbeAt, CatchingUp, LastAcceptedAt, Answer)
        VALUES (@site, @account, @struck, @pausedAt, @Probes, @nextProbeAt, @CatchingUp, @lastAcceptedAt, @Answer)
        ON CONFLICT (Site) DO UPDATE SET Account = excluded.Account, Struck = excluded.Struck, PausedAt = excluded.PausedAt, Probes = excluded.Probes,
            NextProbeAt = excluded.NextProbeAt, CatchingUp = excluded.CatchingUp, LastAcceptedAt = excluded.LastAcceptedAt, Answer = excluded.Answer
        """,
        new
        {
            site,
            account,
            struck = string.Join(' ', state.Struck),
            pausedAt = Stored(state.PausedAt),
            state.Probes,
            nextProbeAt = Stored(state.NextProbeAt),
            state.CatchingUp,
            lastAcceptedAt = Stored(state.LastAcceptedAt),
            state.Answer,
        },
        within);

    private static BrakeState State(BrakeRow row) => new()
    {
        Struck = [.. row.Struck.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))],
        PausedAt = Moment(row.PausedAt),
        Probes = row.Probes,
        NextProbeAt = Moment(row.NextProbeAt),
        CatchingUp = row.CatchingUp,
        LastAcceptedAt = Moment(row.LastAcceptedAt),
        Answer = row.Answer,
    };

    private static string? Stored(DateTimeOffset? moment) => moment is { } known ? StoredTime.Write(known) : null;

    private static DateTimeOffset? Moment(string? stored) => stored is null ? null : StoredTime.Read(stored);

    private sealed record BrakeRow
    {
        public string Site { get; init; } = "";

        public string Struck { get; init; } = "";

        public string? PausedAt { get; init; }

        public int Probes { get; init; }

        public string? NextProbeAt { get; init; }

        public bool CatchingUp { get; init; }

        public string? LastAcceptedAt { get; init; }

        public string? Answer { get; init; }
    }
}
