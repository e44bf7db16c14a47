using System.Globalization;
using IllAddins.Host.Rehearsals;

namespace IllAddins.Host.Cli.Scripts;

/// <summary>A rehearsal for a terminal and for a machine.</summary>
public sealed record RehearsalWords(string Place, RehearsalReport Report, int Days)
{
    private static readonly (RehearsalChange Change, string Words)[] Kinds =
    [
        (RehearsalChange.Same, "same"), (RehearsalChange.Later, "later"), (RehearsalChange.Earlier, "earlier"), (RehearsalChange.Held, "held"),
        (RehearsalChange.DifferentTemplate, "different template"), (RehearsalChange.Fault, "fault"),
    ];

    private IEnumerable<RehearsalRow> Changed => Report.Rows.Where(row => row.Change != RehearsalChange.Same);

    public IEnumerable<string> Lines()
    {
        yield return $"{Place}: {Report.Draft} beside {Report.Live}, over {Counted(Report.Open, "open request")}"
            + (Days > 0 ? $" and {Counted(Report.Past, "arrival")} of the last {Counted(Days, "day")}{OfToday()}" : "") + ". Nothing was stored or sent.";
        foreach (var (change, words) in Kinds)
            yield return $"{Report.Count(change),7} {words}{(change == RehearsalChange.Fault && Report.Count(change) != 1 ? "s" : "")}";
        foreach (var row in Changed)
            yield return $"{row.Request.Request.Transaction.TransactionNumber,9}  {Kinds.First(kind => kind.Change == row.Change).Words}{(row.Past ? $", arrived {Local(row, row.Request.Now)}{(row.FieldsOfToday ? ", with today's fields" : "")}" : "")}: "
                + $"live {Words(row, row.Live)}; draft {Words(row, row.Draft)}{LineOf(row)}";
    }

    public object Json() => new
    {
        Site = Place,
        Report.Live,
        Report.Draft,
        Days,
        Report.Open,
        Report.Past,
        PastWithFieldsOfToday = Report.OfToday,
        Same = Report.Count(RehearsalChange.Same),
        Later = Report.Count(RehearsalChange.Later),
        Earlier = Report.Count(RehearsalChange.Earlier),
        Held = Report.Count(RehearsalChange.Held),
        DifferentTemplate = Report.Count(RehearsalChange.DifferentTemplate),
        Faults = Report.Count(RehearsalChange.Fault),
        Changes = Changed.Select(row => new
        {
            row.Request.Request.Transaction.TransactionNumber,
            Site = row.Request.Request.Site.NVTGC,
            row.Request.Request.ArrivedAt,
            row.Past,
            row.FieldsOfToday,
            Change = JsonName(row.Change),
            Live = row.Live.Steps.Select(Step),
            Draft = row.Draft.Steps.Select(Step),
            Line = Deciding(row)?.Line,
        }),
    };

    // Older than the record of changes.
    private string OfToday() => Report.OfToday == 0 ? "" : $" ({Report.OfToday.ToString("N0", CultureInfo.InvariantCulture)} of them with the fields of today, since what was edited was not yet kept when they arrived)";

    private static object Step(ForeseenStep step) => new
    {
        Act = step.Act.ToString().ToLowerInvariant(),
        step.At,
        Status = step.Status?.Name,
        step.Template,
        step.Why,
        step.Said,
        step.Line,
    };

    // The step of the draft that makes the difference.
    private static ForeseenStep? Deciding(RehearsalRow row) => row.Change switch
    {
        RehearsalChange.Fault => row.Draft.Steps.FirstOrDefault(step => step.Act == ForeseenAct.Fault),
        RehearsalChange.Held => row.Draft.Steps.FirstOrDefault(step => step.Act == ForeseenAct.Hold),
        RehearsalChange.DifferentTemplate => row.Draft.Steps.FirstOrDefault(step => step.Act == ForeseenAct.Mail),
        _ => row.Draft.Steps.FirstOrDefault(step => step.Act == ForeseenAct.Route) ?? (row.Draft.Steps is [var first, ..] ? first : null),
    };

    private static string LineOf(RehearsalRow row) => Deciding(row)?.Line is { } line ? $" (line {line})" : "";

    private static string Words(RehearsalRow row, Foresight foresight) => string.Join(", ", foresight.Steps.Select(step => step.Act switch
    {
        ForeseenAct.Route => $"goes on {Local(row, step.At!.Value)}",
        ForeseenAct.Mail => $"is mailed from '{step.Template}'",
        ForeseenAct.Staff => "is left to staff",
        ForeseenAct.Hold => $"is held: {step.Why}",
        ForeseenAct.Fault => $"fails: {step.Why}",
        _ => throw new System.Diagnostics.UnreachableException(),
    }));

    private static string Local(RehearsalRow row, DateTimeOffset moment) => row.Request.Request.Site.ToLocal(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}s";

    private static string JsonName(RehearsalChange change) => change == RehearsalChange.DifferentTemplate ? "differentTemplate" : change.ToString().ToLowerInvariant();
}
