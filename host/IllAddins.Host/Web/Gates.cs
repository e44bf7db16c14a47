using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace IllAddins.Host.Web;

/// <summary>What every request passes: headers, the antiforgery check, and errors in words.</summary>
public static class Gates
{
    /// <summary>Where scripts put the antiforgery token.</summary>
    public const string TokenHeader = "X-Antiforgery";

    /// <summary>The form field of the antiforgery token.</summary>
    public const string TokenField = "antiforgery";

    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void UseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the start of the answer: the error page clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.TryAdd("Cache-Control", "no-store");
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Refuses every request that may change something and does not carry the token of a page of ours.</summary>
    public static void UseAntiforgeryGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var method = context.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (reads || await antiforgery.IsRequestValidAsync(context))
            await next(context);
        else
            await Answers.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                ShellWords.PageTooOldTitle,
                ShellWords.PageTooOld);
    });

    /// <summary>Failures become a page or JSON in words; the stack goes to the log alone.</summary>
    public static void UseErrorsInWords(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
                ? WriteAsync(context, bad.StatusCode)
                : Answers.WriteAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    ShellWords.BrokeTitle,
                    ShellWords.Broke(context.TraceIdentifier)),
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(pages => WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    private static Task WriteAsync(HttpContext context, int status) =>
        Answers.WriteAsync(context, status, status == StatusCodes.Status404NotFound ? ShellWords.NotFoundTitle : ShellWords.DidNotWorkTitle, WordsFor(context, status));

    private static string WordsFor(HttpContext context, int status) => status switch
    {
        StatusCodes.Status404NotFound => ShellWords.NotFound(context.Request.Path),
        StatusCodes.Status405MethodNotAllowed => ShellWords.WrongMethod(context.Request.Path, context.Request.Method),
        StatusCodes.Status413PayloadTooLarge => ShellWords.TooLarge,
        _ => ShellWords.DidNotWork(status),
    };
}
