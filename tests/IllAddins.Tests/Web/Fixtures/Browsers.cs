using System.Net;

namespace IllAddins.Tests.Web;

/// <summary>Clients that behave as browsers do.</summary>
public static class Browsers
{
    /// <summary>How long a client waits for the leave to send much. With the usual second, a busy server's refusal is lost: it cuts off a client that sends all the same.</summary>
    public static readonly TimeSpan LongestLeave = TimeSpan.FromMinutes(3);

    /// <summary>A browser without cookies that follows no redirect; it asks for pages.</summary>
    public static HttpClient At(Uri address)
    {
        // The client owns its handler and lives as long as the test.
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), Expect100ContinueTimeout = LongestLeave }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }
}
