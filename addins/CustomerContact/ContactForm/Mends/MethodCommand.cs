using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm.Mends;

/// <summary>Change method: writes another notification method onto the customers' records; what waits for them is decided anew.</summary>
public sealed class MethodCommand(IAddinHost host)
{
    private const string Field = "NotificationMethod";

    /// <param name="call">The rows selected.</param>
    /// <param name="method">As ILLiad stores it: <c>Electronic</c>, <c>Phone</c> or <c>Mail</c>.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task<CommandAnswer> RunAsync(CommandCall call, string method, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var judged = selection.Standing.ToLookup(request => WhyNot(request, method));
        var (changed, refused) = await host.Database.WriteAsync(within => ChangeAsync([.. judged[null]], method, call.User, within, cancellationToken), cancellationToken);
        List<LeftAlone> alone =
        [
            .. judged.Where(group => group.Key is not null).SelectMany(group => group.Select(request => new LeftAlone(request.Transaction.TransactionNumber, group.Key!))),
            .. selection.LeftAlone,
            .. refused,
        ];
        return new CommandAnswer { Message = $"{Said(changed, method)}{Marking.AloneWords(alone)}", Refused = changed == 0 };
    }

    // A way that lacks what it needs would only bring the request back under Needs attention.
    private static string? WhyNot(IllRequest request, string method)
    {
        var facts = RequestFacts.Of(request);
        return NotificationMethod.From(method) switch
        {
            NotificationMethod.Electronic => facts.Method is NotificationMethod.Electronic ? MendWords.EMailAlready : EMailAddresses.Complaint(facts.EMailAddress),
            NotificationMethod.Phone => facts.Method is NotificationMethod.Phone ? MendWords.PhoneAlready : facts.HasPhone ? null : MendWords.NoPhoneNumber,
            NotificationMethod.Mail => facts.Method is NotificationMethod.Mail ? MendWords.MailAlready : facts.HasPostalAddress ? null : MendWords.NoPostalAddress,
            _ => throw new UnreachableException(),
        };
    }

    /// <returns>How many customers were changed, and the requests of those whom the record refused to change.</returns>
    private async Task<(int Changed, List<LeftAlone> Alone)> ChangeAsync(
        List<IllRequest> requests, string method, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var (changed, alone) = (0, new List<LeftAlone>());
        foreach (var patron in requests.GroupBy(request => request.User.UserName, StringComparer.OrdinalIgnoreCase))
        {
            var texts = new Dictionary<string, string?> { ["UserName"] = patron.Key, [Field] = method };
            var answer = await host.Record.UpdateUserAsync(new RecordFields { Texts = texts, By = by }, within, cancellationToken);
            if (answer is WriteAnswer.Refused or WriteAnswer.Missing)
            {
                alone.AddRange(patron.Select(request => new LeftAlone(request.Transaction.TransactionNumber, answer is WriteAnswer.Refused refused ? refused.Message : MendWords.RecordGone)));
                continue;
            }

            changed++;
            foreach (var request in patron)
            {
                await host.AuditAsync(Act(request, method, by), within, cancellationToken);
                await host.Record.AddHistoryAsync(request.Transaction.TransactionNumber, Entry(request, method), by, within, cancellationToken);
            }
        }

        return (changed, alone);
    }

    private static AuditEntry Act(IllRequest request, string method, string by) => new()
    {
        By = by,
        Act = "change",
        Subject = "notification method",
        TransactionNumber = request.Transaction.TransactionNumber,
        Site = request.Site.NVTGC,
        Was = request.User.Text(Field).Trim() is { Length: > 0 } old ? old : null,
        Became = method,
    };

    private static string Entry(IllRequest request, string method) => request.User.Text(Field).Trim() is { Length: > 0 } old
        ? EntryWords.MethodChanged(old, method)
        : EntryWords.MethodSet(method);

    private static string Said(int changed, string method) => changed == 0 ? MendWords.NoMethodChanged : MendWords.MethodChanged(changed, Title(method));

    private static string Title(string method) => NotificationMethod.From(method) switch
    {
        NotificationMethod.Electronic => MendWords.EMail,
        NotificationMethod.Phone => MendWords.Phone,
        NotificationMethod.Mail => MendWords.Mail,
        _ => throw new UnreachableException(),
    };
}
