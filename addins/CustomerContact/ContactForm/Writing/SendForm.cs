using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Writing;

/// <summary>The dialog before an e-mail is sent: template, subject and text.</summary>
public static class SendForm
{
    public const string TemplateName = "template";
    public const string Subject = "subject";
    public const string Body = "text";


    /// <summary>Why no e-mail may go to a request's patron; null where one may.</summary>
    public static string? WhyNot(IllRequest request)
    {
        var facts = RequestFacts.Of(request);
        if (!ContactStatuses.AwaitsContact(facts.TransactionStatus))
            return MarkingWords.StatusIs(facts.TransactionStatus);
        return facts.OptedOut ? WritingWords.OptedOut : EMailAddresses.Complaint(facts.EMailAddress);
    }

    /// <summary>The dialog for the requests that an e-mail may be sent about.</summary>
    public static CommandForm Of(IReadOnlyList<IllRequest> requests, TemplateStock templates, IReadOnlyDictionary<string, string> values, IReadOnlyList<LeftAlone> alone)
    {
        if (requests.Count == 0)
            return new CommandForm { Title = WritingWords.SendEMail, Refusal = WritingWords.NoneCanBeSent + Marking.AloneWords(alone) };
        var usable = Usable(requests, templates);
        if (usable.Count == 0)
            return new CommandForm { Title = WritingWords.SendEMail, Refusal = WritingWords.NoTemplateEnabled };
        var template = Chosen(usable, values) ?? Default(usable, requests[0], templates);
        var draft = MailDraft.Of(template, templates, requests);
        return new CommandForm
        {
            Title = WritingWords.SendEMail,
            Text = WritingWords.InPlaceOfTheOther(To(requests)) + Marking.AloneWords(alone),
            Fields =
            [
                new FormField { Name = TemplateName, Title = WritingWords.Template, Kind = FormFieldKind.Choice, Value = template.Name, Choices = [.. usable.Select(Choice)], Required = true, AsksAgain = true },
                new FormField { Name = Subject, Title = WritingWords.Subject, Kind = FormFieldKind.Text, Value = draft.Subject, Required = true, MaxLength = 500 },
                new FormField { Name = Body, Title = WritingWords.Text, Kind = FormFieldKind.LongText, Value = draft.Body.ReplaceLineEndings("\n"), Required = true, Help = Help(requests) },
            ],
            Submit = requests.Count == 1 ? WritingWords.SendTheMail : WritingWords.SendMails(requests.Count),
        };
    }

    /// <summary>The template that the dialog names; null where there is none of that name for every site.</summary>
    public static NotificationTemplate? Chosen(IReadOnlyList<IllRequest> requests, TemplateStock templates, IReadOnlyDictionary<string, string> values) =>
        Chosen(Usable(requests, templates), values);

    private static NotificationTemplate? Chosen(List<NotificationTemplate> usable, IReadOnlyDictionary<string, string> values) =>
        usable.Find(template => string.Equals(template.Name, values.GetValueOrDefault(TemplateName), StringComparison.OrdinalIgnoreCase));

    private static List<NotificationTemplate> Usable(IReadOnlyList<IllRequest> requests, TemplateStock templates)
    {
        var sites = requests.Select(request => request.Site.NVTGC).Distinct(StringComparer.OrdinalIgnoreCase).Select(templates.Shelf.MailsFor).ToList();
        return sites is [var first, .. var others]
            ? [.. first.Where(template => others.All(other => other.Any(same => string.Equals(same.Name, template.Name, StringComparison.OrdinalIgnoreCase))))]
            : [];
    }

    private static NotificationTemplate Default(List<NotificationTemplate> usable, IllRequest request, TemplateStock templates) =>
        ByFacts(RequestFacts.Of(request), usable, templates)
        // Where the delivery method says nothing usable: most items are collected.
        ?? ByFacts(RequestFacts.Of(request) with { LoanDeliveryMethod = null, TransactionDeliveryMethod = null, UserDeliveryMethod = null }, usable, templates)
        ?? usable[0];

    private static NotificationTemplate? ByFacts(ContactFacts facts, List<NotificationTemplate> usable, TemplateStock templates) =>
        TemplateChoice.Decide(facts, new TemplateAnswer.NoHook(), "", templates.Shelf) is TemplateChoice.Use use && usable.Contains(use.Template) ? use.Template : null;

    private static FormChoice Choice(NotificationTemplate template) => new()
    {
        Value = template.Name,
        Title = template.Description.Length > 0 ? WritingWords.TemplateChoice(template.Name, template.Description.TrimEnd('.')) : template.Name,
    };

    private static string To(IReadOnlyList<IllRequest> requests) => requests is [var only]
        ? WritingWords.ToCustomer(PatronWords.Name(only.User), only.User.Text("EMailAddress").Trim())
        : WritingWords.OneForEach(requests.Count);

    private static string Help(IReadOnlyList<IllRequest> requests) => requests.Count == 1
        ? WritingWords.SentAsItStands
        : WritingWords.FieldsAreFilled;
}
