using System.Reflection;
using System.Text;
using IllAddins.WebPlatform.Answers;

namespace IllAddins.WebPlatform;

/// <summary>What tells callers that the API is there: versions as plain text, and its description.</summary>
internal static class SystemEndpoints
{
    private const string ApiVersion = "1";

    private static readonly string PlatformVersion =
        $"IllAddins Web Platform Version: {typeof(SystemEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}";

    public static void Register(IAddinHost host)
    {
        var guard = new EndpointGuard.Open();
        host.Register(Plain("Platform version", "SystemInfo/PlatformVersion", guard, PlatformVersion));
        host.Register(Plain("API version", "SystemInfo/APIVersion", guard, ApiVersion));
        host.Register(Plain("Platform version, with key", "SystemInfo/SecurePlatformVersion", new EndpointGuard.ApiKey(), PlatformVersion));
        var description = OpenApi.Document();
        host.Register(new HttpEndpoint
        {
            Name = "OpenAPI description",
            Method = "GET",
            Path = "openapi.json",
            Guard = guard,
            AnswerAsync = (_, _) => Task.FromResult(new EndpointAnswer { ContentType = "application/json; charset=utf-8", Body = description }),
        });
    }

    private static HttpEndpoint Plain(string name, string path, EndpointGuard guard, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return new HttpEndpoint
        {
            Name = name,
            Method = "GET",
            Path = path,
            Guard = guard,
            AnswerAsync = (_, _) => Task.FromResult(new EndpointAnswer { ContentType = "text/plain; charset=utf-8", Body = body }),
        };
    }
}
