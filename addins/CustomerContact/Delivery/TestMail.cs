namespace IllAddins.CustomerContact.Delivery;

/// <summary>One mail to somebody of the staff, by the way that a site's mails take. Nothing is kept of it but what is said.</summary>
public static class TestMail
{
    /// <summary>Sends it at once, also while the site's mail is paused.</summary>
    /// <param name="host">Gives the settings and the clock.</param>
    /// <param name="site">Whose mail server it goes by.</param>
    /// <param name="mail">The mail as its customer would get it.</param>
    /// <param name="to">An address, checked by the caller.</param>
    /// <param name="cancellationToken">Gives up, unless the mail has left.</param>
    /// <returns>Whether it was accepted, and a sentence about it.</returns>
    public static async Task<(bool Accepted, string Said)> SendAsync(IAddinHost host, Site site, NoticeRow mail, string to, CancellationToken cancellationToken)
    {
        var (usable, problems) = SiteMail.Read(host, site.NVTGC);
        if (usable is null)
            return (false, $"No mail is sent: {string.Join(" ", problems)}");
        await using var transport = MailTransports.Open(usable.Settings, host.Clock);
        var outcome = await transport.SendAsync(Test(mail, site, to, host.Clock.GetUtcNow()), cancellationToken);
        return outcome switch
        {
            MailOutcome.Accepted accepted => (true, $"The test mail was accepted: {accepted.Answer}"),
            MailOutcome.Unknown unknown => (false, $"Whether the test mail went out is not known: {unknown.Answer}"),
            _ => (false, $"The test mail was not accepted: {outcome.Answer}"),
        };
    }

    private static OutgoingMail Test(NoticeRow mail, Site site, string to, DateTimeOffset now) => new()
    {
        MessageId = $"test.{mail.MessageId}",
        Date = site.ToLocal(now),
        FromName = mail.FromName,
        FromAddress = mail.FromAddress,
        ToAddress = to,
        Subject = $"[Test] {mail.Subject}",
        TextBody = mail.Body,
        HtmlBody = mail.HtmlBody,
    };
}
