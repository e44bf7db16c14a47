namespace IllAddins.Browser.Tests;

/// <summary>What stands between opening a screen and its first rows.</summary>
public sealed class FirstRowsTests
{
    [BrowserFact]
    public async Task Rows_are_asked_for_once_while_the_scripts_are_still_being_read()
    {
        await using var desk = await Desk.OpenAsync();
        var asked = new List<string>();
        var warned = new List<string>();
        desk.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        desk.Page.Console += (_, line) => warned.Add(line.Text);
        await desk.SignInAsync();
        asked.Clear();
        await desk.Page.ReloadAsync();
        await desk.Page.Locator(".request-row").First.WaitForAsync();
        Assert.Single(asked, path => path == "/screens/contact/rows");
        Assert.True(asked.IndexOf("/screens/contact/rows") < asked.FindIndex(path => path.EndsWith("/screen.js", StringComparison.Ordinal)), string.Join(", ", asked));
        Assert.Empty(warned);
    }
}
