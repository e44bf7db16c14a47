using System.Diagnostics;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary><c>notices test</c>: a template as a mail to whom an admin says, over the site's own way out. It is no notice, and no brake, pace or attempt counts it.</summary>
public sealed class TestMails(IAddinHost host, TemplateStore templates)
{
    public async Task<VerbAnswer> SendAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var (code, name, to) = (call.Text("site")!, call.Text("template")!, call.Text("to")!.Trim());
        if ((await SiteClocks.ReadAsync(host, cancellationToken)).Find(code) is not { } site)
            return NoticeSheets.Refused($"There is no site '{code}'. See: sites list");
        if (EMailAddresses.ComplaintAboutTyped(to) is { } complaint)
            return NoticeSheets.Refused($"--to: {complaint}");
        var (request, missing) = await RequestAsync(site, call.Number("transaction"), cancellationToken);
        if (request is null)
            return NoticeSheets.Refused(missing);
        var stock = await templates.LoadAsync(cancellationToken);
        return stock.Shelf.Find(name, site.NVTGC) switch
        {
            ShelfAnswer.Found found => await SendAsync(call, new TestMail(site, request, found.Template, to), stock.Render(found.Template, found.Site, NoticeFields.Of(request)), cancellationToken),
            ShelfAnswer.Missing { Similar: var similar } => NoticeSheets.Refused(
                $"There is no template '{name}' at site {site.NVTGC}.{(similar.IsEmpty ? "" : $" Did you mean '{string.Join("' or '", similar)}'?")}"),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<(IllRequest? Request, string Missing)> RequestAsync(Site site, long? number, CancellationToken cancellationToken)
    {
        if (number is null)
            return await MadeUpRequest.OfAsync(host, site, cancellationToken) is { } madeUp
                ? (madeUp, "")
                : (null, "There is no request yet whose fields a test mail could have. Import one first.");
        var found = number is > 0 and <= int.MaxValue ? await host.Record.FindAsync([(int)number], cancellationToken) : [];
        return found switch
        {
            [] => (null, $"There is no request {number}. Check the number, or leave --transaction out."),
            [var request] when request.Site.NVTGC != site.NVTGC => (null, $"Request {number} is of site {request.Site.NVTGC}, not of {site.NVTGC}. Say --site {request.Site.NVTGC}, or name another request."),
            _ => (found[0], ""),
        };
    }

    private async Task<VerbAnswer> SendAsync(VerbCall call, TestMail test, NoticeRendering rendering, CancellationToken cancellationToken)
    {
        if (rendering is NoticeRendering.Faulty faulty)
            return NoticeSheets.Refused($"No test mail was sent: {string.Join(" ", faulty.Messages)}");
        var (mail, problems) = SiteMail.Read(host, test.Site.NVTGC);
        if (mail is null)
            return NoticeSheets.Refused($"No test mail was sent: {string.Join(" ", problems)}");
        await using var transport = MailTransports.Open(mail.Settings, host.Clock);
        var outcome = await transport.SendAsync(test.Mail(((NoticeRendering.Rendered)rendering).Text, host.Clock.GetUtcNow()), cancellationToken);
        // It is written down that it went, whoever is to stop now.
        await AccountAsync(call, test, outcome, CancellationToken.None);
        return Told(test, mail.Settings, outcome);
    }

    private async Task AccountAsync(VerbCall call, TestMail test, MailOutcome outcome, CancellationToken cancellationToken)
    {
        int? number = call.Number("transaction") is null ? null : test.Request.Transaction.TransactionNumber;
        var entry = new AuditEntry
        {
            By = call.User,
            Act = "send a test mail",
            Subject = $"template '{test.Template.Name}'",
            TransactionNumber = number,
            Site = test.Site.NVTGC,
            Became = outcome.GetType().Name,
            Detail = $"to {test.To}: {outcome.Answer}",
        };
        await host.AuditAsync(entry, null, cancellationToken);
        if (number is { } told)
            await host.Record.AddHistoryAsync(told, $"A test mail of template '{test.Template.Name}' was made with the values of this request; it is no notice to the patron.", call.User, null, cancellationToken);
    }

    private static VerbAnswer Told(TestMail test, MailSettings settings, MailOutcome outcome)
    {
        var way = settings.UsesSmtp ? $"The mail server {settings.Host}:{settings.Port}" : $"The pickup folder {settings.PickupFolder}";
        var disabled = test.Template.Enabled ? "" : " The template is disabled: no patron gets it.";
        return outcome switch
        {
            MailOutcome.Accepted { Notes: var notes } => new VerbAnswer { Message = $"{way} took the test mail to {test.To}: {outcome.Answer}{string.Concat(notes.Select(note => $" {note}"))}{disabled}" },
            MailOutcome.Unknown => NoticeSheets.Refused($"It is not known whether the test mail to {test.To} went out: {outcome.Answer}{disabled}"),
            _ => NoticeSheets.Refused($"The test mail to {test.To} was not accepted, at the step {outcome.Answer.Stage}: {outcome.Answer}{disabled}"),
        };
    }
}
