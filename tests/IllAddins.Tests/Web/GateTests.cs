using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace IllAddins.Tests.Web;

public sealed class GateTests(ShellHost shell) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/screens/contact")]
    [InlineData("/screens/nowhere")]
    [InlineData("/requests/481675")]
    [InlineData("/files/abc")]
    [InlineData("/nowhere")]
    public async Task Everything_asks_to_sign_in_first(string path)
    {
        using var visitor = new Visitor(shell);
        var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?returnUrl=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_signed_out_gets_words_not_a_page()
    {
        using var client = shell.Browser();
        client.DefaultRequestHeaders.Remove("Accept");
        var rows = await client.GetAsync(new Uri("/screens/contact/rows", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, rows.StatusCode);
        Assert.Equal("You were signed out. Sign in again in another tab, then repeat.", await MessageAsync(rows));
        using var content = new StringContent(Visitor.Rows(481675), null, "application/json");
        var command = await client.PostAsync(new Uri("/screens/contact/commands/phone", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Unauthorized, command.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/screens/contact")]
    [InlineData("/screens/contact/rows")]
    [InlineData("/requests/481675")]
    [InlineData("/nowhere")]
    [InlineData("/test/failure")]
    public async Task Every_answer_carries_the_strict_policies(string path)
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var answer = await visitor.GetAsync(path);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/once")]
    [InlineData("/sign-out")]
    [InlineData("/site")]
    public async Task A_form_without_the_token_changes_nothing(string path)
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        using var form = new FormUrlEncodedContent([new("userName", TestStaff.Staff), new("password", TestStaff.Password)]);
        var answer = await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "Nothing was done: this page was opened before the last sign-in, or by another program. Reload the page, then repeat.",
            Visitor.Text(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/screens/contact")).StatusCode);
    }

    [Fact]
    public async Task What_only_admins_may_do_is_refused_to_staff_in_words()
    {
        using var staff = await Visitor.SignedInAsync(shell);
        var refused = await staff.GetAsync("/test/admins");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Only admins may do this.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        Assert.Equal("for admins", await (await admin.GetAsync("/test/admins")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_failure_of_the_server_is_told_in_words_and_logged_in_full()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var answer = await visitor.GetAsync("/test/failure");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("The server failed while it worked on this.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.Contains(shell.Log.Lines, line => line.Contains("A secret of the server.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_told_in_words()
    {
        using var visitor = await Visitor.SignedInAsync(shell);
        var answer = await visitor.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing at /nowhere. Check the address, or go on from the menu.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_for_everybody()
    {
        using var client = shell.Browser();
        Assert.Equal("ok", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
    }

    [Fact]
    public async Task Scripts_and_styles_are_for_everybody_and_may_be_kept()
    {
        using var visitor = new Visitor(shell);
        var page = await (await visitor.GetAsync("/sign-in")).Content.ReadAsStringAsync();
        var path = System.Text.RegularExpressions.Regex.Match(page, "/assets/[0-9a-f]{16}/shell.css").Value;
        var answer = await visitor.GetAsync(path);
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("no-cache", (await visitor.GetAsync("/assets/old/shell.css")).Headers.GetValues("Cache-Control").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/assets/old/none.css")).StatusCode);
    }

    private static async Task<string?> MessageAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString();
}
