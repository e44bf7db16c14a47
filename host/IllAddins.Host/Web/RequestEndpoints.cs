using System.Diagnostics;
using IllAddins.Host.Requests;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>The request form.</summary>
public static class RequestEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/requests/{number}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, ShellSettings shell, string number) =>
        int.TryParse(number, out var transactionNumber) && await shell.Record.FindAsync([transactionNumber], context.RequestAborted) is [var request]
            ? await PageAsync(context, StatusCodes.Status200OK, request, null)
            : await MissingAsync(context, number);

    /// <summary>Says that there is no such request.</summary>
    public static Task<IResult> MissingAsync(HttpContext context, string number) => Answers.InWordsAsync(
        context,
        StatusCodes.Status404NotFound,
        RequestFormWords.NoSuchRequestTitle,
        RequestFormWords.NoSuchRequest(number));

    /// <summary>The form of a request.</summary>
    /// <param name="context">Whose page it is.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="request">As the record has it.</param>
    /// <param name="entry">What was entered and could not be saved; null where nothing was.</param>
    public static async Task<IResult> PageAsync(HttpContext context, int status, IllRequest request, RequestEntry? entry)
    {
        var services = context.RequestServices;
        var shell = services.GetRequiredService<ShellSettings>();
        var view = await ShellView.ReadAsync(context);
        return Answers.Page<RequestPage>(status, new
        {
            View = view,
            Request = request,
            Trail = await RequestTrail.ReadAsync(shell.Database, request.Transaction.TransactionNumber, context.RequestAborted),
            Panels = await FillAsync(context, shell, services.GetRequiredService<AddinCalls>(), request),
            Own = services.GetRequiredService<OwnCommands>().Contributed.Item,
            Details = RequestDetails.Of(request, view.Now, view.Sites, entry),
            Saved = entry is null && int.TryParse(context.Request.Query["saved"], out var saved) ? saved : -1,
            // What could not be saved stands in the details.
            Part = entry is null ? context.Request.Query["part"].ToString() : "",
            Back = BackTo(shell, context.Request.Query["from"]),
        });
    }

    private static async Task<IReadOnlyList<FilledPanel>> FillAsync(HttpContext context, ShellSettings shell, AddinCalls calls, IllRequest request) =>
        await Task.WhenAll(shell.Panels().Select(async registered =>
            await calls.FillAsync(registered, request, context.RequestAborted) switch
            {
                CallAnswer<FilledPanel>.Answered { Value: var filled } => filled,
                CallAnswer<FilledPanel>.Failed { Message: var message } => new FilledPanel(registered.Item, "", [], message),
                _ => throw new UnreachableException(),
            }));

    private static BackLink? BackTo(ShellSettings shell, string? from)
    {
        const string Screens = "/screens/";
        return from?.StartsWith(Screens, StringComparison.Ordinal) == true && ScreenEndpoints.Find(shell, from[Screens.Length..]) is { } found
            ? new BackLink($"{Screens}{found.Item.Name}", found.Item)
            : null;
    }
}

/// <summary>A panel with what its add-in says about one request, or the words why it says nothing.</summary>
/// <param name="Panel">As the add-in described it.</param>
/// <param name="Summary">Its sentence; empty for none.</param>
/// <param name="Rows">What it lists.</param>
/// <param name="Failure">Empty where nothing failed.</param>
public sealed record FilledPanel(RequestPanel Panel, string Summary, IReadOnlyList<FilledRow> Rows, string Failure)
{
    /// <summary>What can be done about the request as it stands, for any role; none where the panel failed.</summary>
    public IReadOnlyList<PanelCommand> Commands { get; init; } = [];

    /// <summary>Writes rows out, their moments on the site's clock.</summary>
    public static FilledPanel Of(RequestPanel panel, string summary, IReadOnlyList<PanelRow> rows, Site site, DateTimeOffset now) =>
        new(panel, summary, [.. rows.Select(row => Write(row, panel, site, now))], "");

    private static FilledRow Write(PanelRow row, RequestPanel panel, Site site, DateTimeOffset now) =>
        new([.. panel.Columns.Select((_, at) => at < row.Cells.Count ? CellText.Of(row.Cells[at], site, now) : "")], row.Detail)
        {
            Key = row.Key,
            Commands = row.Key.Length == 0 ? [] :
            [
                .. row.Commands.Select(name => panel.Commands.FirstOrDefault(command => command.ForRows && string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase)))
                    .OfType<PanelCommand>(),
            ],
        };
}

/// <summary>A row of a panel as shown; <c>Detail</c> is empty for none.</summary>
public sealed record FilledRow(IReadOnlyList<string> Cells, string Detail)
{
    /// <summary>What the add-in knows it by; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>What can be done about it, for any role.</summary>
    public IReadOnlyList<PanelCommand> Commands { get; init; } = [];
}

/// <summary>The list somebody came from.</summary>
public sealed record BackLink(string Address, Screen Screen);
