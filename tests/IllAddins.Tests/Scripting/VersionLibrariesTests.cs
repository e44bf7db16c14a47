using System.Text;
using IllAddins.Host.Scripting.Versions;

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
    public void A_changed_library_makes_a_version_of_every_script_that_loads_it()
    {
        Assert.Equal("5 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        var law = folder.Scripts.MarkFor("LAW");

        Library("return { minutes = 6 }");
        folder.Wait();

        Assert.Equal("6 by MAIN/notify.lua v2", folder.Ask("MAIN"));
        Assert.Equal((law, "LAW/notify.lua v1"), (folder.Scripts.MarkFor("LAW"), law));
        var (newer, older) = (folder.Scripts.Versions.Of("MAIN")[0], folder.Scripts.Versions.Of("MAIN")[1]);
        Assert.Equal(("changed: lib/times.lua", "", older.Hash), (newer.Note, older.Note, newer.Hash));
        Assert.NotEqual(older.WholeHash, newer.WholeHash);
        Assert.Equal(["return { minutes = 5 }", "return { minutes = 6 }"], [Text(1), Text(2)]);
    }

    [Fact]
    public void A_restored_version_decides_with_its_libraries_until_their_files_are_edited()
    {
        folder.Ask("MAIN");
        Library("return { minutes = 6 }");
        folder.Wait();
        folder.Ask("MAIN");

        var restored = Assert.IsType<PublishOutcome.Published>(folder.Scripts.Publishing.Restore("MAIN", 1, "ann", ""));

        Assert.Equal((3L, "lib/times.lua"), (restored.Number, Assert.Single(restored.LibrariesOfTheirOwn)));
        folder.Wait();
        Assert.Equal("5 by MAIN/notify.lua v3", folder.Ask("MAIN"));
        // Another host, too, and after a start.
        using (var other = folder.Host())
            Assert.Equal("5 by MAIN/notify.lua v3", ScriptsFolder.Ask(other, "MAIN"));
        Assert.Equal(folder.Scripts.Versions.Of("MAIN")[2].WholeHash, folder.Scripts.Versions.Of("MAIN")[0].WholeHash);
        Assert.IsType<PublishOutcome.Already>(folder.Scripts.Publishing.Restore("MAIN", 1, "ann", ""));

        Library("return { minutes = 7 }");
        folder.Wait();
        Assert.Equal("7 by MAIN/notify.lua v4", folder.Ask("MAIN"));
    }

    [Fact]
    public void A_library_that_breaks_leaves_the_one_before_in_its_place_and_admins_are_told()
    {
        folder.Ask("MAIN");
        Library("return {");
        folder.Wait();

        Assert.Equal("5 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        var told = Assert.Single(folder.Scripts.Troubles("MAIN"));
        Assert.StartsWith("lib/times.lua line 1: ", told, StringComparison.Ordinal);
        Assert.EndsWith(" MAIN/notify.lua v1 goes on with its libraries as they were. Mend the library.", told, StringComparison.Ordinal);
        // After a start as well.
        using (var other = folder.Host())
            Assert.Equal("5 by MAIN/notify.lua v1", ScriptsFolder.Ask(other, "MAIN"));
        Library("return { minutes = 5 }");
        folder.Wait();
        Assert.Equal("5 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.Empty(folder.Scripts.Troubles("MAIN"));
        Library("return { minutes = 7 }");
        folder.Wait();
        Assert.Equal("7 by MAIN/notify.lua v2", folder.Ask("MAIN"));
    }

    private string Text(long number) => Encoding.UTF8.GetString(folder.Scripts.Versions.LibrariesOf("MAIN", number).Texts.Single().Value.Span);

    private void Library(string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "lib"));
        File.WriteAllText(Path.Combine(folder.Root, "lib", "times.lua"), text);
    }
}
