using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Mends;

/// <summary>Send failed again: every e-mail that failed within a time, e.g. while a mail server refused all of them.</summary>
public sealed class ResendFailedCommand(IAddinHost host)
{
    private const string From = "from";
    private const string Until = "until";

    private readonly NoticeActions actions = new(host);

    public async Task<CommandForm> AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (sites, now) = (await SitesAsync(call, cancellationToken), host.Clock.GetUtcNow());
        return new CommandForm
        {
            Title = MendWords.SendFailedAgain,
            Text = MendWords.FailedOf(sites.Count == 1 ? MendWords.OneSite(sites[0].NVTGC) : MendWords.AllSites),
            Fields =
            [
                new FormField { Name = From, Title = MendWords.FailedFrom, Kind = FormFieldKind.DateTime, Value = SiteTimes.Field(sites[0], now.AddDays(-1)), Required = true },
                new FormField { Name = Until, Title = MendWords.FailedUntil, Kind = FormFieldKind.DateTime, Value = SiteTimes.Field(sites[0], now.AddMinutes(1)), Required = true },
            ],
            Submit = MendWords.SendAgain,
        };
    }

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var sites = await SitesAsync(call, cancellationToken);
        if (Period(sites[0], call.Values) is not { } first)
            return Problem(From, MendWords.NoTime);
        if (first.Until < first.From)
            return Problem(Until, MendWords.UntilBeforeFrom);
        var answers = new List<NoticeActionAnswer>();
        foreach (var site in sites)
        {
            var (from, until) = Period(site, call.Values)!.Value;
            answers.AddRange(await actions.ResendFailedAsync(site.NVTGC, from, until, call.User, cancellationToken));
        }

        var done = answers.Count(answer => answer is NoticeActionAnswer.Done);
        var alone = answers.OfType<NoticeActionAnswer.NotNow>().Select(not => new Core.ContactForm.LeftAlone(not.Notice.TransactionNumber, not.Why)).ToList();
        return new CommandAnswer
        {
            Message = (done == 0 ? MendWords.NoFailedToSend : MendWords.FailedToSend(done)) + Core.ContactForm.Marking.AloneWords(alone),
            Refused = done == 0,
        };
    }

    // The same hours on every site's own clock.
    private static (DateTimeOffset From, DateTimeOffset Until)? Period(Site site, IReadOnlyDictionary<string, string> values) =>
        SiteTimes.Read(site, values.GetValueOrDefault(From, "")) is { } from && SiteTimes.Read(site, values.GetValueOrDefault(Until, "")) is { } until ? (from, until) : null;

    private async Task<IReadOnlyList<Site>> SitesAsync(CommandCall call, CancellationToken cancellationToken) =>
        call.Site is { } one ? [one] : await host.SitesAsync(cancellationToken);

    private static CommandAnswer Problem(string field, string problem) =>
        new() { Message = MendWords.NothingSentAgain, Refused = true, FieldProblems = new Dictionary<string, string> { [field] = problem } };
}
