using System.Diagnostics;

namespace IllAddins.Host.Web;

/// <summary>Saves what staff changed on the request form: a plain form, or the page's script, which gets its answer as JSON.</summary>
public static class RequestEditEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/requests/{number:int}", SaveAsync);

    private static async Task<IResult> SaveAsync(HttpContext context, ShellSettings shell, int number, string? from)
    {
        if (!context.Request.HasFormContentType)
            return await Answers.InWordsAsync(context, StatusCodes.Status400BadRequest, RequestFormWords.EditUnreadableTitle, RequestFormWords.EditUnreadable);
        var edits = RequestEntry.Edits(await context.Request.ReadFormAsync(context.RequestAborted));
        var edit = new RequestEdit { TransactionNumber = number, Fields = edits, By = Access.UserName(context) };
        return await shell.Record.UpdateRequestAsync(edit, null, context.RequestAborted) switch
        {
            EditAnswer.Written written => Saved(context, number, from, written.Fields.Count),
            EditAnswer.Refused refused => await RefusedAsync(context, shell, number, edits, refused.Problems),
            EditAnswer.Missing => await RequestEndpoints.MissingAsync(context, $"{number}"),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What was saved, in words.</summary>
    public static string Words(int saved) => saved == 0 ? RequestFormWords.NothingChanged : RequestFormWords.FieldsSaved(saved);

    private static IResult Saved(HttpContext context, int number, string? from, int count) => Answers.WantsPage(context.Request)
        ? TypedResults.LocalRedirect($"/requests/{number}?{(from is null ? "" : $"from={Uri.EscapeDataString(from)}&")}saved={count}")
        : TypedResults.Ok(new EditReply { Message = Words(count) });

    private static async Task<IResult> RefusedAsync(
        HttpContext context, ShellSettings shell, int number, IReadOnlyDictionary<string, FieldEdit> edits, IReadOnlyDictionary<string, EditProblem> problems)
    {
        if (await shell.Record.FindAsync([number], context.RequestAborted) is not [var request])
            return await RequestEndpoints.MissingAsync(context, $"{number}");
        var entry = RequestEntry.Of(edits, problems, request, shell.Clock.GetUtcNow());
        var stale = problems.Values.Any(problem => problem.Now is not null);
        return Answers.WantsPage(context.Request)
            ? await RequestEndpoints.PageAsync(context, stale ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest, request, entry)
            : TypedResults.Ok(new EditReply
            {
                Message = RequestFormWords.MendMarked,
                Refused = true,
                FieldProblems = entry.Problems,
                Now = problems.Where(problem => problem.Value.Now is not null).ToDictionary(problem => problem.Key, problem => problem.Value.Now!),
            });
    }
}

/// <summary>The JSON that answers a save.</summary>
public sealed record EditReply
{
    public required string Message { get; init; }

    public bool Refused { get; init; }

    /// <summary>What is wrong, by field; empty where it was saved.</summary>
    public IReadOnlyDictionary<string, string> FieldProblems { get; init; } = new Dictionary<string, string>();

    /// <summary>What stands in the record now, of the fields that somebody else changed.</summary>
    public IReadOnlyDictionary<string, string> Now { get; init; } = new Dictionary<string, string>();
}
