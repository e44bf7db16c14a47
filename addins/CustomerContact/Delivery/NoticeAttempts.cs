using System.Data.Common;
using Dapper;

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
    /// <summary>Writes an attempt down, in the transaction that settles it.</summary>
    public static void Add(DbTransaction within, NoticeRow notice, MailOutcome outcome, DateTimeOffset now) => within.Connection!.Execute(
        "INSERT INTO NoticeAttempts (NoticeId, At, Owner, Stage, Outcome, Answer) VALUES (@Id, @at, @owner, @stage, @outcome, @answer)",
        new
        {
            notice.Id,
            at = StoredTime.Write(now),
            owner = notice.LeaseOwner ?? "",
            stage = outcome.Answer.Stage.ToString(),
            outcome = outcome.GetType().Name,
            answer = outcome.Answer.ToString(),
        },
        within);

    /// <summary>The attempts of a notice, the first one first.</summary>
    public static async Task<IReadOnlyList<NoticeAttempt>> OfAsync(DbDataSource database, long notice, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NoticeAttempt>(
            "SELECT At, Owner, Stage, Outcome, Answer FROM NoticeAttempts WHERE NoticeId = @notice ORDER BY Id", new { notice })).AsList();
    }
}
