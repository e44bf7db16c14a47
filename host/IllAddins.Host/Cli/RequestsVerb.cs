using System.CommandLine;
using System.Globalization;
using IllAddins.Host.Addins;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Cli;

/// <summary><c>requests show TN</c> and <c>requests route TN STATUS</c>: all that is known of one request, and where it goes by hand.</summary>
public static class RequestsVerb
{
    private static readonly TimeSpan PanelLimit = TimeSpan.FromSeconds(30);

    /// <summary>The word after which the commands of add-ins' panels stand, too.</summary>
    public const string Name = "requests";

    public static Command Make(Verbs verbs) => new(Name, "The requests of the record.") { Show(verbs), WhyVerb.Make(verbs), Route(verbs) };

    private static Command Show(Verbs verbs)
    {
        var number = new Argument<int>("TN") { Description = "The transaction number", CustomParser = Verbs.Number };
        var json = Verbs.JsonOption();
        var show = new Command("show", "Show a request: its fields, tracking, history, notes, notices, and why it was or was not told. Exit code 1 if there is no such request.") { number, json };
        verbs.Set(show, (installation, parsed, cancellationToken) =>
            ShowAsync(installation, parsed.InvocationConfiguration, parsed.GetRequiredValue(number), parsed.GetValue(json), cancellationToken));
        return show;
    }

    private static async Task<int> ShowAsync(Installation installation, InvocationConfiguration terminal, int number, bool json, CancellationToken cancellationToken)
    {
        if ((await installation.Record.FindAsync([number], cancellationToken)).SingleOrDefault() is not { } request)
        {
            if (json)
                await terminal.Output.WriteLineAsync("null");
            await terminal.Error.WriteLineAsync($"There is no request {number} in {installation.Folders.Data}. Check the number, or name another data folder with --data.");
            return ExitCode.SomeRefused;
        }

        // What the add-ins would add is left out, and said so; the request itself can be shown.
        if (await installation.StartAddinsAsync(cancellationToken) is AddinScan.NoFolder none)
            await terminal.Error.WriteLineAsync(none.Message);
        RunVerb.TellAddins(installation, terminal.Error);
        var trail = await RequestTrail.ReadAsync(installation.Database, number, cancellationToken);
        var shown = new ShownRequest { Request = request, Trail = trail, Panels = await PanelsAsync(installation, request, terminal.Error, cancellationToken) };
        if (json)
            Verbs.Print(terminal.Output, RequestWords.Json(shown));
        else
            foreach (var line in RequestWords.Lines(shown))
                await terminal.Output.WriteLineAsync(line);
        return ExitCode.Done;
    }

    private static Command Route(Verbs verbs)
    {
        var number = new Argument<int>("TN") { Description = "The transaction number", CustomParser = Verbs.Number };
        var status = new Argument<string>("STATUS") { Description = "Any status, e.g. \"Customer Notified via Phone\"" };
        var by = new Option<string>("--by") { Description = "Who routes it, for Tracking and History", DefaultValueFactory = _ => Environment.UserName };
        var route = new Command("route", "Move a request to another status, as staff decide. A notice that has not left is cancelled. Exit code 1 if nothing was moved.") { number, status, by };
        verbs.Set(route, async (installation, parsed, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(number);
            var order = new RouteOrder
            {
                TransactionNumber = wanted,
                NewStatus = new TransactionStatus(parsed.GetRequiredValue(status)),
                ExpectedStatus = (await installation.Record.FindAsync([wanted], cancellationToken)).SingleOrDefault()?.Transaction.TransactionStatus ?? default,
                By = parsed.GetRequiredValue(by),
            };
            if (await installation.Record.RouteAsync(order, null, cancellationToken) is RouteAnswer.Routed)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{wanted} moved from '{order.ExpectedStatus}' to '{order.NewStatus}'.");
                return ExitCode.Done;
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{wanted} was not moved: it is not in {installation.Folders.Data}, or somebody moved it at the same moment. See: requests show {wanted}");
            return ExitCode.SomeRefused;
        });
        return route;
    }

    private static async Task<IReadOnlyList<ShownPanel>> PanelsAsync(Installation installation, IllRequest request, TextWriter error, CancellationToken cancellationToken)
    {
        var panels = new List<ShownPanel>();
        foreach (var contributed in installation.Addins.Panels)
        {
            var call = new AddinCall { Addin = contributed.Addin, What = $"panel '{contributed.Item.Name}'", Limit = PanelLimit, Clock = installation.Clock };
            var outcome = await contributed.RunAsync(call, (panel, token) => panel.LoadAsync(request, token), cancellationToken);
            if (outcome is AddinOutcome<IReadOnlyList<PanelRow>>.Completed filled)
                panels.Add(new ShownPanel { Panel = contributed.Item, Rows = filled.Value });
            else
                await error.WriteLineAsync(((AddinOutcome<IReadOnlyList<PanelRow>>.Failed)outcome).Message);
        }

        return panels;
    }
}

/// <summary>A request with all that belongs to it.</summary>
public sealed record ShownRequest
{
    public required IllRequest Request { get; init; }

    public required RequestTrail Trail { get; init; }

    public required IReadOnlyList<ShownPanel> Panels { get; init; }
}

/// <summary>A panel with its rows.</summary>
public sealed record ShownPanel
{
    public required RequestPanel Panel { get; init; }

    public required IReadOnlyList<PanelRow> Rows { get; init; }
}

/// <summary>A request for a terminal, and for a machine.</summary>
public static class RequestWords
{
    public static IEnumerable<string> Lines(ShownRequest shown)
    {
        var (request, site) = (shown.Request, shown.Request.Site);
        yield return $"{request.Transaction.TransactionNumber}  {request.Transaction.ProcessType} {request.Transaction.RequestType}  [{request.Transaction.TransactionStatus}]"
            + $" since {Local(site, request.ArrivedAt)}, site {site.NVTGC}, pickup {request.PickupLocation}";
        foreach (var line in Fields(site, "Transaction", request.Transaction.Fields).Concat(Fields(site, "User", request.User.Fields)))
            yield return line;
        yield return "Tracking";
        foreach (var entry in shown.Trail.Tracking)
            yield return $"  {Local(site, entry.At)}  {entry.ChangedTo}  by {entry.ChangedBy}";
        yield return "History";
        foreach (var entry in shown.Trail.History)
            yield return $"  {Local(site, entry.At)}  {entry.Entry}  by {entry.By}";
        yield return "Notes";
        foreach (var entry in shown.Trail.Notes)
            yield return $"  {Local(site, entry.At)}  {entry.Note}  by {entry.By} ({entry.NoteType})";
        foreach (var panel in shown.Panels)
        {
            yield return panel.Panel.Title;
            foreach (var row in panel.Rows)
                yield return "  " + string.Join("; ", panel.Panel.Columns.Zip(row.Cells).Where(cell => cell.Second is not null).Select(cell => $"{cell.First}: {Text(site, cell.Second)}"));
        }
    }

    public static object Json(ShownRequest shown) => new
    {
        Transaction = Values(shown.Request.Transaction.Fields),
        User = Values(shown.Request.User.Fields),
        Site = shown.Request.Site.NVTGC,
        shown.Request.PickupLocation,
        shown.Request.ArrivedAt,
        shown.Trail.Tracking,
        shown.Trail.History,
        shown.Trail.Notes,
        Panels = shown.Panels.ToDictionary(
            panel => panel.Panel.Name,
            panel => panel.Rows.Select(row => panel.Panel.Columns.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second)).ToList()),
    };

    private static Dictionary<string, object> Values(IReadOnlyDictionary<string, object?> fields) =>
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);

    private static IEnumerable<string> Fields(Site site, string title, IReadOnlyDictionary<string, object?> fields) =>
        fields.Where(field => field.Value is not null).Select(field => $"  {field.Key,-26} {Text(site, field.Value)}").Prepend(title);

    private static string Text(Site site, object? value) => value switch
    {
        DateTimeOffset moment => Local(site, moment),
        bool flag => flag ? "Yes" : "No",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Local(Site site, DateTimeOffset moment) => site.ToLocal(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
