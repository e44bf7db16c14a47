using System.Net;
using System.Text.RegularExpressions;
using IllAddins.Host.Requests;
using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

public sealed partial class KeyPageTests(ShellHost shell) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task A_key_is_made_shown_once_written_down_and_revoked_after_a_question()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);

        var made = await admin.PostFormAsync("/keys", ("consumer", "VuFind"), ("site", "MAIN"), ("perMinute", "600"));

        var key = Shown().Match(await made.Content.ReadAsStringAsync()).Groups[1].Value;
        var found = await shell.Get<ApiKeys>().FindAsync(key, CancellationToken.None);
        Assert.Equal(("VuFind", "MAIN", 600, "root"), (found!.Consumer, found.Site, found.PerMinute, found.CreatedBy));
        var page = await admin.ReadAsync("/keys");
        Assert.Contains("VuFind MAIN 600 3 Mar 10:00 by root never Revoke", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);

        Assert.Contains("VuFind calls this program for MAIN with it.", await admin.ReadAsync($"/keys/{found.Id}/revoke"), StringComparison.Ordinal);
        Assert.NotNull(await shell.Get<ApiKeys>().FindAsync(key, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostFormAsync($"/keys/{found.Id}/revoke")).StatusCode);
        Assert.Null(await shell.Get<ApiKeys>().FindAsync(key, CancellationToken.None));
        Assert.Contains("revoked 3 Mar 10:00 by root", await admin.ReadAsync("/keys"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostFormAsync($"/keys/{found.Id}/revoke")).StatusCode);
        var acts = await shell.Get<AuditTrail>().ReadAsync(new AuditFilter(), CancellationToken.None);
        Assert.Equal(["add key", "revoke key"], acts.Select(act => act.Act));
    }

    [Theory]
    [InlineData("System", "MAIN", "600", "'System' is what Tracking says of this program itself. Name the software that gets the key.")]
    [InlineData("VuFind", "NONE", "600", "There is no site 'NONE'. See: sites list")]
    [InlineData("VuFind", "MAIN", "many", "Found 'many' calls a minute, expected a whole number.")]
    public async Task What_is_wrong_is_said_and_what_was_entered_stays(string consumer, string site, string perMinute, string words)
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        var answer = await admin.PostFormAsync("/keys", ("consumer", consumer), ("site", site), ("perMinute", perMinute));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, Visitor.Text(html), StringComparison.Ordinal);
        Assert.Contains($"value=\"{consumer}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_are_no_admins_see_and_make_no_keys()
    {
        using var staff = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostFormAsync("/keys", ("consumer", "VuFind"), ("site", "MAIN"), ("perMinute", "600"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostFormAsync("/keys/1/revoke")).StatusCode);
    }

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Shown();
}
