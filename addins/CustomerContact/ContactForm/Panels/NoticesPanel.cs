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
            Title = "Notifications",
            Columns = ["Made", "Channel", "Template", "To", "Status", "Attempts", "Server's answer", "Finished", "Note"],
            Commands =
            [
                Act(outbox, "resend-notice", "Send again", "Sends this e-mail again with the next sweep.", (id, by, token) => actions.ResendAsync(id, by, token), NoticeAct.Resend),
                Act(outbox, "deliver-notice", "Was delivered", "The customer has this e-mail, of which it is not known whether it went out: moves the request on.", (id, by, token) => actions.MarkDeliveredAsync(id, by, token), NoticeAct.MarkDelivered),
                new PanelCommand
                {
                    Name = "fix-notice-address",
                    Title = "Fix address and resend",
                    Help = "Corrects the e-mail address on the customer's record and sends this e-mail again.",
                    ForRows = true,
                    AskAsync = fix.AskAsync,
                    RunAsync = fix.RunAsync,
                },
                Act(outbox, "cancel-notice", "Cancel", "Takes this e-mail back. The request stays, under Needs attention.", (id, by, token) => actions.CancelAsync(id, by, token), NoticeAct.Cancel),
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
            : new CommandAnswer { Message = $"Nothing was done: there is no e-mail {call.Key} of request {call.Rows[0].TransactionNumber}. Reload the page.", Refused = true },
    };

    private static async Task<IReadOnlyList<PanelRow>> RowsAsync(IAddinHost host, Outbox outbox, IllRequest request, CancellationToken cancellationToken)
    {
        var number = request.Transaction.TransactionNumber;
        var rows = new List<(string At, PanelRow Row)>();
        foreach (var notice in await outbox.OfRequestAsync(number, cancellationToken))
            rows.Add((notice.CreatedAt, NoticePanelRow.Of(notice, await NoticeAttempts.OfAsync(host.Database, notice.Id, cancellationToken), request)));
        foreach (var call in await ContactCalls.OfRequestAsync(host.Database, number, cancellationToken))
            rows.Add((call.CalledAt, Row(call, request.Site)));
        return [.. rows.OrderByDescending(row => row.At, StringComparer.Ordinal).Select(row => row.Row)];
    }

    private static PanelRow Row(ContactCall call, Site site) => new()
    {
        Cells =
        [
            StoredTime.Read(call.CalledAt), "Phone", "", "", call.Said, null, "", null,
            $"by {call.CalledBy}{(call.CallAgainAt is { } again ? $", to be called again {SiteTimes.Written(site.ToLocal(StoredTime.Read(again)), "yyyy-MM-dd HH:mm")}" : "")}{(call.Note.Length > 0 ? $": {call.Note}" : "")}",
        ],
    };
}
