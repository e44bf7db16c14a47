using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace IllAddins.Host.Web;

/// <summary>The HTTP endpoints of add-ins: found anew with every call, as add-ins come and go; guarded, limited in time and contained by the host.</summary>
public static class AddinEndpoints
{
    // The session's cookie and the key are the host's business.
    private static readonly string[] Kept = ["Cookie", EndpointGates.KeyHeader];

    /// <summary>Answers the calls that are for add-ins; all others go on.</summary>
    public static void UseAddinEndpoints(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var shell = context.RequestServices.GetRequiredService<ShellSettings>();
        return EndpointMatch.Of(context.Request.Method, context.Request.Path.Value ?? "/", shell.Endpoints()) switch
        {
            EndpointMatch.Elsewhere => next(context),
            EndpointMatch.Nothing => EndpointAnswers.WriteWordsAsync(
                context, StatusCodes.Status404NotFound, $"There is nothing at {context.Request.Path}. Check the address."),
            EndpointMatch.OtherMethod other => RefuseMethodAsync(context, other.Methods),
            EndpointMatch.Found found => AnswerAsync(context, found),
            _ => throw new UnreachableException(),
        };
    });

    private static Task RefuseMethodAsync(HttpContext context, IReadOnlyList<string> methods)
    {
        context.Response.Headers.Allow = string.Join(", ", methods);
        return EndpointAnswers.WriteWordsAsync(
            context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} cannot be called with {context.Request.Method}, only with {string.Join(" or ", methods)}.");
    }

    private static async Task AnswerAsync(HttpContext context, EndpointMatch.Found found)
    {
        var endpoint = found.Endpoint.Item;
        if (await context.RequestServices.GetRequiredService<EndpointGates>().EnterAsync(context, endpoint.Guard) is not EndpointEntry.Admitted { Caller: var caller })
            return;
        if (await ReadAsync(context, found, caller) is not { } call)
            return;
        var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        // What changes something is finished, even if the caller has gone away.
        var until = endpoint.Method == "GET" ? context.RequestAborted : lifetime.ApplicationStopping;
        var answer = await context.RequestServices.GetRequiredService<AddinCalls>().AnswerAsync(found.Endpoint, call, until);
        switch (answer)
        {
            case CallAnswer<EndpointAnswer>.Answered answered:
                Note(context, found, caller, answered.Value.Status);
                await EndpointAnswers.WriteAsync(context, answered.Value);
                break;
            case CallAnswer<EndpointAnswer>.Failed failed:
                await EndpointAnswers.WriteWordsAsync(context, StatusCodes.Status500InternalServerError, failed.Message);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<EndpointCall?> ReadAsync(HttpContext context, EndpointMatch.Found found, EndpointCaller? caller)
    {
        var request = context.Request;
        if (await BodyAsync(context) is not { } body)
            return null;
        return new EndpointCall
        {
            Method = found.Endpoint.Item.Method,
            Path = found.Path,
            Values = found.Values,
            Query = request.Query.ToDictionary(
                pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(value => value ?? "")], StringComparer.OrdinalIgnoreCase),
            Headers = request.Headers.Where(header => !Kept.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body,
            Caller = caller,
        };
    }

    // Read here, so that neither a slow caller nor a body that is too long is the add-in's fault. Null where that was answered.
    private static async Task<Stream?> BodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
            return Stream.Null;
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException bad)
        {
            await EndpointAnswers.WriteWordsAsync(context, bad.StatusCode, $"The body of this call cannot be read: {bad.Message}");
            return null;
        }

        body.Position = 0;
        return body;
    }

    // The endpoint's name, not the address: that may name the patron.
    private static void Note(HttpContext context, EndpointMatch.Found found, EndpointCaller? caller, int status)
    {
        if (found.Endpoint.Item.Method != "GET")
            context.RequestServices.GetRequiredService<ILogger<EndpointGates>>().LogInformation(
                "{Addin}: {Endpoint} by {Caller} ({Site}): {Status}", found.Endpoint.Addin, found.Endpoint.Item.Name, caller?.Name ?? "-", caller?.Site?.NVTGC ?? "-", status);
    }
}
