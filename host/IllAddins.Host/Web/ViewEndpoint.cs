using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace IllAddins.Host.Web;

/// <summary>Keeps how somebody likes a screen; it is read with the page.</summary>
public static class ViewEndpoint
{
    /// <summary>Bytes.</summary>
    private const long LargestView = 64 * 1024;

    private const string Expected = """{"sort": null, "shown": {}, "widths": {}, "folded": {}, "sounds": false}""";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/screens/{name}/view", KeepAsync);

    private static async Task<IResult> KeepAsync(HttpContext context, ShellSettings shell, ScreenViews views, string name)
    {
        if (ScreenEndpoints.Find(shell, name) is not { } found)
            return await ScreenEndpoints.MissingAsync(context, name);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestView;
        if (await ReadAsync(context) is not { } view)
            return CommandEndpoint.InWords(StatusCodes.Status400BadRequest, ScreenWords.ViewUnreadable(Expected));
        if (view.Flaw() is { } flaw)
            return CommandEndpoint.InWords(StatusCodes.Status400BadRequest, ScreenWords.ViewNotKept(flaw));
        await views.KeepAsync(Access.UserName(context), found.Item.Name, view, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<ScreenView?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return null;
        try
        {
            return await context.Request.ReadFromJsonAsync<ScreenView>(context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
