namespace IllAddins.Browser.Tests;

public sealed class SignInTests
{
    [BrowserFact]
    public async Task Signing_in_leads_to_the_first_screen()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        Assert.EndsWith("/screens/contact", desk.Page.Url, StringComparison.Ordinal);
        await desk.Page.ScreenshotAsync(new() { Path = "/tmp/web-shots/first.png" });
        Assert.Empty(desk.Complaints);
    }
}
