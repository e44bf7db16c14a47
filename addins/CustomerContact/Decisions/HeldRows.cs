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

    // What admins must mend, beside script faults; the other kinds are staff's everyday work.
    private static readonly string[] ErrorKinds =
        [Settings, nameof(HoldKind.TemplateFault), nameof(HoldKind.NoTemplate), nameof(HoldKind.EMailRefused), nameof(HoldKind.EMailUnknown),
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
        return new SweepReport
        {
            Held = held.Count,
            Errors = [.. held.Where(row => ErrorKinds.Contains(row.HoldKind)).Select(Error), .. await ScriptFaultsAsync(decisions, site, stage, held, cancellationToken)],
        };
    }

    // One error for a site, however many of its requests the script failed for: the sweep of the last stage tells of all stages.
    private static async Task<IReadOnlyList<SweepError>> ScriptFaultsAsync(
        DecisionStore decisions, string site, string stage, IReadOnlyList<DecisionRow> held, CancellationToken cancellationToken)
    {
        if (stage == DecisionStage.Delay)
            return [];
        var rows = (await decisions.HeldAsync(site, DecisionStage.Delay, cancellationToken)).Concat(held).Where(row => row.HoldKind == ScriptFault).ToList();
        if (rows is [var only])
            return [Error(only)];
        var reasons = rows.GroupBy(row => row.Reason).OrderByDescending(group => group.Count()).ThenBy(group => group.Min(row => row.TransactionNumber)).ToList();
        return reasons.Count == 0 ? [] : [new SweepError { Site = site, Message = DecisionWords.HeldByScript(rows.Count, Ended(reasons[0].Key)) + Others(reasons) }];
    }

    private static string Others(List<IGrouping<string, DecisionRow>> reasons) => reasons.Count switch
    {
        1 => "",
        2 => $" {DecisionWords.HeldOtherwise(reasons[1].Count(), Ended(reasons[1].Key))}",
        _ => $" {DecisionWords.HeldInOtherWays(reasons.Skip(1).Sum(group => group.Count()), reasons.Count - 1)}",
    };

    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' ? sentence : $"{sentence}.";

    private static SweepError Error(DecisionRow row) => new()
    {
        Site = row.Site,
        TransactionNumber = row.TransactionNumber,
        Message = row.Reason,
    };
}
