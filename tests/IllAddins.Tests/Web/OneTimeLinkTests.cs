using System.Net;
using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

public sealed class OneTimeLinkTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();

    public Task InitializeAsync() => shell.InitializeAsync();

    public Task DisposeAsync() => shell.DisposeAsync();

    [Fact]
    public async Task A_link_signs_in_once_and_looking_at_it_does_not_use_it_up()
    {
        var path = shell.Get<OneTimeLinks>().Issue(TestStaff.Staff);
        var token = path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
        using var first = new Visitor(shell);
        Assert.Contains("Sign in as ann", await first.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Sign in as ann", await first.ReadAsync(path), StringComparison.Ordinal);

        var answer = await first.PostFormAsync("/sign-in/once", ("token", token));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/screens/contact")).StatusCode);

        using var second = new Visitor(shell);
        var again = await second.PostFormAsync("/sign-in/once", ("token", token));
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains(
            "A sign-in link works once, within one hour. Sign in with your user name and password, or ask for a new link.",
            Visitor.Text(await again.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/screens/contact")).StatusCode);
    }

    [Fact]
    public void A_link_is_too_old_after_an_hour()
    {
        var links = shell.Get<OneTimeLinks>();
        var token = links.Issue(TestStaff.Staff).Split('=')[1];
        shell.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(TestStaff.Staff, links.Peek(token));
        shell.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(links.Peek(token));
        Assert.Null(links.Redeem(token));
    }
}
