using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The notices in the database: queued, claimed by one process at a time, and settled.</summary>
public sealed class Outbox(DbDataSource database)
{
    public const string EMail = "E-Mail";

    internal const string Columns = """
        Id, TransactionNumber, ArrivalId, Change, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body,
        HtmlBody, TemplateChange, Status, Attempts, NextTryAt, LeaseOwner, LeaseUntil, Answer, Note, CreatedAt, FinishedAt, AgeFrom, FirstTriedAt,
        Faults, FaultedAt, TextFixed, Parked, StaffBy, ReplacedBy
        """;

    /// <summary>
    /// Puts a notice into the outbox. One that left for this arrival, or may have, stays as it is whatever its channel, and so does one that only staff's word may
    /// send; one refused is tried again at another address alone. A text that may have gone out is kept, whatever the templates say now, and so is one that staff wrote.
    /// </summary>
    /// <returns>The notice where it waits to be sent now; else the one there is, as it stands.</returns>
    public static NoticeRow Queue(Statements statements, NoticeRow notice) => statements.Run(OutboxText.Queue, notice) > 0
        ? notice
        : OfArrival(statements.Within, notice.TransactionNumber, notice.ArrivalId, notice.Channel)!;

    /// <summary>Takes back what has not left, whatever the channel; what is on its way or gone stays as it is.</summary>
    public static void Cancel(DbTransaction within, int transactionNumber, long arrivalId, string note, DateTimeOffset now) => within.Connection!.Execute(
        """
        UPDATE EMailCopies SET Status = 'Cancelled', Note = @note, NextTryAt = NULL, FinishedAt = @at
        WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND Status IN ('Pending', 'Retrying')
        """,
        new { transactionNumber, arrivalId, note, at = StoredTime.Write(now) },
        within);

    /// <summary>Takes back what has not left by the channels of add-ins.</summary>
    public static void CancelChannels(Statements statements, ChannelsCancelled cancelled) => statements.Run(OutboxText.CancelChannels, cancelled);

    /// <summary>Takes back a notice that has not left because it is not wanted any more; one that staff wrote stays.</summary>
    /// <returns>The one that staff wrote and that has not left; null where there is none.</returns>
    public static NoticeRow? Withdraw(DbTransaction within, int transactionNumber, long arrivalId, string note, DateTimeOffset now)
    {
        const string Waiting = "TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND Channel = 'E-Mail' AND Status IN ('Pending', 'Retrying')";
        var values = new { transactionNumber, arrivalId, note, at = StoredTime.Write(now) };
        within.Connection!.Execute(
            $"UPDATE EMailCopies SET Status = 'Cancelled', Note = @note, NextTryAt = NULL, FinishedAt = @at WHERE {Waiting} AND StaffBy IS NULL", values, within);
        return within.Connection!.QuerySingleOrDefault<NoticeRow>($"SELECT {Columns} FROM EMailCopies WHERE {Waiting}", values, within);
    }

    /// <summary>Takes a site's next notices for this process, in one statement; no other process gets them.</summary>
    /// <param name="within">The transaction in which each is checked again before anything is sent.</param>
    /// <param name="order">Whose, and how many.</param>
    /// <returns>In the order in which they are to be sent; empty where nothing is left to send.</returns>
    public static IReadOnlyList<ClaimedNotice> Claim(DbTransaction within, ClaimOrder order)
    {
        using var statements = new Statements(within);
        using var reader = statements.Read(OutboxText.Claim, order);
        var notice = reader.GetRowParser<NoticeRow>();
        var claimed = new List<ClaimedNotice>();
        while (reader.Read())
            claimed.Add(new ClaimedNotice(notice(reader), Number("NowArrivalId"), Number("NowChange"), Number("NowTemplateChange")));
        return [.. claimed.OrderBy(one => one.Notice.NextTryAt, StringComparer.Ordinal).ThenBy(one => one.Notice.Id)];

        long Number(string column) => reader.GetInt64(reader.GetOrdinal(column));
    }

    /// <summary>Writes down where a claimed notice stands now, if it is still claimed as the row says.</summary>
    /// <returns>False where somebody else has settled it meanwhile; nothing was written then.</returns>
    public static bool Settle(Statements statements, NoticeRow notice) => statements.Run(OutboxText.Settle, notice) > 0;

    /// <summary>As the other one, for a single notice.</summary>
    public static bool Settle(DbTransaction within, NoticeRow notice)
    {
        using var statements = new Statements(within);
        return Settle(statements, notice);
    }

    /// <summary>Adds what staff should know of a notice.</summary>
    public static void Annotate(DbTransaction within, NoticeRow notice, string note) => within.Connection!.Execute(
        "UPDATE EMailCopies SET Note = @note WHERE Id = @Id", new { notice.Id, note }, within);

    /// <summary>Notices of a site that a process was sending.</summary>
    public Task<IReadOnlyList<NoticeRow>> SendingAsync(string site, CancellationToken cancellationToken) => QueryAsync(
        $"SELECT {Columns} FROM EMailCopies WHERE Site = @site AND Status = 'Sending' AND {OutboxText.UnderWay} ORDER BY Id", new { site }, cancellationToken);

    /// <summary>
    /// Has notices tried now that were to be tried later than any wait reaches: the clock was set back since that was written down, and they would wait until it is
    /// there again.
    /// </summary>
    /// <param name="site">The site's code.</param>
    /// <param name="now">The moment.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task PullInAsync(string site, DateTimeOffset now, TimeSpan longest, CancellationToken cancellationToken)
    {
        var values = new { site, now = StoredTime.Write(now), latest = StoredTime.Write(now + longest) };
        foreach (var status in (string[])[NoticeStatus.Pending, NoticeStatus.Retrying])
        {
            var strayed = $"Site = @site AND Status = '{status}' AND {OutboxText.UnderWay} AND NextTryAt > @latest";
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            if (await connection.ExecuteScalarAsync<long>($"SELECT EXISTS (SELECT 1 FROM EMailCopies WHERE {strayed})", values) > 0)
                await database.WriteAsync(within => Task.FromResult(within.Connection!.Execute($"UPDATE EMailCopies SET NextTryAt = @now WHERE {strayed}", values, within)), cancellationToken);
        }
    }

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

    /// <summary>Notices of requests that no sweep sends by itself any more, unless it is at another address: refused, given up, of unknown fate, or taken back by staff.</summary>
    public Task<IReadOnlyList<NoticeRow>> StoppedAsync(IReadOnlyCollection<int> transactionNumbers, CancellationToken cancellationToken) => QueryAsync(
        $"""
        SELECT {Columns} FROM EMailCopies WHERE TransactionNumber IN ({string.Join(',', transactionNumbers)}) AND ReplacedBy IS NULL
            AND (Status IN ('Failed', 'Unknown') OR (Status = 'Cancelled' AND Parked = '{NoticeParked.ByStaff}'))
        ORDER BY Id
        """,
        new { },
        cancellationToken);

    /// <summary>The arrival that a notice is for now: it goes along where staff take back that they moved its request.</summary>
    public static long ArrivalOf(DbTransaction within, long id) =>
        within.Connection!.ExecuteScalar<long>("SELECT ArrivalId FROM EMailCopies WHERE Id = @id", new { id }, within);

    /// <summary>One notice; null where there is none of that number.</summary>
    public static NoticeRow? Find(DbTransaction within, long id) =>
        within.Connection!.QuerySingleOrDefault<NoticeRow>($"SELECT {Columns} FROM EMailCopies WHERE Id = @id", new { id }, within);

    /// <summary>The notice of a request that was made last, for whichever arrival; null where none ever was.</summary>
    public static NoticeRow? Last(DbTransaction within, int transactionNumber) => within.Connection!.QueryFirstOrDefault<NoticeRow>(
        $"SELECT {Columns} FROM EMailCopies WHERE TransactionNumber = @transactionNumber ORDER BY Id DESC LIMIT 1", new { transactionNumber }, within);

    /// <summary>The notice that counts for an arrival, whatever its channel; null where none was made.</summary>
    /// <param name="within">The caller's transaction.</param>
    /// <param name="transactionNumber">The request.</param>
    /// <param name="arrivalId">The arrival.</param>
    /// <param name="channel">Preferred where none has left or waits; null for the one made last.</param>
    public static NoticeRow? OfArrival(DbTransaction within, int transactionNumber, long arrivalId, string? channel = null) => within.Connection!.QueryFirstOrDefault<NoticeRow>(
        $"""
        SELECT {Columns} FROM EMailCopies WHERE TransactionNumber = @transactionNumber AND ArrivalId = @arrivalId AND ReplacedBy IS NULL
        ORDER BY CASE WHEN {OutboxText.MayHaveLeft} THEN 0 WHEN Status IN ('Pending', 'Retrying') THEN 1 WHEN Channel = @channel THEN 2 ELSE 3 END, Id DESC
        """,
        new { transactionNumber, arrivalId, channel },
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
            $"SELECT {Columns} FROM EMailCopies WHERE Site = @site AND Status = '{status}' AND Status IN ('Failed', 'Unknown') AND FinishedAt >= @from AND FinishedAt <= @until ORDER BY FinishedAt, Id",
            new { site, from = StoredTime.Write(from), until = StoredTime.Write(until) },
            within).AsList();

    private async Task<IReadOnlyList<NoticeRow>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NoticeRow>(sql, parameters)).AsList();
    }
}
