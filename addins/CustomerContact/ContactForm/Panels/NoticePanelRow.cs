using System.Globalization;
using System.Text;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Panels;

/// <summary>An e-mail as a row of the request form, with its whole text and every answer word for word.</summary>
public static class NoticePanelRow
{
    /// <summary>Makes the row with the acts that fit the notice as it stands.</summary>
    public static PanelRow Of(NoticeRow notice, IReadOnlyList<NoticeAttempt> attempts, IllRequest request, DateTimeOffset now) => new()
    {
        Key = notice.Id.ToString(CultureInfo.InvariantCulture),
        Commands = Acts(notice, stands: notice.ArrivalId == request.ArrivalId),
        Cells =
        [
            StoredTime.Read(notice.CreatedAt), notice.Channel, notice.Template, notice.ToAddress, NoticeStates.Status(notice.Status), notice.Attempts, notice.Answer,
            notice.FinishedAt is { } finished ? StoredTime.Read(finished) : null, Note(notice),
        ],
        Detail = $"{Letterhead(notice)}\n{notice.Body}{Tried(attempts, request.Site, now)}",
    };

    private static IReadOnlyList<string> Acts(NoticeRow notice, bool stands) => notice switch
    {
        _ when !stands => [],
        { ReplacedBy: not null } => [],
        { Status: NoticeStatus.Unknown } => ["deliver-notice", "resend-notice", "cancel-notice"],
        { Status: NoticeStatus.Failed } => ["fix-notice-address", "resend-notice", "cancel-notice"],
        { Status: NoticeStatus.Pending or NoticeStatus.Retrying } => ["cancel-notice"],
        { Status: NoticeStatus.Cancelled } => ["resend-notice"],
        _ => [],
    };

    private static string? Note(NoticeRow notice) => (notice.StaffBy, notice.Note) switch
    {
        (null, var note) => note,
        ({ } by, null) => PanelWords.WrittenBy(by),
        ({ } by, { } note) => PanelWords.WrittenByWithNote(by, note),
    };

    private static string Letterhead(NoticeRow notice)
    {
        var text = new StringBuilder();
        Line(PanelWords.From, $"{notice.FromName} <{notice.FromAddress}>");
        Line(PanelWords.To, $"{notice.ToName} <{notice.ToAddress}>");
        Line(PanelWords.CC, notice.CC);
        Line(PanelWords.BCC, notice.BCC);
        Line(PanelWords.Subject, notice.Subject);
        Line(PanelWords.MessageId, $"<{notice.MessageId}>");
        return text.ToString();

        void Line(string name, string value)
        {
            if (value.Length > 0)
                text.Append(PanelWords.HeaderLine(name, value)).Append('\n');
        }
    }

    private static string Tried(IReadOnlyList<NoticeAttempt> attempts, Site site, DateTimeOffset now) => attempts.Count == 0
        ? ""
        : $"\n\n{PanelWords.Attempts}\n{string.Join('\n', attempts.Select(attempt => Tried(attempt, site, now)))}";

    private static string Tried(NoticeAttempt attempt, Site site, DateTimeOffset now) => PanelWords.Attempt(
        site.Moment(StoredTime.Read(attempt.At), now, "HH:mm:ss"), NoticeStates.Outcome(attempt.Outcome), NoticeStates.Stage(attempt.Stage), attempt.Answer);
}
