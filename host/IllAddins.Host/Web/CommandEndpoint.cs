using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IllAddins.Host.Web;

/// <summary>Asks for a command's dialog and runs it, whether it belongs to a screen or to a panel of the request form.</summary>
public static class CommandEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/screens/{name}/commands/{command}", OfScreenAsync);
        routes.MapPost("/screens/{name}/commands/{command}/ask", OfScreenAsync);
        routes.MapPost("/requests/{number:int}/panels/{panel}/commands/{command}", OfPanelAsync);
        routes.MapPost("/requests/{number:int}/panels/{panel}/commands/{command}/ask", OfPanelAsync);
    }

    private static async Task<IResult> OfScreenAsync(HttpContext context, ShellSettings shell, string name, string command)
    {
        if (ScreenEndpoints.Find(shell, name) is not { } found)
            return await ScreenEndpoints.MissingAsync(context, name);
        var wanted = found.Item.Commands.FirstOrDefault(known => Same(known.Name, command));
        if (wanted is null)
            return InWords(StatusCodes.Status404NotFound, ScreenWords.NoSuchCommand(found.Item.Title, command));
        return await CommandBody.ReadAsync(context) switch
        {
            null => InWords(StatusCodes.Status400BadRequest, CommandBody.Unreadable),
            { Rows: [] } when wanted.NeedsSelection.Length > 0 => InWords(StatusCodes.Status400BadRequest, wanted.NeedsSelection),
            { Rows.Count: > CommandBody.MostRows and var many } => InWords(
                StatusCodes.Status400BadRequest, ScreenWords.TooManySelected(many, CommandBody.MostRows)),
            var body => await GoAsync(context, FoundCommand.Of(found, wanted), body, ChosenSite.OfPage(context, await shell.Sites.AllAsync(context.RequestAborted))),
        };
    }

    private static async Task<IResult> OfPanelAsync(HttpContext context, ShellSettings shell, OwnCommands own, int number, string panel, string command)
    {
        var found = shell.Panels().Append(own.Contributed).FirstOrDefault(known => Same(known.Item.Name, panel));
        var wanted = found?.Item.Commands.FirstOrDefault(known => Same(known.Name, command));
        if (wanted is null)
            return InWords(StatusCodes.Status404NotFound, ScreenWords.NoSuchPanelCommand(command, panel));
        var body = await CommandBody.ReadAsync(context);
        if (body is not { Rows: [{ TransactionNumber: var of }] } || of != number || wanted.ForRows == (body.Key.Length == 0))
            return InWords(StatusCodes.Status400BadRequest, CommandBody.Unreadable);
        // The request says its site, whichever is chosen.
        return await GoAsync(context, FoundCommand.Of(found!, wanted), body, null);
    }

    private static async Task<IResult> GoAsync(HttpContext context, FoundCommand command, CommandBody body, Site? site)
    {
        if (!Access.MayUse(context, command.AdminsOnly))
            return InWords(StatusCodes.Status403Forbidden, Access.NotForTheRole);
        var calls = context.RequestServices.GetRequiredService<AddinCalls>();
        var call = body.Call(Access.UserName(context), site);
        var asked = context.Request.Path.Value!.EndsWith("/ask", StringComparison.Ordinal);
        if (!command.Asks)
            return asked ? InWords(StatusCodes.Status404NotFound, ScreenWords.CommandHasNoDialog(command.Title)) : await RunAsync(context, calls, command, call);
        return await calls.AskAsync(command, call, context.RequestAborted) switch
        {
            CallAnswer<CommandForm>.Failed { Message: var message } => InWords(StatusCodes.Status500InternalServerError, message),
            CallAnswer<CommandForm>.Answered { Value: var form } when asked => TypedResults.Ok(ShownForm.Of(form, command.Title)),
            CallAnswer<CommandForm>.Answered { Value: { Refusal: { Length: > 0 } refusal } } => TypedResults.Ok(new CommandReply { Message = refusal, Refused = true }),
            CallAnswer<CommandForm>.Answered { Value: var form } => await CheckAsync(context, calls, command, call with { Values = FormCheck.Values(form, call.Values) }, form),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> CheckAsync(HttpContext context, AddinCalls calls, FoundCommand command, CommandCall call, CommandForm form) =>
        FormCheck.Problems(form, call.Values) is { Count: > 0 } problems
            ? TypedResults.Ok(new CommandReply { Message = ScreenWords.MendForm, Refused = true, FieldProblems = problems })
            : await RunAsync(context, calls, command, call);

    private static async Task<IResult> RunAsync(HttpContext context, AddinCalls calls, FoundCommand command, CommandCall call)
    {
        // A command that has begun is finished, even if the browser has gone away.
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        return Reply(context, await calls.RunAsync(command, call, stopping));
    }

    /// <summary>The reply to what an add-in answered to a command or to an undo.</summary>
    public static IResult Reply(HttpContext context, CallAnswer<CommandAnswer> answer)
    {
        var files = context.RequestServices.GetRequiredService<ShownFiles>();
        return answer switch
        {
            CallAnswer<CommandAnswer>.Failed { Message: var message } => InWords(StatusCodes.Status500InternalServerError, message),
            CallAnswer<CommandAnswer>.Answered { Value: { File: null } done } => TypedResults.Ok(CommandReply.Of(done, null)),
            CallAnswer<CommandAnswer>.Answered { Value: { File: { } file } done } => files.Keep(Access.UserName(context), file) is { } id
                ? TypedResults.Ok(CommandReply.Of(done, new FileLink($"/files/{id}", file.Name)))
                : InWords(
                    StatusCodes.Status500InternalServerError,
                    ScreenWords.DocumentTooLarge(done.Message, file.Content.Length / 1_048_576)),
            _ => throw new UnreachableException(),
        };
    }

    public static JsonHttpResult<Words> InWords(int status, string message) => TypedResults.Json(new Words(message), statusCode: status);

    private static bool Same(string known, string wanted) => string.Equals(known, wanted, StringComparison.OrdinalIgnoreCase);
}
