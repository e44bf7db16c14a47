using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.Notices;

/// <summary>Decides how one request's patron is told, and writes the notice.</summary>
/// <param name="ask">Asks the site's script.</param>
/// <param name="templates">The templates.</param>
/// <param name="decidedBy">As <see cref="DecisionRow.DecidedBy"/>.</param>
/// <param name="offers">What other add-ins give.</param>
/// <param name="fresh">The short way to the sender; null where there is none.</param>
public sealed class NoticeWriter(ScriptAsker ask, TemplateStock templates, string decidedBy, NoticeOffers offers, FreshNotices? fresh = null)
{
    private int fieldsFailed;

    /// <summary>Whether the field of an add-in had no value for some notice.</summary>
    public bool FieldsFailed => Volatile.Read(ref fieldsFailed) > 0;

    private const string Function = "ChooseTemplate";

    /// <summary>Decides, and renders what is to be sent; what is stored commits together.</summary>
    public Decided Decide(IllRequest request, DateTimeOffset now) => Foresee(request, now) switch
    {
        { Decision: var row, Notice: { } notice } => statements => NoticeOutcomes.After(row, Put(statements, row, notice, now)),
        // A notice made earlier must not leave once the request is held or staff's to do; one that staff wrote leaves all the same.
        { Decision: var row } => statements =>
        {
            var note = DeliveryWords.NotSent(row.Reason);
            Outbox.CancelChannels(statements, new(row.TransactionNumber, row.ArrivalId, null, note, now));
            return Outbox.Withdraw(statements.Within, row.TransactionNumber, row.ArrivalId, note, now) is { } written ? NoticeOutcomes.After(row, written) : row;
        }
        ,
    };

    // What was made before the patron chose another way must not leave beside this one; a mail that staff wrote leaves in place of it.
    private NoticeRow Put(Statements statements, DecisionRow row, NoticeRow notice, DateTimeOffset now)
    {
        if (fresh?.Queue(statements, notice) is { } queued)
            return queued;
        var note = DeliveryWords.NotSentToldBy(notice.By);
        Outbox.CancelChannels(statements, new(row.TransactionNumber, row.ArrivalId, notice.Channel, note, now));
        return notice.Channel != Outbox.EMail && Outbox.Withdraw(statements.Within, row.TransactionNumber, row.ArrivalId, note, now) is { } written ? written : Outbox.Queue(statements, notice);
    }

    /// <summary>The same decision, of which nothing is stored.</summary>
    public WrittenNotice Foresee(IllRequest request, DateTimeOffset now)
    {
        var facts = RequestFacts.Of(request, offers.Channels);
        var reply = Notice.Start(facts) is NoticeStart.ByEMail or NoticeStart.ByChannel ? ask(Function, request, now) : null;
        var row = ScriptWords.With(Row(request, now), reply);
        return Decision(facts, reply) switch
        {
            NoticeDecision.Send send => Write(request, row, send, facts.Channel),
            NoticeDecision.Hold hold => new(row with { State = DecisionState.Held, Reason = hold.Reason, HoldKind = hold.Kind.ToString() }, null),
            NoticeDecision.ForStaff staff => new(row with { State = DecisionState.ForStaff, Reason = staff.Method == StaffMethod.Phone ? NoticeWords.PrefersPhone : NoticeWords.PrefersMail }, null),
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

    private WrittenNotice Write(IllRequest request, DecisionRow row, NoticeDecision.Send send, string? channel) => templates.Render(send.Template, send.Site, Fields(request)) switch
    {
        NoticeRendering.Rendered rendered => new(
            row with { State = DecisionState.Ready, Reason = send.Why, Template = send.Template.Name },
            For(channel, request.User, NoticeRows.Of(request, send.Template.Name, rendered.Text, templates.Change, row.DecidedAt))),
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

    private TemplateFields Fields(IllRequest request)
    {
        var fields = NoticeFields.Of(request, offers.Fields);
        return fields with { Addins = fields.Addins.ToDictionary(field => field.Key, field => Noted(field.Value), StringComparer.OrdinalIgnoreCase) };
    }

    private AddinFieldReader Noted(AddinFieldReader reader) => (out string value) =>
    {
        var failure = reader(out value);
        if (failure is not null)
            Interlocked.Increment(ref fieldsFailed);
        return failure;
    };

    // With the number, so that a corrected one is tried again.
    private static NoticeRow For(string? channel, User user, NoticeRow mail) => channel is null ? mail : mail with
    {
        Channel = channel,
        ToAddress = user.Text("MobilePhone").Trim() is { Length: > 0 } mobile ? mobile : user.Text("Phone").Trim(),
        CC = "",
        BCC = "",
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
}

/// <summary>What was decided about a patron's notice, before anything is stored.</summary>
/// <param name="Decision">As it would be stored.</param>
/// <param name="Notice">The notice to be queued; null where none is to be sent.</param>
public sealed record WrittenNotice(DecisionRow Decision, NoticeRow? Notice);
