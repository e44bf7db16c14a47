using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The notices in the database: queued, claimed by one process at a time, and settled.</summary>
public sealed class Outbox(DbDataSource database)
{
    public const string EMail = "E-Mail";

    private const string Columns = """
        Id, TransactionNumber, ArrivalId, Change, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body,
        HtmlBody, TemplateChange, Status, Attempts, NextTryAt, LeaseOwner, LeaseUntil, Answer, Note, CreatedAt, FinishedAt, AgeFrom, FirstTriedAt,
        Faults, FaultedAt, TextFixed, Parked, StaffBy, ReplacedBy
        """;

    /// <summary>
    /// Puts a notice into the outbox. One that left for this arrival stays as it is, and so does one that only staff's word may send; one refused is tried again
    /// at another address alone. A text that may have gone out is kept, whatever the templates say now, and so is one that staff wrote.
    /// </summary>
    /// <returns>The notice where it waits to be sent now; else the one there is, as it stands.</returns>
    public static NoticeRow Queue(DbTransaction within, NoticeRow notice)
    {
        var written = within.Connection!.Execute(
            $"""
            INSERT INTO EMailCopies (TransactionNumber, ArrivalId, Change, TemplateChange, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress,
                CC, BCC, Subject, Body, HtmlBody, Status, NextTryAt, CreatedAt, AgeFrom)
            VALUES (@TransactionNumber, @ArrivalId, @Change, @TemplateChange, 'E-Mail', @Site, @Template, @MessageId, @FromName, @FromAddress, @ToName, @ToAddress,
                @CC, @BCC, @Subject, @Body, @HtmlBody, 'Pending', @CreatedAt, @CreatedAt, @AgeFrom)
            ON CONFLICT (TransactionNumber, ArrivalId, Channel) DO UPDATE SET
                Change = excluded.Change, TemplateChange = excluded.TemplateChange, Site = excluded.Site, ToName = excluded.ToName, ToAddress = excluded.ToAddress,
                {Unfixed("Template", "FromName", "FromAddress", "CC", "BCC", "Subject", "Body", "HtmlBody", "CreatedAt")},
                Status = CASE EMailCopies.Status WHEN 'Retrying' THEN 'Retrying' ELSE 'Pending' END,
                NextTryAt = {Kept("NextTryAt", "excluded.NextTryAt", "Retrying")},
                Attempts = {Kept("Attempts", "0", "Retrying")}, FirstTriedAt = {Kept("FirstTriedAt", "NULL", "Retrying")},
                Answer = {Kept("Answer", "NULL", "Retrying")},
                Faults = {Kept("Faults", "0", "Pending", "Retrying")}, FaultedAt = {Kept("FaultedAt", "NULL", "Pending", "Retrying")},
                AgeFrom = {Kept("AgeFrom", "excluded.AgeFrom", "Pending", "Retrying")},
                FinishedAt = NULL, Note = NULL, Parked = NULL
            WHERE EMailCopies.StaffBy IS NULL AND (EMailCopies.Status IN ('Pending', 'Retrying')
                OR (EMailCopies.Status = 'Cancelled' AND COALESCE(EMailCopies.Parked, '') <> '{NoticeParked.ByStaff}')
                OR (EMailCopies.Status = 'Failed' AND COALESCE(EMailCopies.Parked, '') <> '{NoticeParked.TooOld}' AND EMailCopies.ToAddress <> excluded.ToAddress))
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

    /// <summary>Takes back a notice that has not left because it is not wanted any more; one that staff wrote stays.</summary>
    /// <returns>The one that staff wrote and that has not left; null where there is none.</returns>
    public static NoticeRow? Withdraw(DbTransaction within, int transactionNumber, long arrivalId, string note, DateTimeOffset now)
    {
        var kept = within.Connection!.QuerySingleOrDefault<NoticeRow>(
            $"""
            UPDATE EMailCopies SET Status = {Unwritten("'Cancelled'", "Status")}, Note = {Unwritten("@note", "Note")},
                NextTryAt = {Unwritten("NULL", "NextTryAt")}, FinishedAt = {Unwritten("@at", "FinishedAt")}
            WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND Channel = 'E-Mail' AND Status IN ('Pending', 'Retrying')
            RETURNING {Columns}
            """,
            new { transactionNumber, arrivalId, note, at = StoredTime.Write(now) },
            within);
        return kept?.StaffBy is null ? null : kept;
    }

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
            Answer = @Answer, Note = @Note, FinishedAt = @FinishedAt, FirstTriedAt = @FirstTriedAt, Faults = @Faults, FaultedAt = @FaultedAt,
            TextFixed = @TextFixed, Parked = @Parked
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

    /// <summary>One notice; null where there is none of that number.</summary>
    public static NoticeRow? Find(DbTransaction within, long id) =>
        within.Connection!.QuerySingleOrDefault<NoticeRow>($"SELECT {Columns} FROM EMailCopies WHERE Id = @id", new { id }, within);

    /// <summary>The notice of an arrival; null where none was made.</summary>
    public static NoticeRow? OfArrival(DbTransaction within, int transactionNumber, long arrivalId) => within.Connection!.QuerySingleOrDefault<NoticeRow>(
        $"SELECT {Columns} FROM EMailCopies WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND Channel = 'E-Mail'",
        new { transactionNumber, arrivalId },
        within);

    /// <summary>Writes down what staff decided about a notice, if it stands as they saw it.</summary>
    /// <returns>False where it was settled otherwise meanwhile; nothing was written then.</returns>
    public static bool Decide(DbTransaction within, NoticeRow found, NoticeRow decided) => within.Connection!.Execute(
        """
        UPDATE EMailCopies SET Status = @Status, Attempts = @Attempts, NextTryAt = @NextTryAt, Note = @Note, FinishedAt = @FinishedAt, AgeFrom = @AgeFrom,
            FirstTriedAt = @FirstTriedAt, Faults = @Faults, FaultedAt = @FaultedAt, ToAddress = @ToAddress, Parked = @Parked
        WHERE Id = @Id AND Status = @Found
        """,
        new
        {
            decided.Id,
            decided.Status,
            decided.Attempts,
            decided.NextTryAt,
            decided.Note,
            decided.FinishedAt,
            decided.AgeFrom,
            decided.FirstTriedAt,
            decided.Faults,
            decided.FaultedAt,
            decided.ToAddress,
            decided.Parked,
            Found = found.Status,
        },
        within) == 1;

    /// <summary>A site's notices that ended in a state within a time, the oldest end first.</summary>
    public static IReadOnlyList<NoticeRow> Ended(DbTransaction within, string site, string status, DateTimeOffset from, DateTimeOffset until) =>
        within.Connection!.Query<NoticeRow>(
            $"SELECT {Columns} FROM EMailCopies WHERE Site = @site AND Status = '{status}' AND FinishedAt >= @from AND FinishedAt <= @until ORDER BY FinishedAt, Id",
            new { site, from = StoredTime.Write(from), until = StoredTime.Write(until) },
            within).AsList();

    /// <summary>How many of a site's notices wait to be sent, now or later.</summary>
    public async Task<int> WaitingAsync(string site, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM EMailCopies WHERE Site = @site AND Status IN ('Pending', 'Retrying')", new { site });
    }

    private static string Unfixed(params string[] columns) =>
        string.Join(", ", columns.Select(column => $"{column} = CASE EMailCopies.TextFixed WHEN 1 THEN EMailCopies.{column} ELSE excluded.{column} END"));

    private static string Unwritten(string value, string column) => $"CASE WHEN StaffBy IS NULL THEN {value} ELSE {column} END";

    private static string Kept(string column, string otherwise, params string[] statuses) =>
        $"CASE WHEN EMailCopies.Status IN ('{string.Join("', '", statuses)}') THEN EMailCopies.{column} ELSE {otherwise} END";

    // One state at a time: over two, the index gives no order and every waiting notice is read for each claim.
    private static string FirstOf(string status) =>
        $"SELECT Id, NextTryAt FROM EMailCopies WHERE Site = @site AND Status = '{status}' AND NextTryAt <= @asOf ORDER BY NextTryAt, Id LIMIT 1";

    private async Task<IReadOnlyList<NoticeRow>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NoticeRow>(sql, parameters)).AsList();
    }
}
