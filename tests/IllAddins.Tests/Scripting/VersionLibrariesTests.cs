namespace IllAddins.Tests.Scripting;

public sealed class VersionLibrariesTests : IDisposable
{
    private readonly ScriptsFolder folder = new();

    public VersionLibrariesTests()
    {
        Library("return { minutes = 5 }");
        folder.Write("MAIN", "local times = require('times')\nfunction RoutingDelay(request) return times.minutes end");
        folder.Write("LAW", "function RoutingDelay(request) return 1 end");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_changed_library_decides_again_for_the_sites_whose_scripts_load_it()
    {
        Assert.Equal("5 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        var (main, law) = (folder.Scripts.MarkFor("MAIN"), folder.Scripts.MarkFor("LAW"));
        Assert.Matches("^MAIN/notify\\.lua v1, libraries [0-9a-f]{8}$", main);

        Library("return { minutes = 6 }");
        folder.Wait();

        Assert.Equal("6 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.NotEqual(main, folder.Scripts.MarkFor("MAIN"));
        Assert.Equal((law, "LAW/notify.lua v1"), (folder.Scripts.MarkFor("LAW"), law));
    }

    [Fact]
    public void A_library_that_breaks_leaves_the_one_before_in_its_place_and_admins_are_told()
    {
        folder.Ask("MAIN");
        var before = folder.Scripts.MarkFor("MAIN");
        Library("return {");
        folder.Wait();

        Assert.Equal("5 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.Equal(before, folder.Scripts.MarkFor("MAIN"));
        Assert.EndsWith("MAIN/notify.lua v1 goes on with the libraries as they were. Mend the library.", Assert.Single(folder.Scripts.Troubles("MAIN")), StringComparison.Ordinal);
        Library("return { minutes = 7 }");
        folder.Wait();
        Assert.Equal("7 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.Empty(folder.Scripts.Troubles("MAIN"));
    }

    private void Library(string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "lib"));
        File.WriteAllText(Path.Combine(folder.Root, "lib", "times.lua"), text);
    }
}
