using System.Text.Json;

namespace IllAddins.Host.Web;

/// <summary>Takes back the last action of a screen.</summary>
public static class UndoEndpoint
{
    private const string Expected = """{"token": "..."}""";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/screens/{name}/undo", UndoAsync);

    private static async Task<IResult> UndoAsync(HttpContext context, ShellSettings shell, AddinCalls calls, IHostApplicationLifetime lifetime, string name)
    {
        if (ScreenEndpoints.Find(shell, name) is not { } found)
            return await ScreenEndpoints.MissingAsync(context, name);
        if (found.Item.UndoAsync is null)
            return CommandEndpoint.InWords(StatusCodes.Status404NotFound, ScreenWords.NoUndo(found.Item.Title));
        if (await TokenAsync(context) is not { Length: > 0 and <= CommandBody.LongestKey } token)
            return CommandEndpoint.InWords(StatusCodes.Status400BadRequest, ScreenWords.UndoUnreadable(Expected));
        var site = ChosenSite.OfPage(context, await shell.Sites.AllAsync(context.RequestAborted));
        var call = new UndoCall { User = Access.UserName(context), Site = site, Token = token };
        return CommandEndpoint.Reply(context, await calls.UndoAsync(found, call, lifetime.ApplicationStopping));
    }

    private static async Task<string?> TokenAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return null;
        try
        {
            return (await context.Request.ReadFromJsonAsync<UndoBody>(context.RequestAborted))?.Token;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record UndoBody
    {
        public required string Token { get; init; }
    }
}
