using System.Data.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Writing;

/// <summary>Send e-mail now: a mail in staff's words, by the outbox, in place of the one that waits there.</summary>
public sealed class SendCommand(IAddinHost host, TemplateStore templates)
{
    public async Task<CommandForm> AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (requests, alone) = await FittingAsync(call, cancellationToken);
        return SendForm.Of(requests, await templates.LoadAsync(cancellationToken), call.Values, alone);
    }

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (requests, alone) = await FittingAsync(call, cancellationToken);
        if (requests.Count == 0)
            return Refused(WritingWords.NoneToBeSent + Marking.AloneWords(alone));
        var stock = await templates.LoadAsync(cancellationToken);
        if (SendForm.Chosen(requests, stock, call.Values) is not { } template)
            return Problem(SendForm.TemplateName, WritingWords.NoSuchTemplate(call.Values.GetValueOrDefault(SendForm.TemplateName, "")));
        var draft = new MailDraft(template, call.Values.GetValueOrDefault(SendForm.Subject, ""), call.Values.GetValueOrDefault(SendForm.Body, ""));
        var mails = new List<(IllRequest Request, NoticeRow Notice)>();
        foreach (var request in requests)
            if (draft.For(request, stock) is NoticeRendering.Rendered { Text: var text })
                mails.Add((request, NoticeRows.Of(request, template.Name, text, stock.Change, StoredTime.Write(host.Clock.GetUtcNow()))));
            else
                return Problem(SendForm.Body, string.Join(" ", ((NoticeRendering.Faulty)draft.For(request, stock)).Messages));
        var (sent, overtaken) = await host.Database.WriteAsync(within => WriteAsync(mails, call.User, within, cancellationToken), cancellationToken);
        return new CommandAnswer { Message = $"{Said(sent, requests[0].Site)}{Marking.AloneWords([.. alone, .. overtaken])}", Refused = sent == 0 };
    }

    private async Task<(IReadOnlyList<IllRequest> Requests, IReadOnlyList<LeftAlone> Alone)> FittingAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var judged = selection.Standing.Select(request => (Request: request, Why: SendForm.WhyNot(request))).ToList();
        return (
            [.. judged.Where(row => row.Why is null).Select(row => row.Request)],
            [.. judged.Where(row => row.Why is not null).Select(row => new LeftAlone(row.Request.Transaction.TransactionNumber, row.Why!)), .. selection.LeftAlone]);
    }

    private async Task<(int Sent, List<LeftAlone> Alone)> WriteAsync(
        List<(IllRequest Request, NoticeRow Notice)> mails, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var (sent, alone) = (0, new List<LeftAlone>());
        foreach (var (request, notice) in mails)
        {
            var number = notice.TransactionNumber;
            var found = Outbox.OfArrival(within, number, notice.ArrivalId);
            var standing = Standing.Of(within, number);
            if ((standing?.ArrivalId == notice.ArrivalId ? StaffNotices.WhyNot(found) : await Selection.OvertakenAsync(host, number, within, cancellationToken)) is { } why)
            {
                alone.Add(new LeftAlone(number, why));
                continue;
            }

            StaffNotices.Write(within, notice, by);
            DecisionStore.Save(within, Decision(request, notice, by));
            await host.Record.AddHistoryAsync(number, EntryWords.MailWritten(notice.Template), by, within, cancellationToken);
            await host.AuditAsync(
                new AuditEntry { By = by, Act = "write an e-mail", Subject = $"template '{notice.Template}'", TransactionNumber = number, Site = notice.Site, Was = found?.Status, Became = NoticeStatus.Pending },
                within,
                cancellationToken);
            sent++;
        }

        return (sent, alone);
    }

    // Decided by nobody: the next sweep looks at it once more, and keeps what staff wrote.
    private static DecisionRow Decision(IllRequest request, NoticeRow notice, string by) => new()
    {
        TransactionNumber = notice.TransactionNumber,
        ArrivalId = notice.ArrivalId,
        Stage = DecisionStage.Notice,
        Site = request.Site.NVTGC,
        State = DecisionState.Ready,
        Reason = DeliveryWords.WrittenBy(by),
        Template = notice.Template,
        DecidedBy = "",
        DecidedAt = notice.CreatedAt,
    };

    private static string Said(int sent, Site site) => sent == 0 ? WritingWords.NoneToBeSent : WritingWords.InTheOutbox(sent, WritingWords.Minutes(site.SweepMinutes));

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };

    private static CommandAnswer Problem(string field, string problem) =>
        new() { Message = WritingWords.NoneToBeSent, Refused = true, FieldProblems = new Dictionary<string, string> { [field] = problem } };
}
