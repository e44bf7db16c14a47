using System.Diagnostics;
using IllAddins.Host.Addins;
using IllAddins.Host.Requests;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>The screens that add-ins describe: page, rows, and the documents that commands make.</summary>
public static class ScreenEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HomeAsync);
        routes.MapPost("/site", ChooseSiteAsync);
        routes.MapGet("/screens/{name}", PageAsync);
        routes.MapGet("/screens/{name}/rows", RowsAsync);
        routes.MapGet("/screens/{name}/plain", PlainAsync);
        CommandEndpoint.Map(routes);
        UndoEndpoint.Map(routes);
        ViewEndpoint.Map(routes);
        routes.MapGet("/files/{id}", FileAsync);
    }

    /// <summary>The screen of a name, or null.</summary>
    public static Contributed<Screen>? Find(ShellSettings shell, string name) =>
        shell.Screens().FirstOrDefault(known => string.Equals(known.Item.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says that a screen is not there, and why that may be.</summary>
    public static Task<IResult> MissingAsync(HttpContext context, string name) => Answers.InWordsAsync(
        context,
        StatusCodes.Status404NotFound,
        ScreenWords.NoSuchScreenTitle,
        ScreenWords.NoSuchScreen(name));

    private static async Task<IResult> HomeAsync(HttpContext context, ShellSettings shell) =>
        shell.Screens() is [var first, ..]
            ? TypedResults.LocalRedirect($"/screens/{first.Item.Name}")
            : await Answers.InWordsAsync(
                context,
                StatusCodes.Status200OK,
                ScreenWords.NoScreensTitle,
                ScreenWords.NoScreens);

    private static async Task<IResult> ChooseSiteAsync(HttpContext context, ShellSettings shell)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var code = form["site"].ToString();
        var sites = await shell.Sites.AllAsync(context.RequestAborted);
        var site = sites.FirstOrDefault(site => string.Equals(site.NVTGC, code, StringComparison.OrdinalIgnoreCase));
        if (site is null && code.Length > 0)
            return await Answers.InWordsAsync(context, StatusCodes.Status400BadRequest, ScreenWords.NoSuchSiteTitle, ScreenWords.NoSuchSite(code));
        ChosenSite.Remember(context, site);
        return TypedResults.LocalRedirect(SignInEndpoints.LocalOrHome(form["returnUrl"]));
    }

    private static async Task<IResult> PageAsync(HttpContext context, ShellSettings shell, ScreenViews views, string name) =>
        Find(shell, name) is { } found
            ? Answers.Page<ScreenPage>(StatusCodes.Status200OK, new
            {
                View = await ShellView.ReadAsync(context),
                Screen = found.Item,
                Liked = await views.ReadAsync(Access.UserName(context), found.Item.Name, context.RequestAborted),
            })
            : await MissingAsync(context, name);

    /// <param name="since">What the caller knows already: where nothing has changed since, the answer is empty. Null for the rows in any case.</param>
    private static async Task<IResult> RowsAsync(HttpContext context, ShellSettings shell, AddinCalls calls, string name, long? since)
    {
        if (Find(shell, name) is not { } found)
            return await MissingAsync(context, name);
        // Read before the rows: a change in between is met again, never missed.
        var change = await ChangeNumbers.LastAsync(shell.Database, context.RequestAborted);
        if (since == change)
            return TypedResults.NoContent();
        var sites = await shell.Sites.AllAsync(context.RequestAborted);
        var call = new ScreenCall { User = Access.UserName(context), Site = ChosenSite.OfPage(context, sites) };
        return await calls.LoadAsync(found, call, sites, change, context.RequestAborted) switch
        {
            CallAnswer<ShownContent>.Answered { Value: var content } => TypedResults.Ok(content),
            CallAnswer<ShownContent>.Failed { Message: var message } =>
                TypedResults.Json(new Words(message), statusCode: StatusCodes.Status500InternalServerError),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> PlainAsync(HttpContext context, ShellSettings shell, AddinCalls calls, string name)
    {
        if (Find(shell, name) is not { } found)
            return await MissingAsync(context, name);
        var view = await ShellView.ReadAsync(context);
        return await calls.LoadAsync(found, new ScreenCall { User = view.User!, Site = view.Site }, view.Sites, change: 0, context.RequestAborted) switch
        {
            CallAnswer<ShownContent>.Answered { Value: var content } => Answers.Page<PlainPage>(StatusCodes.Status200OK, new { View = view, Screen = found.Item, Content = content }),
            CallAnswer<ShownContent>.Failed { Message: var message } => await Answers.InWordsAsync(context, StatusCodes.Status500InternalServerError, found.Item.Title, message),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> FileAsync(HttpContext context, ShownFiles files, string id)
    {
        if (files.Find(Access.UserName(context), id) is not { } file)
            return await Answers.InWordsAsync(
                context,
                StatusCodes.Status404NotFound,
                ScreenWords.DocumentGoneTitle,
                ScreenWords.DocumentGone(ShownFiles.Kept.TotalMinutes));
        // Only what a browser shows without running it is shown; anything else is saved.
        var shown = file.ContentType is "application/pdf" or "text/plain";
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return TypedResults.Bytes(file.Content, file.ContentType);
    }
}
