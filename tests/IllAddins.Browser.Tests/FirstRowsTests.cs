using System.Collections.Concurrent;

namespace IllAddins.Browser.Tests;

/// <summary>What stands between opening a screen and its first rows.</summary>
public sealed class FirstRowsTests
{
    [BrowserFact]
    public async Task Rows_are_asked_for_once_while_the_scripts_are_still_being_read()
    {
        await using var desk = await Desk.OpenAsync();
        var asked = new ConcurrentQueue<string>();
        var warned = new ConcurrentQueue<string>();
        desk.Page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        desk.Page.Console += (_, line) => warned.Enqueue(line.Text);
        await desk.SignInAsync();
        asked.Clear();
        await desk.Page.ReloadAsync();
        await desk.Page.Locator(".request-row").First.WaitForAsync();
        var paths = asked.ToList();
        Assert.Single(paths, path => path == "/screens/contact/rows");
        Assert.True(paths.IndexOf("/screens/contact/rows") < paths.FindIndex(path => path.EndsWith("/screen.js", StringComparison.Ordinal)), string.Join(", ", paths));
        Assert.Empty(warned);
    }
}
