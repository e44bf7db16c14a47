using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>One attempt to send a notice, with what was answered.</summary>
public sealed record NoticeAttempt
{
    /// <summary>Stored form; when the attempt was settled.</summary>
    public required string At { get; init; }

    /// <summary>The process that made it; its journal is named so.</summary>
    public required string Owner { get; init; }

    /// <summary>How far the mail had come, a <see cref="MailStage"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>What became of it, a case of <see cref="MailOutcome"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The mail server's words, or ours where it said nothing.</summary>
    public required string Answer { get; init; }
}

/// <summary>Every attempt of every notice, word for word.</summary>
public static class NoticeAttempts
{
    private static readonly RowStatement<(NoticeRow Notice, MailOutcome Outcome, string At)> Adding = new(
        "INSERT INTO NoticeAttempts (NoticeId, At, Owner, Stage, Outcome, Answer) VALUES (@id, @at, @owner, @stage, @outcome, @answer)",
        ("@id", row => row.Notice.Id),
        ("@at", row => row.At),
        ("@owner", row => row.Notice.LeaseOwner ?? ""),
        ("@stage", row => row.Outcome.Answer.Stage.ToString()),
        ("@outcome", row => row.Outcome.GetType().Name),
        ("@answer", row => row.Outcome.Answer.ToString()));

    /// <summary>Writes an attempt down, in the transaction that settles it.</summary>
    public static void Add(Statements statements, NoticeRow notice, MailOutcome outcome, DateTimeOffset now) =>
        statements.Run(Adding, (notice, outcome, StoredTime.Write(now)));

    /// <summary>The attempts of a notice, the first one first.</summary>
    public static async Task<IReadOnlyList<NoticeAttempt>> OfAsync(DbDataSource database, long notice, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NoticeAttempt>(
            "SELECT At, Owner, Stage, Outcome, Answer FROM NoticeAttempts WHERE NoticeId = @notice ORDER BY Id", new { notice })).AsList();
    }
}
