using System.CommandLine;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>requests why TN</c>: why a request waits, when it goes on, and what would release it.</summary>
public static class WhyVerb
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Command Make(Verbs verbs)
    {
        var number = new Argument<int>("TN") { Description = "The transaction number", CustomParser = Verbs.Number };
        var json = Verbs.JsonOption();
        var why = new Command("why", "Say in a sentence why a request waits, when it goes on, why a template was used or none, and what would release it. Exit code 1 if there is no such request.") { number, json };
        verbs.Set(why, async (installation, parsed, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(number);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if ((await installation.Record.FindAsync([wanted], cancellationToken)).SingleOrDefault() is not { } request)
            {
                if (parsed.GetValue(json))
                    await output.WriteLineAsync("null");
                await error.WriteLineAsync($"There is no request {wanted} in {installation.Folders.Data}. Check the number, or name another data folder with --data.");
                return ExitCode.SomeRefused;
            }

            await Verbs.StartAddinsAsync(installation, cancellationToken);
            RunVerb.TellAddins(installation, error);
            var reasons = await ReasonsAsync(installation, request, error, cancellationToken);
            if (parsed.GetValue(json))
                Verbs.Print(output, Json(request, reasons));
            else
                await output.WriteLineAsync($"{wanted}: {string.Join(" ", reasons.Select(reason => reason.Summary))}");
            return ExitCode.Done;
        });
        return why;
    }

    private static async Task<IReadOnlyList<RequestReason>> ReasonsAsync(Installation installation, IllRequest request, TextWriter error, CancellationToken cancellationToken)
    {
        var reasons = new List<RequestReason>();
        foreach (var contributed in installation.Addins.Panels.Where(panel => panel.Item.SummarizeAsync is not null))
        {
            var call = new AddinCall { Addin = contributed.Addin, What = $"panel '{contributed.Item.Name}'", Limit = Limit, Clock = installation.Clock };
            var outcome = await contributed.RunAsync(
                call, async (panel, token) => new RequestReason(panel, await panel.SummarizeAsync!(request, token), await panel.LoadAsync(request, token)), cancellationToken);
            if (outcome is AddinOutcome<RequestReason>.Completed reason)
                reasons.Add(reason.Value);
            else
                await error.WriteLineAsync(((AddinOutcome<RequestReason>.Failed)outcome).Message);
        }

        return reasons;
    }

    private static object Json(IllRequest request, IReadOnlyList<RequestReason> reasons) => new
    {
        request.Transaction.TransactionNumber,
        Status = request.Transaction.TransactionStatus.Name,
        Site = request.Site.NVTGC,
        request.ArrivedAt,
        Why = string.Join(" ", reasons.Select(reason => reason.Summary)),
        Decisions = reasons.SelectMany(reason => reason.Rows.Select(row =>
            reason.Panel.Columns.Select((column, at) => (column, value: row.Cells.ElementAtOrDefault(at))).ToDictionary(cell => cell.column, cell => cell.value))),
    };

    private sealed record RequestReason(RequestPanel Panel, string Summary, IReadOnlyList<PanelRow> Rows);
}
