using System.Net;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Web;

namespace IllAddins.Tests.Addins.Authors;

/// <summary>The first hour of somebody who writes an add-in, seen on the page Add-ins of a host that serves all the while.</summary>
[TakesLong]
public sealed class FirstAddinTests(AuthorsDesk desk, ServedAddins host) : IClassFixture<AuthorsDesk>, IClassFixture<ServedAddins>
{
    private const string Starts = "this.host = host;";
    private const string Trips = $"{Starts} _ = int.Parse(\"ten\");";

    [Fact]
    public async Task What_the_template_makes_is_dropped_seen_broken_and_mended_while_the_host_serves()
    {
        var folder = await desk.NewAsync("Hello");
        await DropAsync(await desk.BuildAsync(folder));
        Assert.StartsWith("Hello 1.0.0 Running Disable Contributes 1 screen, 1 setting · Settings Contract 1.0 ", await OnThePageAsync(), StringComparison.Ordinal);
        await ItsScreenAnswersAsync();

        host.Disk.Write("not a library", "Hello", "Hello.dll");
        await host.TakeAsync();
        Assert.StartsWith("Hello 1.0.0 Running Retry Disable 1.0.0 runs on; the files that lie there now are not in use. Hello is no .NET assembly: ", await OnThePageAsync(), StringComparison.Ordinal);
        await ItsScreenAnswersAsync();

        await ChangeAsync(folder, "1.1.0", Starts, Trips);
        await DropAsync(await desk.BuildAsync(folder));
        var broken = await OnThePageAsync();
        Assert.StartsWith("Hello 1.0.0 Running Retry Disable 1.0.0 runs on; the files that lie there now are not in use. ", broken, StringComparison.Ordinal);
        Assert.Contains("Hello failed in its start: FormatException: The input string 'ten' was not in a correct format.", broken, StringComparison.Ordinal);
        Assert.Contains("at Hello.Addin.StartAsync(", broken, StringComparison.Ordinal);
        await ItsScreenAnswersAsync();

        await ChangeAsync(folder, "1.2.0", Trips, Starts);
        await DropAsync(await desk.BuildAsync(folder));
        var mended = await OnThePageAsync();
        Assert.StartsWith("Hello 1.2.0 Running Disable Contributes 1 screen, 1 setting · Settings Contract 1.0 ", mended, StringComparison.Ordinal);
        Assert.DoesNotContain("FormatException", mended, StringComparison.Ordinal);
        await ItsScreenAnswersAsync();
    }

    private async Task DropAsync(string built)
    {
        host.Disk.LayFrom(built);
        await host.TakeAsync();
    }

    private static async Task ChangeAsync(string folder, string version, string from, string to)
    {
        await RewriteAsync(Path.Combine(folder, "Hello.csproj"), text => text[..text.IndexOf("<Version>", StringComparison.Ordinal)] + $"<Version>{version}" + text[text.IndexOf("</Version>", StringComparison.Ordinal)..]);
        await RewriteAsync(Path.Combine(folder, "Hello.cs"), text => text.Replace(from, to, StringComparison.Ordinal));
    }

    private static async Task RewriteAsync(string file, Func<string, string> change)
    {
        var before = await File.ReadAllTextAsync(file);
        var after = change(before);
        Assert.NotEqual(before, after);
        await File.WriteAllTextAsync(file, after);
    }

    /// <summary>What an admin reads of Hello on the page Add-ins.</summary>
    private async Task<string> OnThePageAsync()
    {
        var page = await (await host.Admin.GetAsync("/addins")).Content.ReadAsStringAsync();
        var from = page.IndexOf("<section id=\"addin-Hello\"", StringComparison.Ordinal);
        Assert.True(from >= 0, Visitor.Text(page));
        return Visitor.Text(page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)]);
    }

    private async Task ItsScreenAnswersAsync()
    {
        var answer = await host.Admin.GetAsync("/screens/hello");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The requests that wait for their patrons.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
