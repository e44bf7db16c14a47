using System.Data.Common;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Delays;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delays;

/// <summary>Decides when requests leave transit, once for each arrival, and routes what is due. Every step is an index look-up.</summary>
public sealed class RoutingSweep(IAddinHost host, DecisionStore decisions)
{
    private const int Batch = 500;

    private static readonly TransactionStatus InTransit = new(ContactStatuses.InTransit);

    private readonly DelayWriter writer = new((function, request, _) => host.AskScript(function, request));
    private readonly DecisionPass pass = new(host, decisions, DecisionStage.Delay, [DecisionState.Resting, DecisionState.Held]);

    public async Task<SweepReport> RunAsync(Site site, CancellationToken cancellationToken)
    {
        var decidedBy = $"{host.ScriptVersion(site)}, settings {site.Change}";
        await pass.RunAsync(site, [InTransit], decidedBy, request => Decide(request, decidedBy), cancellationToken);
        var routed = await RouteDueAsync(site, cancellationToken);
        return new SweepReport { Routed = routed } + await HeldRows.ReportAsync(host, decisions, site.NVTGC, DecisionStage.Delay, cancellationToken);
    }

    private Decided Decide(IllRequest request, string decidedBy)
    {
        var row = writer.Decide(request, decidedBy, host.Clock.GetUtcNow());
        return statements => Releases.Regard(statements.Within, row);
    }

    private async Task<int> RouteDueAsync(Site site, CancellationToken cancellationToken)
    {
        var routed = 0;
        while (await decisions.DueAsync(site.NVTGC, host.Clock.GetUtcNow(), Batch, cancellationToken) is { Count: > 0 } due)
        {
            var requests = (await host.Record.FindAsync([.. due.Select(row => row.TransactionNumber).Distinct()], cancellationToken))
                .ToDictionary(request => request.Transaction.TransactionNumber);
            routed += await host.Database.WriteAsync(
                async within =>
                {
                    var count = 0;
                    foreach (var row in due)
                        count += await RouteAsync(row, requests[row.TransactionNumber], within, cancellationToken) ? 1 : 0;
                    return count;
                },
                cancellationToken);
        }

        return routed;
    }

    private async Task<bool> RouteAsync(DecisionRow row, IllRequest request, DbTransaction within, CancellationToken cancellationToken)
    {
        // Where the patron changed sites, the other site's script decides.
        if (!string.Equals(request.Site.NVTGC, row.Site, StringComparison.OrdinalIgnoreCase) || NextStatus.For(RequestFacts.Of(request)) is not NextStatus.To next)
        {
            DecisionStore.Leave(within, row);
            return false;
        }

        var order = new RouteOrder
        {
            TransactionNumber = row.TransactionNumber,
            ExpectedStatus = InTransit,
            ExpectedArrivalId = row.ArrivalId,
            NewStatus = new TransactionStatus(next.Status),
            By = "System",
            Entry = TransitWords.Routed(InTransit.Name, next.Status, row.Reason),
        };
        if (await host.Record.RouteAsync(order, within, cancellationToken) is not RouteAnswer.Routed)
        {
            DecisionStore.Leave(within, row);
            return false;
        }

        DecisionStore.SetState(within, row.TransactionNumber, row.ArrivalId, DecisionState.Done);
        return true;
    }
}
