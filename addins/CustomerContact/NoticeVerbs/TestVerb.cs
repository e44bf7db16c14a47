using System.Diagnostics;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary><c>notices test</c>: a template as a mail to whom an admin says, over the site's own way out.</summary>
public sealed class TestVerb(IAddinHost host, TemplateStore templates)
{
    public async Task<VerbAnswer> SendAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var (code, name, to) = (call.Text("site")!, call.Text("template")!, call.Text("to")!.Trim());
        if ((await SiteClocks.ReadAsync(host, cancellationToken)).Find(code) is not { } site)
            return NoticeSheets.Refused(NoticeSheets.NoSite(code));
        if (EMailAddresses.ComplaintAboutTyped(to) is { } complaint)
            return NoticeSheets.Refused($"--to: {complaint}");
        var (request, missing) = await RequestAsync(site, call.Number("transaction"), cancellationToken);
        if (request is null)
            return NoticeSheets.Refused(missing);
        var stock = await templates.LoadAsync(cancellationToken);
        return stock.Shelf.Find(name, site.NVTGC) switch
        {
            ShelfAnswer.Found found => stock.Render(found.Template, found.Site, NoticeFields.Of(request)) switch
            {
                NoticeRendering.Rendered { Text: var text } => await SendAsync(
                    call, new TestMail { Site = site, Template = found.Template, Text = text, To = to, TransactionNumber = (int?)call.Number("transaction") }, cancellationToken),
                NoticeRendering.Faulty faulty => NoticeSheets.Refused($"No test mail was sent: {string.Join(" ", faulty.Messages)}"),
                _ => throw new UnreachableException(),
            },
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

    private async Task<VerbAnswer> SendAsync(VerbCall call, TestMail test, CancellationToken cancellationToken)
    {
        var (accepted, said) = await new TestMails(host).SendAsync(test, call.User, cancellationToken);
        return accepted ? new VerbAnswer { Message = said } : NoticeSheets.Refused(said);
    }
}
