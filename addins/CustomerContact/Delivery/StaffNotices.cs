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
        { Channel: not Outbox.EMail, Status: NoticeStatus.Sending } => $"a notice by {notice.Channel} is being sent at this moment",
        { Channel: not Outbox.EMail, Status: NoticeStatus.Sent } => $"the customer was told by {notice.Channel}; a second notice would tell twice",
        { Channel: not Outbox.EMail, Status: NoticeStatus.Unknown } => $"a notice by {notice.Channel} may have gone out: say first whether it was delivered, or cancel it",
        { Status: NoticeStatus.Sending } => "an e-mail is being sent at this moment",
        { Status: NoticeStatus.Sent } => "the mail server has accepted an e-mail about it; a second one would tell the customer twice",
        { Status: NoticeStatus.Unknown } => "an e-mail may have gone out: say first whether it was delivered, or send that one again",
        { TextFixed: true, Status: NoticeStatus.Pending or NoticeStatus.Retrying } => "an e-mail that may have gone out is to be sent again; cancel it first",
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
            Outbox.CancelChannels(statements, new(notice.TransactionNumber, notice.ArrivalId, null, $"not sent: {by} wrote an e-mail in its place.", at));
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
        new { instead.TransactionNumber, instead.ArrivalId, instead.CreatedAt, by, note = $"not sent: {by} wrote another e-mail in its place." },
        within);
}
