using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IllAddins.Host.Cli;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Addins.Authors;

/// <summary>What somebody who writes add-ins does first, with the SDK alone: packages, template, guide.</summary>
[TakesLong]
public sealed partial class AuthorsRoadTests(AuthorsDesk desk) : IClassFixture<AuthorsDesk>, IDisposable
{
    private readonly Library library = new();
    private readonly AddinsOnDisk addins = new();

    public void Dispose()
    {
        library.Dispose();
        addins.Dispose();
    }

    [Fact]
    public async Task The_contract_is_a_package_that_explains_itself_and_needs_no_other()
    {
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(desk.Packages, "IllAddins.Abstractions.1.0.0.nupkg"));
        using var nuspec = new StreamReader(await package.GetEntry("IllAddins.Abstractions.nuspec")!.OpenAsync());
        var said = XDocument.Parse(await nuspec.ReadToEndAsync()).Root!;
        using var words = new StreamReader(await package.GetEntry("lib/net10.0/IllAddins.Abstractions.xml")!.OpenAsync());
        var documented = XDocument.Parse(await words.ReadToEndAsync()).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();

        Assert.Equal("README.md", said.Descendants().Single(element => element.Name.LocalName == "readme").Value);
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("lib/net10.0/IllAddins.Abstractions.dll"));
        Assert.DoesNotContain(said.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Subset(documented, typeof(IAddin).Assembly.GetExportedTypes().Select(type => $"T:{type.FullName!.Replace('+', '.')}").ToHashSet());
    }

    [Fact]
    public async Task The_test_kit_is_a_package_that_brings_the_host_to_run_and_shows_only_itself()
    {
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(desk.Packages, "IllAddins.Testing.1.0.0.nupkg"));
        using var nuspec = new StreamReader(await package.GetEntry("IllAddins.Testing.nuspec")!.OpenAsync());
        var needed = XDocument.Parse(await nuspec.ReadToEndAsync()).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).ToList();

        Assert.NotNull(package.GetEntry("lib/net10.0/IllAddins.Host.dll"));
        Assert.Equal(["ref/net10.0/IllAddins.Testing.dll", "ref/net10.0/IllAddins.Testing.xml"], package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("ref/", StringComparison.Ordinal)).Order());
        Assert.Contains("IllAddins.Abstractions", needed);
        Assert.DoesNotContain("IllAddins.Host", needed);
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Late-Books.2")]
    public async Task What_the_template_makes_builds_passes_its_tests_is_fit_and_runs(string name)
    {
        var folder = await desk.NewAsync(name);
        var dropped = await desk.BuildAsync(folder);

        await desk.TestAsync(folder);
        Assert.False(File.Exists(Path.Combine(dropped, "IllAddins.Abstractions.dll")));
        var (fit, verdict, _) = await library.RunAsync("addins", "verify", dropped);
        Assert.True(fit == 0, verdict);
        Drop(dropped);
        var (code, list, error) = await library.RunAsync("addins", "list");
        Assert.True(code == 0, list + error);
        Assert.Matches($@"{Regex.Escape(name)} +1\.0\.0 +1\.0 +Running \(1 screen, 1 setting\)", list);
    }

    [Fact]
    public async Task The_addin_of_the_guide_notes_a_long_wait_once_and_lists_it()
    {
        var folder = await desk.NewAsync("LongWaits");
        await File.WriteAllTextAsync(Path.Combine(folder, "LongWaits.cs"), GuidesCode().Match(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "addins/README.md"))).Groups["code"].Value);
        Drop(await desk.BuildAsync(folder));
        await library.ImportAsync(
            "UserName,NVTGC,NotificationMethod\nann,MAIN,Phone\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + "7,ann,Borrowing,Loan,Awaiting Customer Contact,2026-02-01T08:00:00,Moss\n8,ann,Borrowing,Loan,Awaiting Customer Contact,2026-02-27T08:00:00,Fern\n");

        Assert.Empty((await library.SweepAsync()).Errors);
        Assert.Empty((await library.SweepAsync()).Errors);

        Assert.Equal(["7 Waits too long. Ask the patron."], await library.QueryAsync("SELECT TransactionNumber || ' ' || Note FROM Notes ORDER BY TransactionNumber"));
        Assert.Equal([7], await ShownAsync());
        Assert.Equal(0, (await library.RunAsync("settings", "set", "LongWaits", "Days", "2", "--site", "MAIN")).Code);
        Assert.Equal([7, 8], await ShownAsync());
    }

    /// <summary>The requests on the screen of the guide's add-in.</summary>
    private async Task<IEnumerable<int>> ShownAsync()
    {
        var folders = new HostFolders { Data = library.Data, Addins = addins.Folder, Scripts = library.Scripts };
        await using var installation = await Installation.OpenAsync(folders, library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None);
        await installation.StartAddinsAsync(CancellationToken.None);
        var screen = installation.Addins.Screens.Single(screen => screen.Item.Name == "long-waits").Item;
        return (await screen.LoadAsync(new ScreenCall { User = "ann" }, CancellationToken.None)).Rows.Select(row => row.TransactionNumber).Order();
    }

    private void Drop(string built)
    {
        library.Addins = addins.Folder;
        addins.LayFrom(built);
    }

    [GeneratedRegex("```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex GuidesCode();
}
