using IllAddins.Host.Web;
using IllAddins.Tests.Web;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

public sealed class SignInTests
{
    [BrowserFact]
    public async Task Signing_in_leads_to_the_first_screen_and_signing_out_back()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        Assert.EndsWith("/screens/contact", desk.Page.Url, StringComparison.Ordinal);
        await desk.Page.GetByText("ann", new() { Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await desk.Page.GetByText("You are signed out.").WaitForAsync();
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_one_time_link_signs_in_by_its_button()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Page.GotoAsync(desk.Shell.Get<OneTimeLinks>().Issue(TestStaff.Staff));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in as ann" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/screens/contact");
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task The_site_menu_changes_what_is_shown()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Page.GetByText("Site: All").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "LAW Law Library" }).ClickAsync();
        await desk.Page.GetByText("Site: LAW").WaitForAsync();
        await desk.Page.Locator(".request-row").First.WaitForAsync();
        Assert.Equal("LAW", desk.Shell.Sample.Looks[^1].Site?.NVTGC);
    }
}
