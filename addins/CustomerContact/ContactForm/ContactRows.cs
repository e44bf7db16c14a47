using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The rows of the Customer Contact form: requests at the contact statuses, and those held in transit.</summary>
public sealed class ContactRows(IAddinHost host, DecisionStore decisions, ContactTraces traces)
{
    private const int Page = 2_000;

    private static readonly ScreenGroup[] Groups =
    [
        new() { Key = nameof(ContactGroup.NeedsAttention), Title = "Needs attention", Attention = true },
        new() { Key = nameof(ContactGroup.Phone), Title = "Notification method: Phone" },
        new() { Key = nameof(ContactGroup.Mail), Title = "Notification method: Mail" },
        new() { Key = nameof(ContactGroup.EMail), Title = "Notification method: E-mail", Note = "sent automatically", Folded = true },
    ];

    /// <summary>Reads the rows of one site or of all; within a group, who has waited longest comes first.</summary>
    public async Task<ScreenContent> LoadAsync(ScreenCall call, CancellationToken cancellationToken)
    {
        var sites = call.Site is { } one ? [one] : await host.SitesAsync(cancellationToken);
        // One that moves while the list is read is met twice: as it was, and as it is.
        var rows = new Dictionary<int, (IllRequest Request, Placement Placement)>();
        foreach (var site in sites)
            foreach (var row in await SiteAsync(site, cancellationToken))
                rows[row.Request.Transaction.TransactionNumber] = row;
        var seen = await traces.ReadAsync(rows.Keys, cancellationToken);
        var now = host.Clock.GetUtcNow();
        return new ScreenContent
        {
            Groups = Groups,
            Notice = await PausedAsync(sites, cancellationToken),
            Rows = [.. rows.Values.OrderBy(row => row.Request.ArrivedAt).ThenBy(row => row.Request.Transaction.TransactionNumber).Select(row => Row(row.Request, row.Placement, seen[row.Request.ArrivalId], now))],
        };
    }

    // One banner for each site whose mail server is down, whatever it keeps from going out.
    private async Task<string> PausedAsync(IReadOnlyList<Site> sites, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        var paused = await MailBrakes.PausedAsync(host.Database, cancellationToken);
        foreach (var site in sites)
            if (paused.TryGetValue(site.NVTGC, out var brake))
                words.Add(BrakeWords.Of(site, brake, await new Outbox(host.Database).WaitingAsync(site.NVTGC, cancellationToken)));
        return string.Join(" ", words);
    }

    private async Task<List<(IllRequest Request, Placement Placement)>> SiteAsync(Site site, CancellationToken cancellationToken)
    {
        var held = (await decisions.HeldAsync(site.NVTGC, DecisionStage.Notice, cancellationToken)).ToDictionary(row => row.ArrivalId);
        var rows = new List<(IllRequest Request, Placement Placement)>();
        foreach (var status in (string[])[ContactStatuses.AwaitingContact, ContactStatuses.AwaitingDocDelContact])
            foreach (var request in await AtAsync(site, new TransactionStatus(status), cancellationToken))
                rows.Add((request, ContactGrouping.Place(RequestFacts.Of(request), Hold(held.GetValueOrDefault(request.ArrivalId)))));
        rows.AddRange(await HeldInTransitAsync(site, cancellationToken));
        return rows;
    }

    private async Task<List<IllRequest>> AtAsync(Site site, TransactionStatus status, CancellationToken cancellationToken)
    {
        var all = new List<IllRequest>();
        var mark = ChangeMark.Start;
        while (await host.Record.ChangedAsync(site.NVTGC, status, mark, Page, cancellationToken) is { Count: > 0 } page)
        {
            all.AddRange(page);
            mark = page[^1].Transaction.Changed;
        }

        return all;
    }

    private async Task<IEnumerable<(IllRequest, Placement)>> HeldInTransitAsync(Site site, CancellationToken cancellationToken)
    {
        var held = (await decisions.HeldAsync(site.NVTGC, DecisionStage.Delay, cancellationToken)).ToDictionary(row => row.ArrivalId);
        var requests = await host.Record.FindAsync([.. held.Values.Select(row => row.TransactionNumber)], cancellationToken);
        return requests.Where(request => held.ContainsKey(request.ArrivalId)).Select(request =>
            (request, new Placement(ContactGroup.NeedsAttention, $"held in transit: {held[request.ArrivalId].Reason}")));
    }

    private static NoticeDecision.Hold? Hold(DecisionRow? held) =>
        held is not null && Enum.TryParse<HoldKind>(held.HoldKind, out var kind) ? new NoticeDecision.Hold(held.Reason, kind) : null;

    private static ScreenRow Row(IllRequest request, Placement placement, ContactTrace trace, DateTimeOffset now) => new()
    {
        TransactionNumber = request.Transaction.TransactionNumber,
        ArrivalId = request.ArrivalId,
        Group = placement.Group.ToString(),
        Site = request.Site.NVTGC,
        Cells = new Dictionary<string, object?>
        {
            ["Customer"] = PatronWords.Name(request.User),
            ["Phone"] = PatronWords.Phone(request.User),
            ["EMail"] = request.User.Text("EMailAddress"),
            ["Title"] = PatronWords.Title(request.Transaction),
            ["Pickup"] = request.PickupLocation,
            ["Received"] = request.ArrivedAt,
            ["Waiting"] = PatronWords.Waiting(now - request.ArrivedAt),
            ["Printed"] = trace.Prints == 0 ? null : trace.Prints,
            ["Notice"] = trace.Notice,
            ["Reason"] = placement.Reason,
        },
    };
}
