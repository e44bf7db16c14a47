using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.ContactForm.Marks;

/// <summary>What an act of staff did to one request.</summary>
public sealed record ContactActRow
{
    public required int TransactionNumber { get; init; }

    /// <summary>Where the request stood.</summary>
    public required string TransactionStatus { get; init; }

    /// <summary>The arrival that it stood at.</summary>
    public required long ArrivalId { get; init; }

    /// <summary>Stored form; since when its patron has waited.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>The arrival that the act made; the same where it moved nothing.</summary>
    public required long MadeArrivalId { get; init; }

    /// <summary>Where the decision about it stood (<see cref="Decisions.DecisionState"/>); null where nothing was decided.</summary>
    public string? DecisionState { get; init; }

    public string? HoldKind { get; init; }

    /// <summary>The notice that was cancelled for it; null for none.</summary>
    public long? NoticeId { get; init; }

    /// <summary>Where that notice stood.</summary>
    public string? NoticeStatus { get; init; }
}

/// <summary>An act of staff that can be taken back.</summary>
public sealed record ContactAct
{
    public required string Token { get; init; }

    public required string StaffUser { get; init; }

    /// <summary>E.g. <c>5 moved</c>.</summary>
    public required string Said { get; init; }

    /// <summary>Stored form.</summary>
    public required string DoneAt { get; init; }

    /// <summary>Stored form; null where it still stands.</summary>
    public string? UndoneAt { get; init; }
}

/// <summary>The acts of staff that can be taken back.</summary>
public static class ContactActs
{
    private const string Columns =
        "TransactionNumber, TransactionStatus, ArrivalId, ReceivedAt, MadeArrivalId, DecisionState, HoldKind, NoticeId, NoticeStatus";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>A name for an act to come.</summary>
    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>Keeps an act; acts too old for anybody to take back are forgotten.</summary>
    public static void Keep(DbTransaction within, ContactAct act, IReadOnlyList<ContactActRow> rows)
    {
        Forget(within, StoredTime.Read(act.DoneAt) - Kept);
        within.Connection!.Execute("INSERT INTO ContactActs (Token, StaffUser, Said, DoneAt) VALUES (@Token, @StaffUser, @Said, @DoneAt)", act, within);
        foreach (var row in rows)
            within.Connection!.Execute(
                $"""
                INSERT INTO ContactActRows (Token, {Columns})
                VALUES (@Token, @TransactionNumber, @TransactionStatus, @ArrivalId, @ReceivedAt, @MadeArrivalId, @DecisionState, @HoldKind, @NoticeId, @NoticeStatus)
                """,
                new
                {
                    act.Token,
                    row.TransactionNumber,
                    row.TransactionStatus,
                    row.ArrivalId,
                    row.ReceivedAt,
                    row.MadeArrivalId,
                    row.DecisionState,
                    row.HoldKind,
                    row.NoticeId,
                    row.NoticeStatus,
                },
                within);
    }

    /// <summary>An act; null where it is not known, or was forgotten.</summary>
    public static ContactAct? Find(DbTransaction within, string token) => within.Connection!.QuerySingleOrDefault<ContactAct>(
        "SELECT Token, StaffUser, Said, DoneAt, UndoneAt FROM ContactActs WHERE Token = @token", new { token }, within);

    /// <summary>What an act did.</summary>
    public static IReadOnlyList<ContactActRow> Rows(DbTransaction within, string token) => within.Connection!.Query<ContactActRow>(
        $"SELECT {Columns} FROM ContactActRows WHERE Token = @token ORDER BY TransactionNumber",
        new { token },
        within).AsList();

    /// <summary>Notes that an act was taken back.</summary>
    public static void SetUndone(DbTransaction within, string token, DateTimeOffset now) => within.Connection!.Execute(
        "UPDATE ContactActs SET UndoneAt = @at WHERE Token = @token", new { token, at = StoredTime.Write(now) }, within);

    private static void Forget(DbTransaction within, DateTimeOffset before)
    {
        var at = StoredTime.Write(before);
        within.Connection!.Execute("DELETE FROM ContactActRows WHERE Token IN (SELECT Token FROM ContactActs WHERE DoneAt < @at)", new { at }, within);
        within.Connection!.Execute("DELETE FROM ContactActs WHERE DoneAt < @at", new { at }, within);
    }
}
