using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IllAddins.Host.Web;

/// <summary>Runs a command of a screen on the rows selected.</summary>
public static class CommandEndpoint
{
    /// <summary>Rows in one call.</summary>
    public const int MostRows = 10_000;

    public static async Task<IResult> RunAsync(
        HttpContext context,
        ShellSettings shell,
        AddinCalls calls,
        ShownFiles files,
        IHostApplicationLifetime lifetime,
        string name,
        string command)
    {
        if (ScreenEndpoints.Find(shell, name) is not { } found)
            return await ScreenEndpoints.MissingAsync(context, name);
        var wanted = found.Item.Commands.FirstOrDefault(known => string.Equals(known.Name, command, StringComparison.OrdinalIgnoreCase));
        if (wanted is null)
            return InWords(StatusCodes.Status404NotFound, $"The screen {found.Item.Title} has no command '{command}'. Reload the page: it may have changed.");
        var rows = await ReadRowsAsync(context);
        if (Refusal(rows, wanted) is { } refusal)
            return InWords(StatusCodes.Status400BadRequest, refusal);
        var call = new CommandCall
        {
            User = Access.UserName(context),
            Site = ChosenSite.Of(context, await shell.Sites.AllAsync(context.RequestAborted)),
            Rows = Once(rows!),
        };
        // A command that has begun is finished, even if the browser has gone away.
        return await calls.RunAsync(found, wanted, call, lifetime.ApplicationStopping) switch
        {
            CallAnswer<CommandAnswer>.Answered { Value: var answer } => Reply(answer, call.User, files),
            CallAnswer<CommandAnswer>.Failed { Message: var message } => InWords(StatusCodes.Status500InternalServerError, message),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Refusal(IReadOnlyList<CommandRow>? rows, ScreenCommand command) => rows switch
    {
        null => "The selection could not be read: expected was {\"rows\": [{\"transactionNumber\": 1, \"arrivalId\": 1}]}. Reload the page, then repeat.",
        [] when command.NeedsSelection.Length > 0 => command.NeedsSelection,
        { Count: > MostRows } => $"{rows.Count:N0} rows are selected; one call takes {MostRows:N0} at most. Select fewer.",
        _ => null,
    };

    private static List<SelectedRow> Once(IReadOnlyList<CommandRow> rows) =>
    [
        .. rows.DistinctBy(row => row.TransactionNumber)
            .Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId }),
    ];

    private static async Task<IReadOnlyList<CommandRow>?> ReadRowsAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return null;
        try
        {
            return (await context.Request.ReadFromJsonAsync<CommandRows>(context.RequestAborted))?.Rows;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Reply(CommandAnswer answer, string user, ShownFiles files)
    {
        if (answer.File is not { } file)
            return TypedResults.Ok(new CommandReply { Message = answer.Message, Refused = answer.Refused });
        return files.Keep(user, file) is { } id
            ? TypedResults.Ok(new CommandReply { Message = answer.Message, Refused = answer.Refused, File = new($"/files/{id}", file.Name) })
            : InWords(
                StatusCodes.Status500InternalServerError,
                $"{answer.Message} But the document is too large to keep ({file.Content.Length / 1_048_576:N0} MB). Select fewer rows.");
    }

    private static JsonHttpResult<Words> InWords(int status, string message) => TypedResults.Json(new Words(message), statusCode: status);

    private sealed record CommandRows
    {
        public required IReadOnlyList<CommandRow> Rows { get; init; }
    }

    private sealed record CommandRow
    {
        public required int TransactionNumber { get; init; }

        public required long ArrivalId { get; init; }
    }
}

/// <summary>The JSON that answers a command.</summary>
public sealed record CommandReply
{
    public required string Message { get; init; }

    public required bool Refused { get; init; }

    /// <summary>The document to open; null for none.</summary>
    public FileLink? File { get; init; }
}

/// <summary>Where a document is, for a short while.</summary>
public sealed record FileLink(string Url, string Name);
