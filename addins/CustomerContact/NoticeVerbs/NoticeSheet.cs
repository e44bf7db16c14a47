using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary>All that is kept of one notice.</summary>
public static class NoticeSheet
{
    /// <summary>As a record.</summary>
    public static VerbTable Of(NoticeRow notice, SiteClocks clocks)
    {
        (string Name, string Title, object? Value)[] fields =
        [
            ("id", "Notice", notice.Id), ("transactionNumber", "Request", notice.TransactionNumber), ("site", "Site", notice.Site), ("channel", "Channel", Outbox.EMail),
            ("template", "Template", notice.Template), ("state", "State", notice.Status), ("parked", "Parked", notice.Parked), ("attempts", "Attempts", notice.Attempts),
            ("faults", "Server faults in a row", notice.Faults), ("createdAt", "Made", clocks.At(notice.Site, notice.CreatedAt)),
            ("firstTriedAt", "First tried", clocks.At(notice.Site, notice.FirstTriedAt)), ("nextTryAt", "Next try", clocks.At(notice.Site, notice.NextTryAt)),
            ("finishedAt", "Ended", clocks.At(notice.Site, notice.FinishedAt)), ("lastAnswer", "Last answer", notice.Answer), ("note", "Note", notice.Note),
            ("messageId", "Message-Id", notice.MessageId), ("from", "From", Party(notice.FromName, notice.FromAddress)), ("to", "To", Party(notice.ToName, notice.ToAddress)),
            ("cc", "CC", notice.CC), ("bcc", "BCC", notice.BCC), ("subject", "Subject", notice.Subject), ("text", "Text", notice.Body), ("html", "HTML", notice.HtmlBody),
        ];
        return new VerbTable
        {
            Name = "notice",
            IsRecord = true,
            Columns = [.. fields.Select(field => new VerbColumn { Name = field.Name, Title = field.Title })],
            Rows = [[.. fields.Select(field => field.Value)]],
        };
    }

    private static string Party(string name, string address) => name.Length == 0 ? address : $"{name} <{address}>";
}
