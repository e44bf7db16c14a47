using System.Globalization;
using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.ContactForm.Mends;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Panels;

/// <summary>The panel of the request form about all that was done to tell the customer: e-mails with every answer, attempts to phone, letters printed.</summary>
public static class NoticesPanel
{
    public static RequestPanel Describe(IAddinHost host, Outbox outbox)
    {
        var (actions, fix) = (new NoticeActions(host), new FixAddressCommand(host));
        return new RequestPanel
        {
            Name = "notifications",
            Title = PanelWords.Notifications,
            Columns =
            [
                PanelWords.Made, PanelWords.Channel, PanelWords.Template, PanelWords.To, PanelWords.Status, PanelWords.AttemptCount, PanelWords.ServersAnswer, PanelWords.Finished,
                PanelWords.Note,
            ],
            Commands =
            [
                Act(outbox, "resend-notice", RibbonWords.SendAgain, PanelWords.SendAgainHelp, (id, by, token) => actions.ResendAsync(id, by, token), NoticeAct.Resend),
                Act(outbox, "deliver-notice", RibbonWords.WasDelivered, PanelWords.WasDeliveredHelp, (id, by, token) => actions.MarkDeliveredAsync(id, by, token), NoticeAct.MarkDelivered),
                new PanelCommand
                {
                    Name = "fix-notice-address",
                    Title = RibbonWords.FixAddress,
                    Help = PanelWords.FixAddressHelp,
                    ForRows = true,
                    AskAsync = fix.AskAsync,
                    RunAsync = fix.RunAsync,
                },
                Act(outbox, "cancel-notice", PanelWords.Cancel, PanelWords.CancelHelp, (id, by, token) => actions.CancelAsync(id, by, token), NoticeAct.Cancel),
            ],
            LoadAsync = async (request, cancellationToken) => await RowsAsync(host, outbox, request, cancellationToken),
        };
    }

    private static PanelCommand Act(Outbox outbox, string name, string title, string help, Func<long, string, CancellationToken, Task<NoticeActionAnswer>> run, NoticeAct act) => new()
    {
        Name = name,
        Title = title,
        Help = help,
        ForRows = true,
        RunAsync = async (call, cancellationToken) => long.TryParse(call.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && (await outbox.OfRequestAsync(call.Rows[0].TransactionNumber, cancellationToken)).Any(notice => notice.Id == id)
            ? NoticeCommands.Words(act, await run(id, call.User, cancellationToken))
            : new CommandAnswer { Message = PanelWords.NoSuchNotice(call.Key ?? "", call.Rows[0].TransactionNumber), Refused = true },
    };

    private static async Task<IReadOnlyList<PanelRow>> RowsAsync(IAddinHost host, Outbox outbox, IllRequest request, CancellationToken cancellationToken)
    {
        var (number, now) = (request.Transaction.TransactionNumber, host.Clock.GetUtcNow());
        var rows = new List<(string At, PanelRow Row)>();
        foreach (var notice in await outbox.OfRequestAsync(number, cancellationToken))
            rows.Add((notice.CreatedAt, NoticePanelRow.Of(notice, await NoticeAttempts.OfAsync(host.Database, notice.Id, cancellationToken), request, now)));
        foreach (var call in await ContactCalls.OfRequestAsync(host.Database, number, cancellationToken))
            rows.Add((call.CalledAt, Row(call, request.Site, now)));
        return [.. rows.OrderByDescending(row => row.At, StringComparer.Ordinal).Select(row => row.Row)];
    }

    private static PanelRow Row(ContactCall call, Site site, DateTimeOffset now) => new()
    {
        Cells =
        [
            StoredTime.Read(call.CalledAt), PanelWords.Phone, "", "", call.Said, null, "", null,
            $"{PanelWords.By(call.CalledBy)}{Again(call, site, now)}{(call.Note.Length > 0 ? $": {call.Note}" : "")}",
        ],
    };

    private static string Again(ContactCall call, Site site, DateTimeOffset now) =>
        call.CallAgainAt is { } again ? PanelWords.ToBeCalledAgain(SiteTimes.Words(site, StoredTime.Read(again), now)) : "";
}
