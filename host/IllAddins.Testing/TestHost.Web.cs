using System.Text.RegularExpressions;
using IllAddins.Host.Cli;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IllAddins.Testing;

public sealed partial class TestHost
{
    private WebApplication? web;

    /// <summary>A client of the host's web server, which begins to serve on a free loopback port with the first one; addresses are relative, e.g. <c>addins/MyAddin/status</c>. Dispose it.</summary>
    /// <param name="apiKey">A key of <see cref="AddKeyAsync"/>, sent as the header ApiKey; null for none.</param>
    public async Task<HttpClient> HttpAsync(string? apiKey = null)
    {
        var client = new HttpClient { BaseAddress = await ServeAsync() };
        if (apiKey is not null)
            client.DefaultRequestHeaders.Add("ApiKey", apiKey);
        return client;
    }

    /// <summary>A client that is signed in as a member of staff, with cookies. Dispose it.</summary>
    /// <param name="user">A user name; made where it is not there.</param>
    /// <param name="role"><c>staff</c> or <c>admin</c>.</param>
    public async Task<HttpClient> SignedInAsync(string user = "staff", string role = "staff")
    {
        var client = await HttpAsync();
        var accounts = new StaffAccounts(installation.Database, Clock);
        if (await accounts.FindAsync(user, CancellationToken.None) is null)
            await accounts.AddAsync(user, role, $"{Guid.NewGuid():N}", AuditTrail.ByItself, CancellationToken.None);
        var link = web!.Services.GetRequiredService<OneTimeLinks>().Issue(user);
        var page = await client.GetStringAsync(new Uri(link, UriKind.Relative));
        var fields = Hidden().Matches(page).ToDictionary(field => field.Groups["name"].Value, field => System.Net.WebUtility.HtmlDecode(field.Groups["value"].Value));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(SignInEndpoints.OncePath, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Makes an API key of a site, for endpoints that ask for one.</summary>
    /// <param name="site">The site's NVTGC.</param>
    public async Task<string> AddKeyAsync(string site = "MAIN")
    {
        await SiteAsync(site);
        return await new ApiKeys(installation.Database, Clock).AddAsync(new ApiKeyOrder { Consumer = "test", Site = site, PerMinute = 100_000, By = "test" }, CancellationToken.None) switch
        {
            AddKeyAnswer.Added added => added.Key,
            AddKeyAnswer.Refused refused => throw new InvalidOperationException(refused.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Uri> ServeAsync()
    {
        if (web is null)
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<ILoggerFactory>(log);
            builder.AddShell(Serving.Shell(installation));
            // Not started: nothing runs by itself.
            builder.Services.AddSingleton(installation.Sites).AddSingleton(installation.Sweeps).AddSingleton(new SweepPace()).AddSingleton<SweepLoops>();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            web = builder.Build();
            web.MapShell();
            await web.StartAsync();
        }

        return new Uri(web.Urls.First());
    }

    private async Task CloseWebAsync()
    {
        if (web is not null)
            await web.DisposeAsync();
        web = null;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
