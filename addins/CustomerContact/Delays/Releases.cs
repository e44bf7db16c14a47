using System.Data.Common;
using System.Diagnostics;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delays;

/// <summary>Staff's word that a request which a script holds may go; it counts as long as the script's text is the same.</summary>
public sealed class Releases(IAddinHost host)
{
    /// <summary>Releases one request that a script holds: the next sweep routes it.</summary>
    public async Task<CommandAnswer> ReleaseAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var row = call.Rows[0];
        return Words(row.TransactionNumber, await host.Database.WriteAsync(within => ReleaseAsync(row, call.User, within, cancellationToken), cancellationToken));
    }

    /// <summary>Whether a decision is one that staff can release.</summary>
    public static bool Fits(DecisionRow row) => row is { State: DecisionState.Held, HoldKind: HeldRows.ScriptHold };

    /// <summary>The decision as it stands once releases are regarded.</summary>
    public static DecisionRow Regard(DbTransaction within, DecisionRow row) =>
        row.HoldKind == HeldRows.ScriptHold && Find(within.Connection!, within, row) is { } release && release.ScriptVersion == row.ScriptVersion
            ? Released(row, release.ReleasedBy, release.ReleasedAt)
            : row;

    /// <summary>The same outside of a transaction, for a decision that is not stored.</summary>
    public async Task<DecisionRow> RegardAsync(DecisionRow row, CancellationToken cancellationToken)
    {
        if (row.HoldKind != HeldRows.ScriptHold)
            return row;
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        return Find(connection, null, row) is { } release && release.ScriptVersion == row.ScriptVersion ? Released(row, release.ReleasedBy, release.ReleasedAt) : row;
    }

    /// <summary>Releases one request in the caller's transaction.</summary>
    public async Task<ReleaseAnswer> ReleaseAsync(SelectedRow selected, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var number = selected.TransactionNumber;
        var standing = Standing.Of(within, number);
        if (standing is null)
            return new ReleaseAnswer.NotNow(DecisionWords.NoSuchRequest);
        if (standing.ArrivalId != selected.ArrivalId)
            return new ReleaseAnswer.NotNow(DecisionWords.MovedMeanwhile(standing.Status));
        if (DecisionStore.Find(within, number, selected.ArrivalId) is not { } row || !Fits(row))
            return new ReleaseAnswer.NotNow(ReleaseWords.NoScriptHoldsIt);
        var now = StoredTime.Write(host.Clock.GetUtcNow());
        Save(within, row, by, now);
        DecisionStore.Save(within, Released(row, by, now));
        await host.Record.AddHistoryAsync(number, TransitWords.Released(by, row.Reason), by, within, cancellationToken);
        var act = new AuditEntry
        {
            By = by,
            Act = "release",
            Subject = $"request {number}",
            TransactionNumber = number,
            Site = row.Site,
            Was = row.State,
            Became = DecisionState.Resting,
            Detail = row.Reason,
        };
        await host.AuditAsync(act, within, cancellationToken);
        return new ReleaseAnswer.Done(row.Reason);
    }

    private static CommandAnswer Words(int number, ReleaseAnswer answer) => answer switch
    {
        ReleaseAnswer.Done done => new CommandAnswer { Message = ReleaseWords.Released(number, done.Reason) },
        ReleaseAnswer.NotNow not => new CommandAnswer { Message = ReleaseWords.NotReleased(number, not.Why), Refused = true },
        _ => throw new UnreachableException(),
    };

    private static DecisionRow Released(DecisionRow row, string by, string at) =>
        row with { State = DecisionState.Resting, HoldKind = null, DueAt = at, Reason = TransitWords.ReleasedReason(by, row.Reason) };

    private static void Save(DbTransaction within, DecisionRow row, string by, string at) => within.Connection!.Execute(
        """
        INSERT INTO ContactReleases (TransactionNumber, ArrivalId, ScriptVersion, ReleasedBy, ReleasedAt)
        VALUES (@TransactionNumber, @ArrivalId, @ScriptVersion, @by, @at)
        ON CONFLICT (TransactionNumber, ArrivalId) DO UPDATE SET
            ScriptVersion = excluded.ScriptVersion, ReleasedBy = excluded.ReleasedBy, ReleasedAt = excluded.ReleasedAt
        """,
        new { row.TransactionNumber, row.ArrivalId, row.ScriptVersion, by, at },
        within);

    private static Release? Find(DbConnection connection, DbTransaction? within, DecisionRow row) => connection.QuerySingleOrDefault<Release>(
        "SELECT ScriptVersion, ReleasedBy, ReleasedAt FROM ContactReleases WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @ArrivalId",
        new { row.TransactionNumber, row.ArrivalId },
        within);

    private sealed record Release
    {
        public required string ScriptVersion { get; init; }

        public required string ReleasedBy { get; init; }

        /// <summary>Stored form.</summary>
        public required string ReleasedAt { get; init; }
    }
}

/// <summary>What became of staff's word to release a request; a closed family.</summary>
public abstract record ReleaseAnswer
{
    private ReleaseAnswer()
    {
    }

    /// <summary>Released; what it was held for.</summary>
    public sealed record Done(string Reason) : ReleaseAnswer;

    /// <summary>Nothing was changed, and why: the rest of a sentence that begins with the request.</summary>
    public sealed record NotNow(string Why) : ReleaseAnswer;
}
