using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.Notices;

/// <summary>Decides how one request's patron is told, and writes the notice.</summary>
public sealed class NoticeWriter(ScriptAsker ask, TemplateStock templates, string decidedBy)
{
    private const string Function = "ChooseTemplate";

    /// <summary>Decides, and renders what is to be sent; what is stored commits together.</summary>
    public Decided Decide(IllRequest request, DateTimeOffset now) => Foresee(request, now) switch
    {
        { Decision: var row, Notice: { } notice } => within => NoticeOutcomes.After(row, Outbox.Queue(within, notice)),
        // A notice made earlier must not leave once the request is held or staff's to do.
        { Decision: var row } => within =>
        {
            Outbox.Cancel(within, row.TransactionNumber, row.ArrivalId, $"not sent: {row.Reason}", now);
            return row;
        }
        ,
    };

    /// <summary>The same decision, of which nothing is stored.</summary>
    public WrittenNotice Foresee(IllRequest request, DateTimeOffset now)
    {
        var facts = RequestFacts.Of(request);
        var reply = Notice.Start(facts) is NoticeStart.ByEMail ? ask(Function, request, now) : null;
        var row = ScriptWords.With(Row(request, now), reply);
        return Decision(facts, reply) switch
        {
            NoticeDecision.Send send => Write(request, row, send),
            NoticeDecision.Hold hold => new(row with { State = DecisionState.Held, Reason = hold.Reason, HoldKind = hold.Kind.ToString() }, null),
            NoticeDecision.ForStaff staff => new(row with { State = DecisionState.ForStaff, Reason = $"prefers {staff.Method}" }, null),
            _ => throw new UnreachableException(),
        };
    }

    private NoticeDecision Decision(ContactFacts facts, ScriptReply? reply) => reply is null
        ? ((NoticeStart.Settled)Notice.Start(facts)).Decision
        : Notice.Decide(facts, TemplateChoice.Decide(facts, Answer(reply) with { Reason = reply.Reason }, reply.Source, templates.Shelf));

    private static TemplateAnswer Answer(ScriptReply reply) => reply switch
    {
        ScriptReply.NoHook => new TemplateAnswer.NoHook(),
        ScriptReply.Fault fault => new TemplateAnswer.Fault(fault.Message),
        ScriptReply.Answer { Value: null, Unusable: null } => new TemplateAnswer.Default(),
        ScriptReply.Answer { Value: string name } => new TemplateAnswer.Named(name),
        ScriptReply.Template template => new TemplateAnswer.Named(template.Name),
        ScriptReply.Suppress => new TemplateAnswer.Suppress(),
        _ => new TemplateAnswer.Unexpected(ScriptWords.Answered(reply)),
    };

    private WrittenNotice Write(IllRequest request, DecisionRow row, NoticeDecision.Send send) => templates.Render(send.Template, send.Site, NoticeFields.Of(request)) switch
    {
        NoticeRendering.Rendered rendered => new(
            row with { State = DecisionState.Ready, Reason = send.Why, Template = send.Template.Name }, Row(request, send.Template.Name, rendered.Text, row.DecidedAt)),
        NoticeRendering.Faulty faulty => new(
            row with
            {
                State = DecisionState.Held,
                Reason = string.Join(" ", faulty.Messages),
                HoldKind = nameof(HoldKind.TemplateFault),
                Template = send.Template.Name,
            },
            null),
        _ => throw new UnreachableException(),
    };

    private DecisionRow Row(IllRequest request, DateTimeOffset now) => new()
    {
        TransactionNumber = request.Transaction.TransactionNumber,
        ArrivalId = request.ArrivalId,
        Stage = DecisionStage.Notice,
        Site = request.Site.NVTGC,
        State = DecisionState.ForStaff,
        Reason = "",
        DecidedBy = decidedBy,
        DecidedAt = StoredTime.Write(now),
    };

    private NoticeRow Row(IllRequest request, string template, NoticeText text, string now)
    {
        var (site, user) = (request.Site, request.User);
        var from = text.FromAddress.Length > 0 ? text.FromAddress : site.FromAddress;
        return new NoticeRow
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ArrivalId = request.ArrivalId,
            Change = request.Transaction.Changed.Change,
            TemplateChange = templates.Change,
            Site = site.NVTGC,
            Template = template,
            MessageId = $"ill.{request.Transaction.TransactionNumber}.{request.ArrivalId}.{Guid.NewGuid():N}@{DomainOf(from)}",
            FromName = text.FromName.Length > 0 ? text.FromName : site.FromName,
            FromAddress = from,
            ToName = text.ToName.Length > 0 ? text.ToName : $"{user.Text("FirstName")} {user.Text("LastName")}".Trim(),
            ToAddress = text.ToAddress.Length > 0 ? text.ToAddress : user.Text("EMailAddress").Trim(),
            CC = text.CC,
            BCC = text.BCC,
            Subject = text.Subject,
            Body = text.Body,
            HtmlBody = text.HtmlBody.Length > 0 ? text.HtmlBody : null,
            CreatedAt = now,
            AgeFrom = now,
        };
    }

    // A Message-Id is ASCII (RFC 5322); a sender's domain in another script is replaced by a name that no mail is routed to.
    private static string DomainOf(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return domain.Length > 0 && domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-') ? domain : "illaddins.invalid";
    }
}

/// <summary>What was decided about a patron's notice, before anything is stored.</summary>
/// <param name="Decision">As it would be stored.</param>
/// <param name="Notice">The notice to be queued; null where none is to be sent.</param>
public sealed record WrittenNotice(DecisionRow Decision, NoticeRow? Notice);
