using System.Net;
using Dapper;

namespace IllAddins.Tests.Web;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();

    public Task InitializeAsync() => shell.InitializeAsync();

    public Task DisposeAsync() => shell.DisposeAsync();

    [Theory]
    [InlineData("/screens/contact?x=1", "/screens/contact?x=1")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("~/x", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_back_but_never_to_another_server(string returnUrl, string location)
    {
        using var visitor = new Visitor(shell);
        var answer = await visitor.SignInAsync("ANN", TestStaff.Password, returnUrl);
        Assert.Equal((HttpStatusCode.Redirect, location), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = new Visitor(shell);
        var answer = await visitor.SignInAsync(TestStaff.Staff, TestStaff.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("illaddins=", StringComparison.Ordinal));
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_words()
    {
        using var visitor = new Visitor(shell);
        var wrong = await visitor.SignInAsync(TestStaff.Staff, "not the password");
        var unknown = await visitor.SignInAsync("zoe", "not the password");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, unknown.StatusCode));
        const string Words = "User name and password do not match. Check both; capital letters count in the password.";
        Assert.Contains(Words, Visitor.Text(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains(Words, Visitor.Text(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_entries_are_named()
    {
        using var visitor = new Visitor(shell);
        var answer = await visitor.SignInAsync(TestStaff.Staff, "");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Enter your user name and your password.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_failures_an_account_waits_five_minutes_and_others_do_not()
    {
        using var visitor = new Visitor(shell);
        for (var attempt = 1; attempt <= 5; attempt++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInAsync(TestStaff.Staff, "guess")).StatusCode);

        var locked = await visitor.SignInAsync("Ann", TestStaff.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal("300", locked.Headers.RetryAfter?.ToString());
        Assert.Contains(
            "Too many failed attempts from this computer. Wait 5 minutes, then try again.",
            Visitor.Text(await locked.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
        using var other = await Visitor.SignedInAsync(shell, TestStaff.Admin);

        shell.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignInAsync(TestStaff.Staff, TestStaff.Password)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_without_a_request()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        shell.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/screens/contact")).StatusCode);
        shell.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/screens/contact")).StatusCode);
        shell.Clock.Advance(TimeSpan.FromHours(8.1));
        var late = await visitor.GetAsync("/screens/contact");
        Assert.Equal("/sign-in?returnUrl=%2Fscreens%2Fcontact", late.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task A_removed_account_or_another_password_ends_the_session()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        await using var connection = await shell.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE Staff SET PasswordHash = 'other' WHERE UserName = 'ann'");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/screens/contact")).StatusCode);
    }

    [Fact]
    public async Task A_session_outlives_a_restart()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var cookie = visitor.Client;
        await shell.RestartAsync();
        // The port may be another one; cookies are kept by host.
        var answer = await cookie.GetAsync(new Uri(shell.Address, "/screens/contact"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(shell.DataFolder, "keys")));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_in_words()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var answer = await visitor.PostFormAsync("/sign-out");
        Assert.Equal("/sign-in?signed-out=yes", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/screens/contact")).StatusCode);
        Assert.Contains("You are signed out.", await visitor.ReadAsync("/sign-in?signed-out=yes"), StringComparison.Ordinal);
    }
}
