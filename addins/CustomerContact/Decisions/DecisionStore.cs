using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>The stored decisions, and how far the record's changes have been read.</summary>
public sealed class DecisionStore(DbDataSource database)
{
    internal const string Columns = "TransactionNumber, ArrivalId, Stage, Site, State, DueAt, Reason, HoldKind, Template, DecidedBy, DecidedAt, ScriptVersion, Answer, Line, ScriptReason";

    // As the index says it, word for word: it is used for nothing else.
    private const string Open = "State NOT IN ('Done', 'Left')";

    /// <summary>The last change of a site's requests at a status that was read.</summary>
    public async Task<ChangeMark> MarkAsync(string site, TransactionStatus status, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ChangeMark>(
            "SELECT Change, TransactionNumber FROM ContactMarks WHERE Site = @site AND TransactionStatus = @status",
            new { site, status = status.Name }) ?? ChangeMark.Start;
    }

    /// <summary>Notes how far the changes have been read; commits with the decisions made from them.</summary>
    public static void SaveMark(DbTransaction within, string site, TransactionStatus status, ChangeMark mark) => within.Connection!.Execute(
        """
        INSERT INTO ContactMarks (Site, TransactionStatus, Change, TransactionNumber) VALUES (@site, @status, @Change, @TransactionNumber)
        ON CONFLICT (Site, TransactionStatus) DO UPDATE SET Change = excluded.Change, TransactionNumber = excluded.TransactionNumber
        """,
        new { site, status = status.Name, mark.Change, mark.TransactionNumber },
        within);

    /// <summary>Stores a decision in place of an earlier one about the same arrival.</summary>
    public static void Save(DbTransaction within, DecisionRow row)
    {
        using var statements = new Statements(within);
        DecisionRows.Save(statements, row);
    }

    /// <summary>The decision about an arrival; null where there is none.</summary>
    public static DecisionRow? Find(DbTransaction within, int transactionNumber, long arrivalId) => within.Connection!.QuerySingleOrDefault<DecisionRow>(
        $"SELECT {Columns} FROM ContactDecisions WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId",
        new { transactionNumber, arrivalId },
        within);

    /// <summary>Says where a decision stands now.</summary>
    public static void SetState(DbTransaction within, int transactionNumber, long arrivalId, string state, string? reason = null, string? holdKind = null) =>
        within.Connection!.Execute(
            """
            UPDATE ContactDecisions SET State = @state, Reason = COALESCE(@reason, Reason), HoldKind = @holdKind
            WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId
            """,
            new { transactionNumber, arrivalId, state, reason, holdKind },
            within);

    /// <summary>Notes that a request moved before its decision was carried out; one that was decided anew since it was read stays.</summary>
    public static void Leave(DbTransaction within, DecisionRow row) => within.Connection!.Execute(
        $"""
        UPDATE ContactDecisions SET State = '{DecisionState.Left}', HoldKind = NULL
        WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @ArrivalId AND Site = @Site AND State = @State
        """,
        row,
        within);

    /// <summary>Requests resting whose time has come, the longest due first.</summary>
    public Task<IReadOnlyList<DecisionRow>> DueAsync(string site, DateTimeOffset now, int limit, CancellationToken cancellationToken) => QueryAsync(
        $"""
        SELECT {Columns} FROM ContactDecisions
        WHERE Site = @site AND Stage = 'Delay' AND State = 'Resting' AND DueAt <= @now
        ORDER BY DueAt, TransactionNumber LIMIT @limit
        """,
        new { site, now = StoredTime.Write(now), limit },
        cancellationToken);

    /// <summary>Decisions in a state that were made by another script or other settings than now.</summary>
    public async Task<IReadOnlyList<DecisionKey>> OutdatedAsync(
        string site, string stage, string state, string decidedBy, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await SideAsync("<", limit), .. await SideAsync(">", limit)];

        // One side of the index at a time: together they would be sorted, all of them.
        Task<IEnumerable<DecisionKey>> SideAsync(string side, int limit) => connection.QueryAsync<DecisionKey>(
            $"""
            SELECT TransactionNumber, ArrivalId FROM ContactDecisions WHERE Site = @site AND Stage = @stage AND State = @state AND {Open} AND DecidedBy {side} @decidedBy
            ORDER BY DecidedBy, TransactionNumber LIMIT @limit
            """,
            new { site, stage, state, decidedBy, limit });
    }

    /// <summary>Those of the decisions that are still in the state, made by another script or other settings than now.</summary>
    public static HashSet<DecisionKey> Outdated(DbTransaction within, IReadOnlyList<DecisionKey> keys, string state, string decidedBy)
    {
        // Numbers and no parameters: SQLite finds a parameter by walking through all of them.
        using var reader = within.Connection!.ExecuteReader(
            $"""
            SELECT TransactionNumber, ArrivalId FROM ContactDecisions
            WHERE TransactionNumber IN ({string.Join(',', keys.Select(key => key.TransactionNumber))}) AND State = @state AND DecidedBy <> @decidedBy
            ORDER BY TransactionNumber, ArrivalId
            """,
            new { state, decidedBy },
            within);
        var found = new HashSet<DecisionKey>(keys.Count);
        while (reader.Read())
            found.Add(new DecisionKey { TransactionNumber = reader.GetInt32(0), ArrivalId = reader.GetInt64(1) });
        return found;
    }

    /// <summary>Notes that a request had moved before its decision could be made again.</summary>
    public static void Leave(DbTransaction within, DecisionKey key, string decidedBy) => within.Connection!.Execute(
        $"""
        UPDATE ContactDecisions SET State = '{DecisionState.Left}', HoldKind = NULL, DecidedBy = @decidedBy
        WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @ArrivalId
        """,
        new { key.TransactionNumber, key.ArrivalId, decidedBy },
        within);

    /// <summary>What a site's requests at a stage are held for.</summary>
    public Task<IReadOnlyList<DecisionRow>> HeldAsync(string site, string stage, CancellationToken cancellationToken) => QueryAsync(
        $"SELECT {Columns} FROM ContactDecisions WHERE Site = @site AND Stage = @stage AND State = 'Held' AND {Open} ORDER BY TransactionNumber",
        new { site, stage },
        cancellationToken);

    /// <summary>Held decisions about arrivals that are no longer the request's last one, or no longer the site's.</summary>
    public Task<IReadOnlyList<DecisionRow>> MovedOnAsync(string site, string stage, CancellationToken cancellationToken) => QueryAsync(
        $"""
        SELECT {Columns} FROM ContactDecisions d
        WHERE Site = @site AND Stage = @stage AND State = 'Held' AND {Open}
            AND (ArrivalId < (SELECT MAX(k.Id) FROM Tracking k WHERE k.TransactionNumber = d.TransactionNumber)
                -- A patron who changed sites takes the requests along: the other site decides, and counts them.
                OR Site <> (SELECT t.Site FROM Transactions t WHERE t.TransactionNumber = d.TransactionNumber))
        ORDER BY TransactionNumber
        """,
        new { site, stage },
        cancellationToken);

    /// <summary>Every decision about a request, the latest arrival first.</summary>
    public Task<IReadOnlyList<DecisionRow>> OfRequestAsync(int transactionNumber, CancellationToken cancellationToken) => QueryAsync(
        $"SELECT {Columns} FROM ContactDecisions WHERE TransactionNumber = @transactionNumber ORDER BY ArrivalId DESC",
        new { transactionNumber },
        cancellationToken);

    private async Task<IReadOnlyList<DecisionRow>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<DecisionRow>(sql, parameters)).AsList();
    }
}
