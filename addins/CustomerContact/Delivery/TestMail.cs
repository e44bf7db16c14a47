using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>A test mail that is wanted.</summary>
public sealed record TestMail
{
    /// <summary>The site whose way out it takes.</summary>
    public required Site Site { get; init; }

    public required NotificationTemplate Template { get; init; }

    /// <summary>The template in the words of a request.</summary>
    public required NoticeText Text { get; init; }

    /// <summary>The address that gets it, and nobody else; checked by the caller.</summary>
    public required string To { get; init; }

    /// <summary>The request whose values it shows; null for made-up ones.</summary>
    public int? TransactionNumber { get; init; }

    /// <summary>The mail: marked as a test, and to nobody else whomever the template copies.</summary>
    public OutgoingMail Mail(DateTimeOffset now) => new()
    {
        MessageId = $"ill.test.{Guid.NewGuid():N}@illaddins.invalid",
        Date = Site.ToLocal(now),
        FromName = Text.FromName.Length > 0 ? Text.FromName : Site.FromName,
        FromAddress = Text.FromAddress.Length > 0 ? Text.FromAddress : Site.FromAddress,
        ToAddress = To,
        Subject = NoticeActWords.TestSubject(Text.Subject),
        TextBody = Text.Body,
        HtmlBody = Text.HtmlBody.Length > 0 ? Text.HtmlBody : null,
    };
}

/// <summary>Sends test mails at once over the site's own way out, also while its mail is paused. They are no notices: no brake, pace or attempt counts them.</summary>
public sealed class TestMails(IAddinHost host)
{
    /// <summary>Sends it, and writes down who did.</summary>
    /// <param name="test">The mail.</param>
    /// <param name="by">The user name of whoever sends it.</param>
    /// <param name="cancellationToken">Gives up, unless the mail has left.</param>
    /// <returns>Whether it was accepted, and a sentence about it.</returns>
    public async Task<(bool Accepted, string Said)> SendAsync(TestMail test, string by, CancellationToken cancellationToken)
    {
        var (way, problems) = SiteMail.Read(host, test.Site.NVTGC);
        if (way is null)
            return (false, NoticeActWords.NoTestSent(string.Join(" ", problems)));
        await using var transport = MailTransports.Open(way.Settings, host.Clock);
        var outcome = await transport.SendAsync(test.Mail(host.Clock.GetUtcNow()), cancellationToken);
        // It is written down that it went, whoever is to stop now.
        await AccountAsync(test, by, outcome, CancellationToken.None);
        return (outcome is MailOutcome.Accepted, Said(test, way.Settings, outcome));
    }

    private async Task AccountAsync(TestMail test, string by, MailOutcome outcome, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry
        {
            By = by,
            Act = "send a test mail",
            Subject = $"template '{test.Template.Name}'",
            TransactionNumber = test.TransactionNumber,
            Site = test.Site.NVTGC,
            Became = outcome.GetType().Name,
            Detail = $"to {test.To}: {outcome.Answer}",
        };
        await host.AuditAsync(entry, null, cancellationToken);
        if (test.TransactionNumber is { } number)
            await host.Record.AddHistoryAsync(number, DeliveryWords.TestMade(test.Template.Name), by, null, cancellationToken);
    }

    // Only the patrons' mails go to these: whoever tests the template hears of them here.
    private static IEnumerable<string> Unusable(NoticeText text) => new[] { ("To", text.ToAddress), ("CC", text.CC), ("BCC", text.BCC) }
        .Select(field => AddressField.Read(field.Item1, "", field.Item2)).SelectMany(read => read.Forged is { } forged ? [forged] : read.Problems);

    private static string Said(TestMail test, MailSettings settings, MailOutcome outcome)
    {
        var way = settings.UsesSmtp ? NoticeActWords.TheMailServer(settings.Server) : NoticeActWords.ThePickupFolder(settings.PickupFolder);
        var remarks = string.Concat(Unusable(test.Text).Select(problem => $" {problem}")) + (test.Template.Enabled ? "" : $" {NoticeActWords.TemplateDisabled}");
        var answer = outcome.Answer.ToString();
        return outcome switch
        {
            MailOutcome.Accepted { Notes: var notes } => $"{NoticeActWords.TestTaken(way, test.To, answer)}{string.Concat(notes.Select(note => $" {note}"))}{remarks}",
            MailOutcome.Unknown => $"{NoticeActWords.TestUnknown(test.To, answer)}{remarks}",
            _ => $"{NoticeActWords.TestNotAccepted(test.To, NoticeStates.Stage(outcome.Answer.Stage.ToString()), answer)}{remarks}",
        };
    }
}
