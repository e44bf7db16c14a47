using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace IllAddins.Host.Web;

/// <summary>Writes what endpoints of add-ins answer, and what the host answers in their place.</summary>
internal static class EndpointAnswers
{
    /// <summary>Writes words of the host as JSON, in the shape that callers of ILLiad know.</summary>
    public static Task WriteWordsAsync(HttpContext context, int status, string message) => WriteAsync(context, new EndpointAnswer
    {
        Status = status,
        ContentType = "application/json; charset=utf-8",
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["Message"] = message }),
    });

    /// <summary>Writes an answer as it is, without a page of the host's in its place.</summary>
    public static async Task WriteAsync(HttpContext context, EndpointAnswer answer)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>What keeps an answer from being written, in words; null where nothing does.</summary>
    public static string? Flaw(EndpointAnswer answer) => answer switch
    {
        { Status: < 200 or > 599 } => $"the status {answer.Status}; expected 200 to 599",
        { ContentType: not { Length: > 0 } } => "no content type",
        _ when !MediaTypeHeaderValue.TryParse(answer.ContentType, out _) => $"the content type '{answer.ContentType}', which is none",
        _ => null,
    };
}
