using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The statements that every notice goes through: queued, claimed, settled.</summary>
internal static class OutboxText
{
    /// <summary>What the outbox still has to do, as its index says it, word for word.</summary>
    public const string UnderWay = "(Status = 'Pending' OR Status = 'Retrying' OR Status = 'Sending')";

    /// <summary>What the patron knows by, or may know by.</summary>
    public const string MayHaveLeft = "Status IN ('Sending', 'Unknown', 'Sent')";

    /// <summary>What is queued, and its parameters.</summary>
    private const string Queued = """
        TransactionNumber, ArrivalId, Change, TemplateChange, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body, HtmlBody,
            CreatedAt, NextTryAt, AgeFrom, Status
        """;

    private const string QueuedValues = """
        @number, @arrival, @change, @templateChange, @channel, @site, @template, @messageId, @fromName, @fromAddress, @toName, @toAddress, @cc, @bcc, @subject, @body, @html,
            @createdAt, @createdAt, @ageFrom
        """;

    private static readonly (string Name, Func<NoticeRow, object?> Value)[] QueuedCells =
    [
        ("@number", row => row.TransactionNumber), ("@arrival", row => row.ArrivalId), ("@change", row => row.Change), ("@templateChange", row => row.TemplateChange),
        ("@channel", row => row.Channel), ("@site", row => row.Site), ("@template", row => row.Template), ("@messageId", row => row.MessageId), ("@fromName", row => row.FromName),
        ("@fromAddress", row => row.FromAddress), ("@toName", row => row.ToName), ("@toAddress", row => row.ToAddress), ("@cc", row => row.CC), ("@bcc", row => row.BCC),
        ("@subject", row => row.Subject), ("@body", row => row.Body), ("@html", row => row.HtmlBody), ("@createdAt", row => row.CreatedAt), ("@ageFrom", row => row.AgeFrom),
    ];

    public static RowStatement<NoticeRow> Queue { get; } = new(
        $"""
        INSERT INTO EMailCopies ({Queued})
        SELECT {QueuedValues}, 'Pending'
        WHERE NOT EXISTS (SELECT 1 FROM EMailCopies WHERE TransactionNumber = @number AND ArrivalId = @arrival AND Channel <> @channel AND {MayHaveLeft})
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
        QueuedCells);

    /// <summary>Queues the first notice of an arrival and claims it at once, where nothing of its request has changed; moving on is a change too.</summary>
    public static RowStatement<NoticeRow> QueueAsSending { get; } = new(
        $"""
        INSERT INTO EMailCopies ({Queued}, LeaseOwner, LeaseUntil, Id)
        SELECT {QueuedValues}, 'Sending', @owner, @until, @id
        WHERE NOT EXISTS (SELECT 1 FROM EMailCopies WHERE TransactionNumber = @number AND ArrivalId = @arrival)
            AND @change = (SELECT t.Change FROM Transactions t WHERE t.TransactionNumber = @number)
        """,
        [.. QueuedCells, ("@owner", row => row.LeaseOwner), ("@until", row => row.LeaseUntil), ("@id", row => row.Id)]);

    public static RowStatement<ClaimOrder> Claim { get; } = new(
        $"""
        UPDATE EMailCopies SET Status = 'Sending', LeaseOwner = @owner, LeaseUntil = @until
        WHERE Id IN (
            SELECT Id FROM (
                SELECT Id, NextTryAt FROM ({FirstOf("Pending")}) AS pending
                UNION ALL
                SELECT Id, NextTryAt FROM ({FirstOf("Retrying")}) AS retrying) AS first
            ORDER BY NextTryAt, Id LIMIT @most)
        AND Status IN ('Pending', 'Retrying')
        RETURNING {Outbox.Columns},
            (SELECT t.TransactionStatus FROM Transactions t WHERE t.TransactionNumber = EMailCopies.TransactionNumber) AS RequestStatus,
            (SELECT MAX(k.Id) FROM Tracking k WHERE k.TransactionNumber = EMailCopies.TransactionNumber) AS NowArrivalId,
            (SELECT t.Change FROM Transactions t WHERE t.TransactionNumber = EMailCopies.TransactionNumber) AS NowChange,
            (SELECT n.Number FROM TemplateChanges n WHERE n.Id = 1) AS NowTemplateChange
        """,
        ("@site", order => order.Site), ("@asOf", order => StoredTime.Write(order.AsOf)), ("@owner", order => order.Owner), ("@until", order => order.LeaseUntil),
        ("@most", order => order.Most), ("@channel", order => order.Channel));

    public static RowStatement<NoticeRow> Settle { get; } = new(
        """
        UPDATE EMailCopies SET Status = @status, Attempts = @attempts, NextTryAt = @nextTryAt, LeaseOwner = NULL, LeaseUntil = NULL,
            Answer = @answer, Note = @note, FinishedAt = @finishedAt, FirstTriedAt = @firstTriedAt, Faults = @faults, FaultedAt = @faultedAt,
            TextFixed = @textFixed, Parked = @parked
        WHERE Id = @id AND Status = 'Sending' AND LeaseOwner = @leaseOwner AND LeaseUntil = @leaseUntil
        """,
        ("@status", row => row.Status), ("@attempts", row => row.Attempts), ("@nextTryAt", row => row.NextTryAt), ("@answer", row => row.Answer),
        ("@note", row => row.Note), ("@finishedAt", row => row.FinishedAt), ("@firstTriedAt", row => row.FirstTriedAt), ("@faults", row => row.Faults),
        ("@faultedAt", row => row.FaultedAt), ("@textFixed", row => row.TextFixed), ("@parked", row => row.Parked), ("@id", row => row.Id),
        ("@leaseOwner", row => row.LeaseOwner), ("@leaseUntil", row => row.LeaseUntil));

    public static RowStatement<ChannelsCancelled> CancelChannels { get; } = new(
        """
        UPDATE EMailCopies SET Status = 'Cancelled', Note = @note, NextTryAt = NULL, FinishedAt = @at
        WHERE TransactionNumber = @number AND ArrivalId = @arrival AND Channel <> 'E-Mail' AND Channel <> @but AND Status IN ('Pending', 'Retrying')
        """,
        ("@number", row => row.TransactionNumber), ("@arrival", row => row.ArrivalId), ("@but", row => row.But ?? ""), ("@note", row => row.Note),
        ("@at", row => StoredTime.Write(row.At)));

    private static string Unfixed(params string[] columns) =>
        string.Join(", ", columns.Select(column => $"{column} = CASE EMailCopies.TextFixed WHEN 1 THEN EMailCopies.{column} ELSE excluded.{column} END"));

    private static string Kept(string column, string otherwise, params string[] statuses) =>
        $"CASE WHEN EMailCopies.Status IN ('{string.Join("', '", statuses)}') THEN EMailCopies.{column} ELSE {otherwise} END";

    // One state at a time: over two, the index gives no order and every waiting notice is read for each claim.
    private static string FirstOf(string status) =>
        $"SELECT Id, NextTryAt FROM EMailCopies WHERE Site = @site AND Status = '{status}' AND {UnderWay} AND NextTryAt <= @asOf AND Channel = @channel ORDER BY NextTryAt, Id LIMIT @most";
}

/// <summary>Which notices of channels are taken back.</summary>
/// <param name="TransactionNumber">The request.</param>
/// <param name="ArrivalId">The arrival.</param>
/// <param name="But">The channel whose notice stays; null for none.</param>
/// <param name="Note">Why, for staff.</param>
/// <param name="At">The moment.</param>
public sealed record ChannelsCancelled(int TransactionNumber, long ArrivalId, string? But, string Note, DateTimeOffset At);
