using System.Net;
using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;
using IllAddins.Tests.Addins.Settings;

namespace IllAddins.Tests.Web;

public sealed class SettingPageTests(ShellHost shell) : IClassFixture<ShellHost>
{
    private const string Page = "/settings/Sms";

    [Fact]
    public async Task An_admin_sees_every_setting_changes_one_and_sees_who_did()
    {
        Describe();
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        Assert.Contains("Sms Address of the gateway · Tries · Price · Polite · Tone · Token", await admin.ReadAsync("/settings"), StringComparison.Ordinal);

        var answer = await admin.PostFormAsync(Page, [.. Fields("https://gateway"), ("Token", "hush-4711")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await admin.ReadAsync(Page);
        Assert.Contains("Where texts are sent. For all sites, entered by root 3 Mar 10:00.", page, StringComparison.Ordinal);
        Assert.Contains("How often a text is tried. The default.", page, StringComparison.Ordinal);
        Assert.Equal("hush-4711", shell.Get<AddinSettings>().Value("Sms", SomeSettings.Token, null));
        Assert.DoesNotContain("4711", await (await admin.GetAsync(Page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await admin.PostFormAsync(Page, ("reset", "Token"));
        Assert.Null(shell.Get<AddinSettings>().Value("Sms", SomeSettings.Token, null));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_entered_stays()
    {
        Describe();
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);

        var answer = await admin.PostFormAsync(Page, ("GatewayAddress", "ftp://old"), ("Tries", "3"), ("Price", "0.05"), ("Polite", "true"), ("Tone", "Plain"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Found 'ftp://old', expected an address that begins with https://.", Visitor.Text(html), StringComparison.Ordinal);
        Assert.Contains("value=\"ftp://old\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_are_no_admins_see_and_change_nothing()
    {
        Describe();
        using var staff = await Visitor.SignedInAsync(shell);

        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostFormAsync(Page, ("Tries", "5"))).StatusCode);
        Assert.DoesNotContain("href=\"/settings\"", await (await staff.GetAsync("/requests/0")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addin_that_does_not_run_has_no_page()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/settings/Nobody")).StatusCode);
    }

    private static (string, string)[] Fields(string address) => [("GatewayAddress", address), ("Tries", "3"), ("Price", "0.05"), ("Polite", "true"), ("Tone", "Plain")];

    private void Describe()
    {
        if (shell.Settings.Count == 0)
            shell.Settings.AddRange(SomeSettings.All.Select(setting => new Contributed<AddinSetting>("Sms", setting)));
    }
}
