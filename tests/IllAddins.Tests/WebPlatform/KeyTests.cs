using System.Net.Http.Headers;
using IllAddins.Host.Web;

namespace IllAddins.Tests.WebPlatform;

public sealed class KeyTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    private ApiKeys Keys => new(library.Installation.Database, library.Clock);

    public static TheoryData<string, string> Secured => new()
    {
        { "GET", "SystemInfo/SecurePlatformVersion" },
        { "GET", "Transaction/101" },
        { "GET", "Transaction/UserRequests/anna" },
        { "POST", "Transaction" },
        { "PUT", "Transaction/101/route" },
        { "POST", "Transaction/101/notes" },
        { "POST", "Transaction/101/note" },
        { "GET", "Users/anna" },
        { "GET", "Users/ExternalUserId/anna@library.example" },
        { "POST", "Users" },
    };

    [Theory]
    [MemberData(nameof(Secured))]
    public async Task Nothing_secured_answers_without_a_key_or_with_a_wrong_one(string method, string path)
    {
        var without = await library.SendAsync(method, path, method == "GET" ? null : "{}", key: "");
        var wrong = await library.SendAsync(method, path, method == "GET" ? null : "{}", key: "71ed0900-97aa-4157-ad9f-e74bcfa5e709");

        Assert.Equal((401, """{"Message":"This needs an API key in the header ApiKey. Admins make one with: keys add CONSUMER --site NVTGC"}"""), (without.Status, without.Body));
        Assert.Equal((401, """{"Message":"The key in the header ApiKey is not known, or was revoked. Ask an admin for another one."}"""), (wrong.Status, wrong.Body));
    }

    [Theory]
    [InlineData("apikey")]
    [InlineData("APIKEY")]
    [InlineData("Apikey")]
    public async Task The_header_may_be_written_in_any_case(string header)
    {
        using var client = library.Client("");
        client.DefaultRequestHeaders.Add(header, library.Key);

        Assert.Equal("IllAddins Web Platform Version: 1.0.0", await client.GetStringAsync(new Uri("SystemInfo/SecurePlatformVersion", UriKind.Relative)));
    }

    [Fact]
    public async Task A_key_shows_its_own_site_alone()
    {
        var law = await library.AddKeyAsync("LawFinder", "LAW");

        Assert.Equal(404, (await library.SendAsync("GET", "Transaction/101", key: law)).Status);
        Assert.Equal(404, (await library.SendAsync("GET", "Users/anna", key: law)).Status);
        Assert.Equal("[]", (await library.SendAsync("GET", "Transaction/UserRequests/anna", key: law)).Body);
        Assert.Equal([201], (await library.SendAsync("GET", "Transaction/UserRequests/lawyer", key: law)).Numbers);
        Assert.Equal("2026-03-02T09:31:08", (await library.SendAsync("GET", "Transaction/201", key: law)).Text("TransactionDate"));
    }

    [Fact]
    public async Task A_key_that_is_revoked_ends_with_the_next_call()
    {
        var key = await library.AddKeyAsync("Bulk", "MAIN");
        Assert.Equal(200, (await library.SendAsync("GET", "Users/anna", key: key)).Status);
        var id = (await Keys.AllAsync(CancellationToken.None)).Last(known => known.Consumer == "Bulk").Id;

        Assert.True(await Keys.RevokeAsync(id, "root", CancellationToken.None));

        Assert.Equal(401, (await library.SendAsync("GET", "Users/anna", key: key)).Status);
        Assert.False(await Keys.RevokeAsync(id, "root", CancellationToken.None));
    }

    [Fact]
    public async Task The_last_use_is_noted_and_of_the_key_only_the_hash_is_kept()
    {
        var key = await library.AddKeyAsync("Noted", "MAIN");
        var before = (await Keys.AllAsync(CancellationToken.None)).Single(known => known.Consumer == "Noted").LastUsedAt;

        await library.SendAsync("GET", "Users/anna", key: key);

        Assert.Null(before);
        Assert.Equal(library.Clock.GetUtcNow(), (await Keys.AllAsync(CancellationToken.None)).Single(known => known.Consumer == "Noted").LastUsedAt);
        Assert.Empty(library.Rows($"SELECT * FROM ApiKeys WHERE Hash = '{key}'"));
        Assert.Equal([64L.ToString(System.Globalization.CultureInfo.InvariantCulture)], library.Rows("SELECT LENGTH(Hash) FROM ApiKeys WHERE Consumer = 'Noted'"));
    }

    [Fact]
    public async Task A_key_has_so_many_calls_a_minute_and_others_are_not_held_up()
    {
        var key = await library.AddKeyAsync("Greedy", "MAIN", perMinute: 3);
        for (var call = 1; call <= 3; call++)
            Assert.Equal(200, (await library.SendAsync("GET", "Users/anna", key: key)).Status);

        using var client = library.Client(key);
        using var refused = await client.GetAsync(new Uri("Users/anna", UriKind.Relative));
        Assert.Equal((429, TimeSpan.FromSeconds(20)), ((int)refused.StatusCode, refused.Headers.RetryAfter!.Delta!.Value));
        Assert.Equal("""{"Message":"More than 3 calls a minute with this key. Wait 20 seconds, then repeat."}""", await refused.Content.ReadAsStringAsync());
        Assert.Equal(200, (await library.GetAsync("Users/anna")).Status);

        library.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(200, (await library.SendAsync("GET", "Users/anna", key: key)).Status);
        Assert.Equal(429, (await library.SendAsync("GET", "Users/anna", key: key)).Status);
    }

    [Theory]
    [InlineData("", "MAIN", "The consumer's name has 0 characters; it needs 1 to 50.")]
    [InlineData("a\nb", "MAIN", "The consumer's name 'a\nb' contains '\n'. Use letters, digits, spaces and . _ - @ only.")]
    [InlineData("system", "MAIN", "'system' is what Tracking says of this program itself. Name the software that gets the key.")]
    [InlineData("VuFind", "MED", "There is no site 'MED'. See: sites list")]
    public async Task A_key_that_would_be_of_no_use_is_not_made(string consumer, string site, string message) =>
        Assert.Equal(
            new AddKeyAnswer.Refused(message),
            await Keys.AddAsync(new ApiKeyOrder { Consumer = consumer, Site = site, By = "root" }, CancellationToken.None));

    [Fact]
    public async Task A_body_that_is_too_long_is_the_callers_fault()
    {
        using var client = library.Client();
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var body = new ByteArrayContent(new byte[5 * 1024 * 1024]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await client.PostAsync(new Uri("Users", UriKind.Relative), body);

        Assert.Equal(413, (int)answer.StatusCode);
    }
}
