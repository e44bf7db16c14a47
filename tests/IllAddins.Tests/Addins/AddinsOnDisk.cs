using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

/// <summary>An add-ins folder for one test.</summary>
internal sealed class AddinsOnDisk : IDisposable
{
    private static int copies;

    public string Folder { get; } = Directory.CreateTempSubdirectory("illaddins-addins-").FullName;

    public string Under(params string[] names) => Path.Combine([Folder, .. names]);

    public AddinCandidate Candidate(string name) => new() { Name = name, Folder = Under(name) };

    /// <summary>Lays a built fixture add-in there.</summary>
    public void Lay(string fixture) => Lay(fixture, fixture);

    /// <summary>Lays an add-in of the product there.</summary>
    public void LayBuilt(string name) => Copy(Path.Combine(Architecture.Repository.BuiltAddins, name), name);

    /// <summary>Lays an add-in there that was built elsewhere, under its folder's name.</summary>
    public void LayFrom(string built) => Copy(built, Path.GetFileName(built));

    /// <summary>Lays a built fixture add-in into a folder of another name, over what is there.</summary>
    public void Lay(string fixture, string name) => Copy(Built(fixture), name);

    private void Copy(string built, string name)
    {
        foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Under(name, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
            // Two copies of a test within one tick of the clock differ all the same.
            File.SetLastWriteTimeUtc(target, new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc).AddSeconds(Interlocked.Increment(ref copies)));
        }
    }

    /// <summary>Where the build laid a fixture add-in.</summary>
    public static string Built(string fixture) => Path.Combine(AppContext.BaseDirectory, "fixture-addins", fixture);

    /// <summary>Writes a file that is no assembly.</summary>
    public void Write(string text, params string[] names)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Under(names))!);
        File.WriteAllText(Under(names), text);
    }

    /// <summary>Writes a paper assembly into the folder of its name.</summary>
    public void Write(PaperAssembly assembly) => assembly.WriteTo(Under(assembly.Name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
