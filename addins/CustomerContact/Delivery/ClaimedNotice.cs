using System.Data.Common;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Which notices are to be claimed.</summary>
/// <param name="Site">The site's code.</param>
/// <param name="AsOf">Notices whose next try comes after this are left: what fails in a run is not tried twice in it.</param>
/// <param name="Owner">This process.</param>
/// <param name="LeaseUntil">Stored form; when another machine may take the process for dead.</param>
/// <param name="Most">How many at the most, from 1.</param>
/// <param name="Channel"><see cref="Outbox.EMail"/>, or the channel of an add-in.</param>
public sealed record ClaimOrder(string Site, DateTimeOffset AsOf, string Owner, string LeaseUntil, int Most, string Channel);

/// <summary>A notice of this process, and where its request stood in the moment of the claim.</summary>
/// <param name="Notice">As it is claimed.</param>
/// <param name="ArrivalId">As <see cref="Standing.ArrivalId"/>.</param>
/// <param name="Change">As <see cref="Standing.Change"/>.</param>
/// <param name="TemplateChange">As <see cref="Standing.TemplateChange"/>.</param>
public sealed record ClaimedNotice(NoticeRow Notice, long ArrivalId, long Change, long TemplateChange)
{
    /// <summary>Reads what the claim answered.</summary>
    internal static ClaimedNotice Read(DbDataReader row, ClaimOrder order) => new(NoticeOf(row, order), row.GetInt64(28), row.GetInt64(29), row.GetInt64(30));

    private static NoticeRow NoticeOf(DbDataReader row, ClaimOrder order) => new()
    {
        Id = row.GetInt64(0),
        TransactionNumber = row.GetInt32(1),
        ArrivalId = row.GetInt64(2),
        Change = row.GetInt64(3),
        TemplateChange = row.GetInt64(4),
        RequestStatus = row.GetString(31),
        Channel = order.Channel,
        Site = order.Site,
        Template = row.GetString(5),
        MessageId = row.GetString(6),
        FromName = row.GetString(7),
        FromAddress = row.GetString(8),
        ToName = row.GetString(9),
        ToAddress = row.GetString(10),
        CC = row.GetString(11),
        BCC = row.GetString(12),
        Subject = row.GetString(13),
        Body = row.GetString(14),
        HtmlBody = Text(row, 15),
        Status = NoticeStatus.Sending,
        LeaseOwner = order.Owner,
        LeaseUntil = order.LeaseUntil,
        Attempts = row.GetInt32(16),
        NextTryAt = Text(row, 17),
        Answer = Text(row, 18),
        Note = Text(row, 19),
        CreatedAt = row.GetString(20),
        AgeFrom = row.GetString(21),
        FirstTriedAt = Text(row, 22),
        Faults = row.GetInt32(23),
        FaultedAt = Text(row, 24),
        TextFixed = row.GetBoolean(25),
        Parked = Text(row, 26),
        StaffBy = Text(row, 27),
    };

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
