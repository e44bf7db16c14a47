namespace IllAddins.CustomerContact.Delivery;

/// <summary>A notice: a row of EMailCopies, which is also the outbox.</summary>
public sealed record NoticeRow
{
    public long Id { get; init; }

    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }

    /// <summary>The request's change number when the notice was written.</summary>
    public required long Change { get; init; }

    /// <summary><see cref="Outbox.EMail"/>, or the channel of an add-in.</summary>
    public string Channel { get; init; } = Outbox.EMail;

    /// <summary>How staff read the channel in a sentence.</summary>
    public string By => Channel == Outbox.EMail ? DeliveryWords.EMail : Channel;

    public required string Site { get; init; }

    public required string Template { get; init; }

    /// <summary>The request's status in the transaction that took the notice; null where it was not looked at.</summary>
    public string? RequestStatus { get; init; }

    /// <summary>Fixed when the notice is made, so that a repeat can be told from a second notice.</summary>
    public required string MessageId { get; init; }

    public required string FromName { get; init; }

    public required string FromAddress { get; init; }

    public required string ToName { get; init; }

    public required string ToAddress { get; init; }

    public required string CC { get; init; }

    public required string BCC { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The same as HTML; null for a mail of plain text only.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>The templates' number of changes when the notice was written (<see cref="Decisions.Standing.TemplateChange"/>).</summary>
    public long TemplateChange { get; init; }

    /// <summary>One of <see cref="NoticeStatus"/>.</summary>
    public string Status { get; init; } = NoticeStatus.Pending;

    /// <summary>Attempts that the patron's own address or mailbox answered to, from 0; a fault of the mail server is none.</summary>
    public int Attempts { get; init; }

    /// <summary>Stored form; null where it is not to be tried.</summary>
    public string? NextTryAt { get; init; }

    /// <summary>The process that is sending it; null where none is.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>Stored form; when another machine may take that process for dead. Null where none is sending.</summary>
    public string? LeaseUntil { get; init; }

    /// <summary>What the mail server said last, word for word; null before the first answer.</summary>
    public string? Answer { get; init; }

    /// <summary>What else staff should know; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Stored form.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>Stored form; null while it is under way.</summary>
    public string? FinishedAt { get; init; }

    /// <summary>Stored form; what its age counts from: when it was first written, or staff's word to send it all the same.</summary>
    public required string AgeFrom { get; init; }

    /// <summary>Stored form; the first attempt that counts. Null before it.</summary>
    public string? FirstTriedAt { get; init; }

    /// <summary>Failures in a row that burned no attempt, from 0.</summary>
    public int Faults { get; init; }

    /// <summary>Stored form; the last of those. Null where there is none.</summary>
    public string? FaultedAt { get; init; }

    /// <summary>True once the text may have gone out: from then on it is never another one.</summary>
    public bool TextFixed { get; init; }

    /// <summary>One of <see cref="NoticeParked"/>; null where nothing keeps it from being sent by itself.</summary>
    public string? Parked { get; init; }

    /// <summary>The member of staff who wrote it: it leaves as it is, whatever scripts, templates and methods say. Null where it was written by itself.</summary>
    public string? StaffBy { get; init; }

    /// <summary>The member of staff who wrote another one in its place; null where nobody did.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>Why a notice does not go out by itself any more.</summary>
public static class NoticeParked
{
    /// <summary>The mail server refused the patron's address for good.</summary>
    public const string Refused = "Refused";

    /// <summary>Its attempts are used up.</summary>
    public const string GivenUp = "GivenUp";

    /// <summary>Older than the site lets notices go out without staff's word.</summary>
    public const string TooOld = "TooOld";

    /// <summary>No mail can be made of it: sender or Message-Id. Written anew once template or settings are mended.</summary>
    public const string Unsendable = "Unsendable";

    /// <summary>Cancelled by staff, and not made again but by their word.</summary>
    public const string ByStaff = "ByStaff";
}

/// <summary>Where a notice stands.</summary>
public static class NoticeStatus
{
    public const string Pending = "Pending";

    /// <summary>A process has it; committed before the first byte goes to the mail server.</summary>
    public const string Sending = "Sending";

    public const string Sent = "Sent";

    /// <summary>The mail server asked to try later.</summary>
    public const string Retrying = "Retrying";

    /// <summary>Refused for good.</summary>
    public const string Failed = "Failed";

    /// <summary>Handed over whole and never answered: it may have gone out, and is not repeated by itself.</summary>
    public const string Unknown = "Unknown";

    public const string Cancelled = "Cancelled";
}
