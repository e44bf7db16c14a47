using System.Diagnostics;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Writing;

/// <summary>A mail that staff write: subject and text, with the fields of a template where it is for several requests.</summary>
public sealed record MailDraft(NotificationTemplate Template, string Subject, string Body)
{
    /// <summary>The draft that a template makes: in the words of the only request, or with its fields where there are several.</summary>
    public static MailDraft Of(NotificationTemplate template, TemplateStock templates, IReadOnlyList<IllRequest> requests) =>
        requests is [var only] && templates.Render(template, only.Site.NVTGC, NoticeFields.Of(only)) is NoticeRendering.Rendered { Text: var text }
            ? new MailDraft(template, text.Subject, text.Body)
            : new MailDraft(template, template.Subject, template.Body);

    /// <summary>The mail for one request: as the template makes it where staff changed nothing, else in their words.</summary>
    public NoticeRendering For(IllRequest request, TemplateStock templates)
    {
        var made = templates.Render(Template, request.Site.NVTGC, NoticeFields.Of(request));
        if (made is NoticeRendering.Rendered { Text: var text } && Same(Subject, text.Subject) && Same(Body, text.Body))
            return made;
        // A page of another text beside it would say what staff took out.
        var html = Same(Body, Template.Body) || (made is NoticeRendering.Rendered { Text: var own } && Same(Body, own.Body)) ? Template.HtmlBody : "";
        var written = Template with { Subject = Subject, Body = Body, HtmlBody = html };
        return CompiledTemplate.From(written, request.Site.NVTGC) switch
        {
            TemplateCompilation.Compiled compiled => compiled.Template.Render(NoticeFields.Of(request)),
            TemplateCompilation.Faulty faulty => new NoticeRendering.Faulty(faulty.Messages),
            _ => throw new UnreachableException(),
        };
    }

    // A dialog ends its lines with LF alone.
    private static bool Same(string one, string other) => string.Equals(one.ReplaceLineEndings("\n").Trim(), other.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);
}
