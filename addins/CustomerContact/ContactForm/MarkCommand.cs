using System.Data.Common;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>Notified via Phone and Notified via Mail: moves the rows that fit and names those left alone.</summary>
public sealed class MarkCommand(IAddinHost host)
{
    public async Task<CommandAnswer> RunAsync(CommandCall call, StaffMethod method, CancellationToken cancellationToken)
    {
        var requests = await host.Record.FindAsync([.. call.Rows.Select(row => row.TransactionNumber)], cancellationToken);
        var split = Marking.Split(requests.Select(RequestFacts.Of), method);
        var found = requests.ToDictionary(request => request.Transaction.TransactionNumber);
        var alone = new List<LeftAlone>(split.LeftAlone);
        alone.AddRange(call.Rows.Where(row => !found.ContainsKey(row.TransactionNumber)).Select(row => new LeftAlone(row.TransactionNumber, "there is no such request")));
        var seen = call.Rows.ToDictionary(row => row.TransactionNumber, row => row.ArrivalId);
        var moved = await host.Database.WriteAsync(
            async within =>
            {
                var count = 0;
                foreach (var number in split.ToMove)
                    if (await MoveAsync(within, found[number], seen[number], split.NewStatus, call.User, cancellationToken) is { } why)
                        alone.Add(new LeftAlone(number, why));
                    else
                        count++;
                return count;
            },
            cancellationToken);
        return new CommandAnswer { Message = Marking.StatusLine(moved, split.NewStatus, alone), Refused = moved == 0 };
    }

    /// <returns>Null where it was moved; else why not.</returns>
    private async Task<string?> MoveAsync(
        DbTransaction within, IllRequest request, long seenArrival, string newStatus, string by, CancellationToken cancellationToken)
    {
        var order = new RouteOrder
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ExpectedStatus = request.Transaction.TransactionStatus,
            ExpectedArrivalId = seenArrival,
            NewStatus = new TransactionStatus(newStatus),
            By = by,
        };
        var answer = await host.Record.RouteAsync(order, within, cancellationToken);
        if (answer is RouteAnswer.Stale stale)
            return $"already moved to {stale.FoundStatus} by {stale.MovedBy} at {request.Site.ToLocal(stale.MovedAt):HH:mm}";
        if (answer is RouteAnswer.Missing)
            return "there is no such request";
        Outbox.Cancel(within, order.TransactionNumber, seenArrival, $"not sent: {by} moved the request to '{newStatus}'.", host.Clock.GetUtcNow());
        DecisionStore.SetState(within, order.TransactionNumber, seenArrival, DecisionState.Done);
        return null;
    }
}
