using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary><c>notices …</c>: every e-mail to a patron, what the mail server said, and what staff decide about it.</summary>
public sealed class NoticeVerb(IAddinHost host, TemplateStore templates)
{
    private static readonly VerbArgument Id = new() { Name = "ID", Help = "The notice's number, as 'notices list' shows it", Value = VerbValue.Number };
    private static readonly VerbOption SiteOption = new() { Name = "site", Help = "The site's code (NVTGC)", Required = true };

    public CommandLineVerb Describe()
    {
        var (sheets, acts) = (new NoticeSheets(host), new NoticeActs(host));
        return new CommandLineVerb
        {
            Name = "notices",
            Help = "The e-mails to patrons: how each stands, what the mail server said, and what staff decide about it.",
            Verbs = [List(sheets), Show(sheets), .. Acts(acts), ResendFailed(acts), Test(new TestVerb(host, templates))],
        };
    }

    private static CommandLineVerb List(NoticeSheets sheets) => new()
    {
        Name = "list",
        Help = "List notices, the oldest first: state, attempts, Message-Id, times, and the mail server's last answer.",
        Options =
        [
            new()
            {
                Name = "state",
                Help = "Only notices in this state",
                Allowed =
                [
                    NoticeStatus.Pending, NoticeStatus.Sending, NoticeStatus.Sent, NoticeStatus.Retrying, NoticeStatus.Failed, NoticeStatus.Unknown, NoticeStatus.Cancelled,
                ],
            },
            new() { Name = "transaction", Help = "Only those of this request", Value = VerbValue.Number },
            new() { Name = "site", Help = "Only those of this site (NVTGC)" },
            new() { Name = "last", Help = "Only the last so many of these", Value = VerbValue.Number },
        ],
        RunAsync = sheets.ListAsync,
    };

    private static CommandLineVerb Show(NoticeSheets sheets) => new()
    {
        Name = "show",
        Help = "Show a notice: its whole text, and every attempt with the mail server's answer, word for word. Exit code 1 if there is no such notice.",
        Arguments = [Id],
        RunAsync = sheets.ShowAsync,
    };

    private static IEnumerable<CommandLineVerb> Acts(NoticeActs acts) =>
    [
        Act("resend", "Send a notice again at the next sweep, however old it is. One that was accepted is left alone.", acts.ResendAsync),
        Act("cancel", "Take a notice back: it goes out only by another word of staff.", acts.CancelAsync),
        Act("delivered", "Settle a notice whose fate is unknown: the patron has it, and the request moves on.", acts.DeliveredAsync),
        Act("fix", "Correct the e-mail address on the user's record, and send the notice again.", acts.FixAsync) with
        {
            Options = [new() { Name = "address", Help = "The right address", Required = true }],
        },
    ];

    private static CommandLineVerb Act(string name, string help, Func<VerbCall, CancellationToken, Task<VerbAnswer>> run) => new()
    {
        Name = name,
        Help = $"{help} Exit code 1 if nothing was done.",
        Arguments = [Id],
        Changes = true,
        RunAsync = run,
    };

    private static CommandLineVerb ResendFailed(NoticeActs acts) => new()
    {
        Name = "resend-failed",
        Help = "Send again all notices of a site that failed within a time. Exit code 1 if one was left alone.",
        Options =
        [
            SiteOption,
            new() { Name = "from", Help = "The first day or moment, on the site's clock: 2026-03-02 or 2026-03-02T14:30", Required = true },
            new() { Name = "until", Help = "The last day or moment, the day to its end", Required = true },
        ],
        Changes = true,
        RunAsync = acts.ResendFailedAsync,
    };

    private static CommandLineVerb Test(TestVerb mails) => new()
    {
        Name = "test",
        Help = "Send a template as a test mail over the site's own mail server, with made-up values or those of a request. It is no notice: nothing moves, and no patron gets it. Exit code 1 if it was not accepted.",
        Options =
        [
            SiteOption,
            new() { Name = "template", Help = "The template's name", Required = true },
            new() { Name = "to", Help = "The address that gets it, and nobody else", Required = true },
            new() { Name = "transaction", Help = "The request whose values are used; made-up ones without it", Value = VerbValue.Number },
        ],
        Changes = true,
        RunAsync = mails.SendAsync,
    };
}
