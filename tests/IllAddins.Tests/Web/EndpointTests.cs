using System.Net;
using System.Text;
using IllAddins.Host.Addins;
using IllAddins.Host.Data;
using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

/// <summary>Endpoints that add-ins register, as the host guards and contains them.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly ShellHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        host.Endpoints.Add(new ServedEndpoints("Sample", "SamplePath",
        [
            Endpoint("GET", "open/{name}", new EndpointGuard.Open(), call => $"open {call.Values["NAME"]} {string.Join('+', call.Query.GetValueOrDefault("Q") ?? [])} {call.Caller?.Name}"),
            Endpoint("GET", "open/named", new EndpointGuard.Open(), _ => "named"),
            Endpoint("GET", "staff", new EndpointGuard.SignedIn(), call => $"staff {call.Caller!.Name}"),
            Endpoint("POST", "staff", new EndpointGuard.SignedIn(), call => $"changed by {call.Caller!.Name}"),
            Endpoint("GET", "admins", new EndpointGuard.SignedIn { AdminsOnly = true }, call => $"admin {call.Caller!.Name}"),
            Endpoint("POST", "key", new EndpointGuard.ApiKey(), call => $"{call.Caller!.Name} {call.Caller.Site!.NVTGC} {new StreamReader(call.Body, Encoding.UTF8).ReadToEnd()} {call.Headers.ContainsKey("ApiKey")}"),
            Endpoint("GET", "throws", new EndpointGuard.Open(), _ => throw new InvalidOperationException("A secret of the add-in.")),
            new HttpEndpoint { Name = "null", Method = "GET", Path = "null", Guard = new EndpointGuard.Open(), AnswerAsync = (_, _) => Task.FromResult<EndpointAnswer>(null!) },
            new HttpEndpoint { Name = "odd", Method = "GET", Path = "odd", Guard = new EndpointGuard.Open(), AnswerAsync = (_, _) => Task.FromResult(new EndpointAnswer { Status = 42, ContentType = "a/b" }) },
            new HttpEndpoint { Name = "split", Method = "GET", Path = "split", Guard = new EndpointGuard.Open(), AnswerAsync = (_, _) => Task.FromResult(new EndpointAnswer { ContentType = "a/b\r\nX-Other: 1" }) },
        ]));
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("/samplepath/OPEN/a%20b%2Fc?q=1&Q=2", "open a b/c 1+2 ")]
    [InlineData("/addins/sample/open/x", "open x  ")]
    [InlineData("/SamplePath/open/named/", "named")]
    public async Task An_open_endpoint_answers_everybody_below_both_its_paths(string path, string text)
    {
        using var browser = host.Browser();

        Assert.Equal((HttpStatusCode.OK, text), await ReadAsync(await browser.GetAsync(new Uri(path, UriKind.Relative))));
    }

    [Fact]
    public async Task Staff_are_let_in_after_their_sign_in_and_admins_alone_where_it_says_so()
    {
        using var stranger = new Visitor(host);
        using var staff = await Visitor.SignedInAsync(host);
        using var admin = await Visitor.SignedInAsync(host, TestStaff.Admin);

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/SamplePath/staff")).StatusCode);
        Assert.Equal((HttpStatusCode.OK, "staff ann"), await ReadAsync(await staff.GetAsync("/SamplePath/staff")));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/SamplePath/admins")).StatusCode);
        Assert.Equal((HttpStatusCode.OK, "admin root"), await ReadAsync(await admin.GetAsync("/SamplePath/admins")));
    }

    [Fact]
    public async Task What_staff_change_must_come_from_a_page_of_the_host()
    {
        using var staff = await Visitor.SignedInAsync(host);

        var forged = await ReadAsync(await staff.Client.PostAsync(new Uri("/SamplePath/staff", UriKind.Relative), null));

        Assert.Equal((HttpStatusCode.OK, "changed by ann"), await ReadAsync(await staff.PostFormAsync("/SamplePath/staff")));

        Assert.Equal((HttpStatusCode.BadRequest, """{"Message":"Nothing was done: this call does not come from a page of this program. Reload the page, then repeat."}"""), forged);
    }

    [Fact]
    public async Task A_key_lets_its_consumer_in_for_its_site_and_is_not_handed_on()
    {
        var made = (AddKeyAnswer.Added)await host.Get<ApiKeys>().AddAsync(new ApiKeyOrder { Consumer = "Finder", Site = "MAIN", By = "root" }, CancellationToken.None);
        using var client = host.Browser();
        using var content = new StringContent("body");
        client.DefaultRequestHeaders.Add("ApiKey", made.Key);

        Assert.Equal((HttpStatusCode.OK, "Finder MAIN body False"), await ReadAsync(await client.PostAsync(new Uri("/SamplePath/key", UriKind.Relative), content)));
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("null")]
    [InlineData("odd")]
    [InlineData("split")]
    public async Task An_endpoint_that_fails_costs_its_caller_an_answer_and_nobody_else_anything(string path)
    {
        using var browser = host.Browser();

        var failed = await ReadAsync(await browser.GetAsync(new Uri($"/SamplePath/{path}", UriKind.Relative)));

        Assert.Equal((HttpStatusCode.InternalServerError, """{"Message":"The add-in Sample failed. Try again; if it happens again, tell an admin. The log says more."}"""), failed);
        Assert.Equal("named", await browser.GetStringAsync(new Uri("/SamplePath/open/named", UriKind.Relative)));
    }

    [Fact]
    public void Every_first_segment_that_the_host_serves_is_kept_from_add_ins()
    {
        var served = host.Get<IEnumerable<Microsoft.AspNetCore.Routing.EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0]).Where(segment => segment.Length > 0 && segment != "test").Distinct(StringComparer.OrdinalIgnoreCase);

        Assert.Empty(served.Except(PathPrefixes.OfTheHost, StringComparer.OrdinalIgnoreCase));
    }

    private static HttpEndpoint Endpoint(string method, string path, EndpointGuard guard, Func<EndpointCall, string> answer) => new()
    {
        Name = $"{method} {path}",
        Method = method,
        Path = path,
        Guard = guard,
        AnswerAsync = (call, _) => Task.FromResult(new EndpointAnswer { ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(answer(call)) }),
    };

    private static async Task<(HttpStatusCode, string)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
