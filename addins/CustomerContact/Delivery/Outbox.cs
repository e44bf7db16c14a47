using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The notices in the database: queued, claimed by one process at a time, and settled.</summary>
public sealed class Outbox(DbDataSource database)
{
    public const string EMail = "E-Mail";

    private const string Columns = """
        Id, TransactionNumber, ArrivalId, Change, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body,
        Status, Attempts, NextTryAt, LeaseOwner, LeaseUntil, Answer, Note, CreatedAt, FinishedAt
        """;

    /// <summary>Puts a notice into the outbox. One that already left for this arrival stays as it is; one refused is tried again only at another address.</summary>
    /// <returns>The notice where it waits to be sent now; else the one there is, as it stands.</returns>
    public static NoticeRow Queue(DbTransaction within, NoticeRow notice)
    {
        var written = within.Connection!.Execute(
            """
            INSERT INTO EMailCopies (TransactionNumber, ArrivalId, Change, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC,
                Subject, Body, Status, NextTryAt, CreatedAt)
            VALUES (@TransactionNumber, @ArrivalId, @Change, 'E-Mail', @Site, @Template, @MessageId, @FromName, @FromAddress, @ToName, @ToAddress, @CC, @BCC,
                @Subject, @Body, 'Pending', @CreatedAt, @CreatedAt)
            ON CONFLICT (TransactionNumber, ArrivalId, Channel) DO UPDATE SET
                Change = excluded.Change, Site = excluded.Site, Template = excluded.Template, FromName = excluded.FromName, FromAddress = excluded.FromAddress,
                ToName = excluded.ToName, ToAddress = excluded.ToAddress, CC = excluded.CC, BCC = excluded.BCC,
                Subject = excluded.Subject, Body = excluded.Body,
                Status = CASE EMailCopies.Status WHEN 'Retrying' THEN 'Retrying' ELSE 'Pending' END,
                NextTryAt = CASE EMailCopies.Status WHEN 'Retrying' THEN EMailCopies.NextTryAt ELSE excluded.NextTryAt END,
                Attempts = CASE EMailCopies.Status WHEN 'Retrying' THEN EMailCopies.Attempts ELSE 0 END,
                CreatedAt = excluded.CreatedAt, FinishedAt = NULL, Note = NULL,
                Answer = CASE EMailCopies.Status WHEN 'Retrying' THEN EMailCopies.Answer END
            WHERE EMailCopies.Status IN ('Pending', 'Retrying', 'Cancelled')
                OR (EMailCopies.Status = 'Failed' AND EMailCopies.ToAddress <> excluded.ToAddress)
            """,
            notice,
            within);
        return written > 0 ? notice : within.Connection!.QuerySingle<NoticeRow>(
            $"SELECT {Columns} FROM EMailCopies WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @ArrivalId AND Channel = 'E-Mail'",
            notice,
            within);
    }

    /// <summary>Takes back a notice that has not left; one on its way or gone stays as it is.</summary>
    public static void Cancel(DbTransaction within, int transactionNumber, long arrivalId, string note, DateTimeOffset now) => within.Connection!.Execute(
        """
        UPDATE EMailCopies SET Status = 'Cancelled', Note = @note, NextTryAt = NULL, FinishedAt = @at
        WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND Channel = 'E-Mail' AND Status IN ('Pending', 'Retrying')
        """,
        new { transactionNumber, arrivalId, note, at = StoredTime.Write(now) },
        within);

    /// <summary>Takes the site's next notice for this process, in one statement; no other process gets it.</summary>
    /// <param name="within">The transaction in which the notice is checked again before anything is sent.</param>
    /// <param name="site">The site's code.</param>
    /// <param name="asOf">Notices whose next try comes after this are left: what fails in a run is not tried twice in it.</param>
    /// <param name="owner">This process.</param>
    /// <param name="leaseUntil">When another machine may take the process for dead.</param>
    /// <returns>Null where nothing is left to send.</returns>
    public static NoticeRow? Claim(DbTransaction within, string site, DateTimeOffset asOf, string owner, DateTimeOffset leaseUntil) =>
        within.Connection!.QuerySingleOrDefault<NoticeRow>(
            $"""
            UPDATE EMailCopies SET Status = 'Sending', LeaseOwner = @owner, LeaseUntil = @until
            WHERE Id = (
                SELECT Id FROM (
                    SELECT Id, NextTryAt FROM ({FirstOf("Pending")}) AS pending
                    UNION ALL
                    SELECT Id, NextTryAt FROM ({FirstOf("Retrying")}) AS retrying) AS first
                ORDER BY NextTryAt, Id LIMIT 1)
            AND Status IN ('Pending', 'Retrying')
            RETURNING {Columns}
            """,
            new { site, asOf = StoredTime.Write(asOf), owner, until = StoredTime.Write(leaseUntil) },
            within);

    /// <summary>Writes down where a claimed notice stands now, if it is still claimed as the row says.</summary>
    /// <returns>False where somebody else has settled it meanwhile; nothing was written then.</returns>
    public static bool Settle(DbTransaction within, NoticeRow notice) => within.Connection!.Execute(
        """
        UPDATE EMailCopies SET Status = @Status, Attempts = @Attempts, NextTryAt = @NextTryAt, LeaseOwner = NULL, LeaseUntil = NULL,
            Answer = @Answer, Note = @Note, FinishedAt = @FinishedAt
        WHERE Id = @Id AND Status = 'Sending' AND LeaseOwner = @LeaseOwner AND LeaseUntil = @LeaseUntil
        """,
        notice,
        within) == 1;

    /// <summary>Adds what staff should know of a notice.</summary>
    public static void Annotate(DbTransaction within, NoticeRow notice, string note) => within.Connection!.Execute(
        "UPDATE EMailCopies SET Note = @note WHERE Id = @Id", new { notice.Id, note }, within);

    /// <summary>Notices of a site that a process was sending.</summary>
    public Task<IReadOnlyList<NoticeRow>> SendingAsync(string site, CancellationToken cancellationToken) => QueryAsync(
        $"SELECT {Columns} FROM EMailCopies WHERE Site = @site AND Status = 'Sending' ORDER BY Id", new { site }, cancellationToken);

    /// <summary>The processes that some notice names as its sender.</summary>
    public async Task<IReadOnlySet<string>> OwnersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(
            "SELECT DISTINCT LeaseOwner FROM EMailCopies WHERE Status = 'Sending' ORDER BY LeaseOwner")).ToHashSet();
    }

    /// <summary>Every notice of a request, the newest first.</summary>
    public Task<IReadOnlyList<NoticeRow>> OfRequestAsync(int transactionNumber, CancellationToken cancellationToken) => QueryAsync(
        $"SELECT {Columns} FROM EMailCopies WHERE TransactionNumber = @transactionNumber ORDER BY Id DESC", new { transactionNumber }, cancellationToken);

    // One state at a time: over two, the index gives no order and every waiting notice is read for each claim.
    private static string FirstOf(string status) =>
        $"SELECT Id, NextTryAt FROM EMailCopies WHERE Site = @site AND Status = '{status}' AND NextTryAt <= @asOf ORDER BY NextTryAt, Id LIMIT 1";

    private async Task<IReadOnlyList<NoticeRow>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NoticeRow>(sql, parameters)).AsList();
    }
}
