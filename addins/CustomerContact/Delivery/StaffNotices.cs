using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Notices that staff write themselves. They leave by the outbox as the others do, in place of the one that was made by itself, so that the patron is told once.</summary>
public static class StaffNotices
{
    /// <summary>Why no e-mail may be written about an arrival now; null where one may.</summary>
    /// <param name="notice">The one there is; null for none.</param>
    public static string? WhyNot(NoticeRow? notice) => notice switch
    {
        null => null,
        { Channel: not Outbox.EMail, Status: NoticeStatus.Sending } => NoticeActWords.ChannelBeingSent(notice.Channel),
        { Channel: not Outbox.EMail, Status: NoticeStatus.Sent } => NoticeActWords.CustomerToldByChannel(notice.Channel),
        { Channel: not Outbox.EMail, Status: NoticeStatus.Unknown } => NoticeActWords.ChannelUnknown(notice.Channel),
        { Status: NoticeStatus.Sending } => NoticeActWords.MailBeingSent,
        { Status: NoticeStatus.Sent } => NoticeActWords.MailAccepted,
        { Status: NoticeStatus.Unknown } => NoticeActWords.MailUnknown,
        { TextFixed: true, Status: NoticeStatus.Pending or NoticeStatus.Retrying } => NoticeActWords.MailToBeSentAgain,
        _ => null,
    };

    /// <summary>Puts the notice into the outbox and takes back the one that waited there.</summary>
    /// <param name="within">The transaction in which <see cref="WhyNot"/> was asked.</param>
    /// <param name="notice">The new one.</param>
    /// <param name="by">Who wrote it.</param>
    public static void Write(DbTransaction within, NoticeRow notice, string by)
    {
        var at = StoredTime.Read(notice.CreatedAt);
        using (var statements = new Statements(within))
            Outbox.CancelChannels(statements, new(notice.TransactionNumber, notice.ArrivalId, null, DeliveryWords.NotSentMailWritten(by), at));
        SetAside(within, notice, by);
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
    private static void SetAside(DbTransaction within, NoticeRow instead, string by) => within.Connection!.Execute(
        $"""
        UPDATE EMailCopies SET Channel = 'E-Mail, replaced ' || Id, Status = 'Cancelled', Parked = '{NoticeParked.ByStaff}', ReplacedBy = @by, Note = @note, NextTryAt = NULL,
            FinishedAt = COALESCE(FinishedAt, @CreatedAt)
        WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @ArrivalId AND Channel = 'E-Mail'
        """,
        new { instead.TransactionNumber, instead.ArrivalId, instead.CreatedAt, by, note = DeliveryWords.NotSentOtherMailWritten(by) },
        within);
}
