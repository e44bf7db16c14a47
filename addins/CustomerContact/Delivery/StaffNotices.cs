using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Notices that staff write themselves. They leave by the outbox as the others do, in place of the one that was made by itself, so that the patron is told once.</summary>
public static class StaffNotices
{
    /// <summary>Why no e-mail may be written about an arrival now; null where one may.</summary>
    /// <param name="notice">The one there is; null for none.</param>
    public static string? WhyNot(NoticeRow? notice) => notice switch
    {
        null => null,
        { Status: NoticeStatus.Sending } => "an e-mail is being sent at this moment",
        { Status: NoticeStatus.Sent } => "the mail server has accepted an e-mail about it; a second one would tell the customer twice",
        { Status: NoticeStatus.Unknown } => "an e-mail may have gone out: say first whether it was delivered, or send that one again",
        { TextFixed: true, Status: NoticeStatus.Pending or NoticeStatus.Retrying } => "an e-mail that may have gone out is to be sent again; cancel it first",
        _ => null,
    };

    /// <summary>Puts the notice into the outbox and takes back the one that waited there.</summary>
    /// <param name="within">The transaction in which <see cref="WhyNot"/> was asked.</param>
    /// <param name="found">The notice there was; null for none.</param>
    /// <param name="notice">The new one.</param>
    /// <param name="by">Who wrote it.</param>
    public static void Write(DbTransaction within, NoticeRow? found, NoticeRow notice, string by)
    {
        if (found is not null)
            SetAside(within, found, by, notice.CreatedAt);
        within.Connection!.Execute(
            """
            INSERT INTO EMailCopies (TransactionNumber, ArrivalId, Change, TemplateChange, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress,
                CC, BCC, Subject, Body, HtmlBody, Status, NextTryAt, CreatedAt, AgeFrom, StaffBy)
            VALUES (@TransactionNumber, @ArrivalId, @Change, @TemplateChange, 'E-Mail', @Site, @Template, @MessageId, @FromName, @FromAddress, @ToName, @ToAddress,
                @CC, @BCC, @Subject, @Body, @HtmlBody, 'Pending', @CreatedAt, @CreatedAt, @AgeFrom, @StaffBy)
            """,
            notice with { StaffBy = by },
            within);
    }

    // An arrival has one notice in a channel: the one set aside keeps its text and answers under a channel of its own.
    private static void SetAside(DbTransaction within, NoticeRow found, string by, string at) => within.Connection!.Execute(
        $"""
        UPDATE EMailCopies SET Channel = 'E-Mail, replaced ' || Id, Status = 'Cancelled', Parked = '{NoticeParked.ByStaff}', ReplacedBy = @by, Note = @note, NextTryAt = NULL,
            FinishedAt = COALESCE(FinishedAt, @at)
        WHERE Id = @Id
        """,
        new { found.Id, at, by, note = $"not sent: {by} wrote another e-mail in its place." },
        within);
}
