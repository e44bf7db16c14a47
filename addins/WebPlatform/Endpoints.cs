using System.Diagnostics;
using IllAddins.WebPlatform.Answers;
using IllAddins.WebPlatform.Bodies;

namespace IllAddins.WebPlatform;

/// <summary>What every endpoint has in common.</summary>
internal static class Endpoints
{
    /// <summary>Registers an endpoint that needs a key and answers in the form that the caller accepts.</summary>
    /// <param name="host">Where it is registered.</param>
    /// <param name="name">What admins read in the log.</param>
    /// <param name="method">In capitals.</param>
    /// <param name="path">Below the prefix.</param>
    /// <param name="answer">Given the call, the key's site and its consumer's name.</param>
    public static void RegisterWithKey(
        this IAddinHost host, string name, string method, string path, Func<EndpointCall, EndpointCaller, CancellationToken, Task<ApiAnswer>> answer) =>
        host.Register(new HttpEndpoint
        {
            Name = name,
            Method = method,
            Path = path,
            Guard = new EndpointGuard.ApiKey(),
            AnswerAsync = async (call, cancellationToken) => ApiForm.Of(call).Write(await answer(call, call.Caller!, cancellationToken)),
        });

    /// <summary>The site of the key. The host gives one to every caller with a key.</summary>
    public static Site Site(this EndpointCaller caller) => caller.Site ?? throw new InvalidOperationException("A caller with a key has no site.");

    /// <summary>Reads the call's body, or says why it cannot be read.</summary>
    public static async Task<ApiAnswer> WithBodyAsync(this EndpointCall call, Func<ApiBody, Task<ApiAnswer>> answer, CancellationToken cancellationToken) =>
        await BodyReader.ReadAsync(call, cancellationToken) switch
        {
            BodyReading.Read read => await answer(read.Body),
            BodyReading.Unreadable unreadable => ApiAnswer.Invalid.Field("model", unreadable.Why),
            _ => throw new UnreachableException(),
        };
}
