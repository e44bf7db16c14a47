using IllAddins.Host.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IllAddins.Host.Web;

/// <summary>Answers in words: a page for somebody who looks at one, JSON for a script.</summary>
public static class Answers
{
    /// <summary>True where a browser shows the answer; a script asks for something else than HTML.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>An answer that is only words.</summary>
    public static async Task<IResult> InWordsAsync(HttpContext context, int status, string title, string message)
    {
        if (!WantsPage(context.Request))
            return TypedResults.Json(new Words(message), statusCode: status);
        var view = status >= StatusCodes.Status500InternalServerError ? ShellView.Bare(context) : await ShellView.ReadAsync(context);
        return Page<MessagePage>(status, new { View = view, Title = title, Message = message });
    }

    /// <summary>Writes <see cref="InWordsAsync"/> where no endpoint does.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string title, string message) =>
        await (await InWordsAsync(context, status, title, message)).ExecuteAsync(context);

    /// <summary>A page.</summary>
    public static IResult Page<TPage>(int status, object parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
}

/// <summary>The JSON of an answer that is only words.</summary>
public sealed record Words(string Message);
