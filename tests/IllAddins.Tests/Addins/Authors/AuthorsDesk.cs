using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Addins.Authors;

/// <summary>The desk of somebody who writes add-ins: the packages of this build in a folder, the template installed, and no other packages than those these tests were restored with, so that no network is needed.</summary>
public sealed class AuthorsDesk : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("illaddins-authors-").FullName;

    /// <summary>The folder with the packages.</summary>
    public string Packages => Path.Combine(home, "packages");

    private string Hive => Path.Combine(home, "hive");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(home, "nuget.config"), $"<configuration><packageSources><clear/></packageSources><fallbackPackageFolders><clear/>{Restored()}</fallbackPackageFolders></configuration>");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var project in (string[])["host/IllAddins.Abstractions", "host/IllAddins.Testing", "addins/Template"])
            await RunAsync("pack", Path.Combine(Repository.Root, project), "--no-build", "-c", configuration, "-o", Packages);
        await RunAsync("new", "install", Directory.GetFiles(Packages, "IllAddins.Templates.*.nupkg").Single(), "--debug:custom-hive", Hive);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(home, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Makes a project from the template and returns its folder.</summary>
    public async Task<string> NewAsync(string name)
    {
        var folder = Path.Combine(home, name);
        await RunAsync("new", "illaddin", "-n", name, "-o", folder, "--packages", Packages, "--debug:custom-hive", Hive);
        return folder;
    }

    /// <summary>Builds a project and returns the folder to drop. A warning fails it.</summary>
    public async Task<string> BuildAsync(string folder)
    {
        await RunAsync("build", folder, "-warnaserror", "-nodeReuse:false");
        return Path.Combine(folder, "dist", Path.GetFileName(folder));
    }

    /// <summary>Runs the tests that the template made.</summary>
    public Task TestAsync(string folder) => RunAsync("test", Path.Combine(folder, $"{Path.GetFileName(folder)}.Tests"), "-warnaserror", "-nodeReuse:false");

    // The folders from which these tests were restored: what the test kit and xunit need lies there.
    private static string Restored()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/IllAddins.Tests/obj/project.assets.json")));
        return string.Concat(assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select((folder, at) => new XElement("add", new XAttribute("key", $"restored{at}"), new XAttribute("value", folder.Name)).ToString()));
    }

    private async Task RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args) { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the build that runs these tests says to its own processes is not meant for another.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        (start.Environment["NUGET_PACKAGES"], start.Environment["UseSharedCompilation"]) = (Path.Combine(home, "cache"), "false");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', args)}\n{await output}{await error}");
    }
}
