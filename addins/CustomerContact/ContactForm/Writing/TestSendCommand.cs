using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Writing;

/// <summary>Test send: a template in the words of a request, to an address of the admin's. No request and no customer is touched.</summary>
public sealed class TestSendCommand(IAddinHost host, TemplateStore templates, ContactRows rows)
{
    private const string To = "to";
    private const string Template = "template";


    public async Task<CommandForm> AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await SampleAsync(call, cancellationToken) is not { } sample)
            return new CommandForm { Title = WritingWords.TestSend, Refusal = WritingWords.NoRequestToFill };
        var usable = (await templates.LoadAsync(cancellationToken)).Shelf.MailsFor(sample.Site.NVTGC);
        return new CommandForm
        {
            Title = WritingWords.TestSend,
            Text = WritingWords.TestText(sample.Site.NVTGC, sample.Transaction.TransactionNumber),
            Fields =
            [
                new FormField { Name = To, Title = WritingWords.To, Kind = FormFieldKind.Text, Required = true, MaxLength = 254, Help = WritingWords.ToHelp },
                new FormField { Name = Template, Title = WritingWords.Template, Kind = FormFieldKind.Choice, Required = true, Value = usable.IsEmpty ? "" : usable[0].Name, Choices = [.. usable.Select(each => new FormChoice { Value = each.Name, Title = each.Name })] },
            ],
            Submit = WritingWords.SendTheTest,
        };
    }

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var to = call.Values.GetValueOrDefault(To, "").Trim();
        if (EMailAddresses.ComplaintAboutGiven(to) is { } complaint)
            return Problem(To, complaint);
        if (await SampleAsync(call, cancellationToken) is not { } sample)
            return new CommandAnswer { Message = WritingWords.NoTestNoRequest, Refused = true };
        var stock = await templates.LoadAsync(cancellationToken);
        if (stock.Shelf.Find(call.Values.GetValueOrDefault(Template, ""), sample.Site.NVTGC) is not ShelfAnswer.Found found)
            return Problem(Template, WritingWords.NoTemplateAtSite(call.Values.GetValueOrDefault(Template, ""), sample.Site.NVTGC));
        if (stock.Render(found.Template, found.Site, NoticeFields.Of(sample)) is not NoticeRendering.Rendered { Text: var text })
            return Problem(Template, string.Join(" ", ((NoticeRendering.Faulty)stock.Render(found.Template, found.Site, NoticeFields.Of(sample))).Messages));
        int? number = call.Rows.Count > 0 ? sample.Transaction.TransactionNumber : null;
        var test = new TestMail { Site = sample.Site, Template = found.Template, Text = text, To = to, TransactionNumber = number };
        var (accepted, said) = await new TestMails(host).SendAsync(test, call.User, cancellationToken);
        return new CommandAnswer { Message = said, Refused = !accepted };
    }

    // The first request selected, else the first of the list.
    private async Task<IllRequest?> SampleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var numbers = call.Rows is [var selected, ..]
            ? [selected.TransactionNumber]
            : (await rows.LoadAsync(new ScreenCall { User = call.User, Site = call.Site }, cancellationToken)).Rows.Take(1).Select(row => row.TransactionNumber).ToArray();
        return (await host.Record.FindAsync(numbers, cancellationToken)).SingleOrDefault();
    }

    private static CommandAnswer Problem(string field, string problem) =>
        new() { Message = WritingWords.NoTestSent, Refused = true, FieldProblems = new Dictionary<string, string> { [field] = problem } };
}
