using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>Notified via Phone and Notified via Mail: moves the rows that fit, all or none, and names those left alone.</summary>
public sealed class MarkCommand(IAddinHost host)
{
    public async Task<CommandAnswer> RunAsync(CommandCall call, StaffMethod method, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var split = Marking.Split(selection.Standing.Select(RequestFacts.Of), method);
        var toMove = split.ToMove.ToHashSet();
        var fitting = selection.Standing.Where(request => toMove.Contains(request.Transaction.TransactionNumber)).ToList();
        var overtaken = await host.Database.WriteAsync(within => MoveAsync(fitting, split.NewStatus, call.User, within, cancellationToken), cancellationToken);
        List<LeftAlone> alone = [.. split.LeftAlone, .. selection.LeftAlone, .. overtaken];
        var moved = fitting.Count - overtaken.Count;
        return new CommandAnswer { Message = Marking.StatusLine(moved, split.NewStatus, alone), Refused = moved == 0 };
    }

    /// <returns>Those that somebody else moved since they were read.</returns>
    private async Task<List<LeftAlone>> MoveAsync(
        List<IllRequest> requests, string newStatus, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var overtaken = new List<LeftAlone>();
        foreach (var request in requests)
            if (await MoveAsync(request, newStatus, by, within, cancellationToken) is { } why)
                overtaken.Add(new LeftAlone(request.Transaction.TransactionNumber, why));
        return overtaken;
    }

    /// <returns>Null where it was moved; else why not.</returns>
    private async Task<string?> MoveAsync(IllRequest request, string newStatus, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var order = new RouteOrder
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ExpectedStatus = request.Transaction.TransactionStatus,
            ExpectedArrivalId = request.ArrivalId,
            NewStatus = new TransactionStatus(newStatus),
            By = by,
        };
        var now = host.Clock.GetUtcNow();
        switch (await host.Record.RouteAsync(order, within, cancellationToken))
        {
            case RouteAnswer.Routed:
                Outbox.Cancel(within, order.TransactionNumber, request.ArrivalId, $"not sent: {by} moved the request to '{newStatus}'.", now);
                DecisionStore.SetState(within, order.TransactionNumber, request.ArrivalId, DecisionState.Done);
                return null;
            case RouteAnswer.Stale stale:
                return Selection.Moved(request.Site, stale.FoundStatus, stale.MovedBy, stale.MovedAt, now);
            case RouteAnswer.Missing:
                return "there is no such request";
            default:
                throw new UnreachableException();
        }
    }
}
