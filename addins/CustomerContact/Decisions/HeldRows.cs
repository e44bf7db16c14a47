using System.Data.Common;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>The requests that wait for somebody to mend what their reason says.</summary>
public static class HeldRows
{
    /// <summary>The kind of a hold that the site's settings or the request's own fields cause in transit.</summary>
    public const string Settings = "Settings";

    /// <summary>The kind of a hold that the site's script wants until staff release it.</summary>
    public const string ScriptHold = "ScriptHold";

    public const string ScriptFault = nameof(HoldKind.ScriptFault);

    // What admins must mend; the other kinds are staff's everyday work.
    private static readonly string[] ErrorKinds =
        [Settings, ScriptFault, nameof(HoldKind.TemplateFault), nameof(HoldKind.NoTemplate), nameof(HoldKind.EMailRefused), nameof(HoldKind.EMailUnknown),
        nameof(HoldKind.EMailGivenUp), nameof(HoldKind.EMailTooOld)];

    /// <summary>Reports what a site's requests at a stage are held for; those that moved on meanwhile are held no more.</summary>
    public static async Task<SweepReport> ReportAsync(
        IAddinHost host, DecisionStore decisions, string site, string stage, CancellationToken cancellationToken)
    {
        var left = await decisions.MovedOnAsync(site, stage, cancellationToken);
        if (left.Count > 0)
            await host.Database.WriteAsync(
                within =>
                {
                    foreach (var row in left)
                        DecisionStore.Leave(within, row);
                },
                cancellationToken);
        var held = await decisions.HeldAsync(site, stage, cancellationToken);
        return new SweepReport { Held = held.Count, Errors = [.. held.Where(row => ErrorKinds.Contains(row.HoldKind)).Select(Error)] };
    }

    private static SweepError Error(DecisionRow row) => new()
    {
        Site = row.Site,
        TransactionNumber = row.TransactionNumber,
        Message = row.Reason,
    };
}
