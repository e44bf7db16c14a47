using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

/// <summary>An add-ins folder for one test.</summary>
internal sealed class AddinsOnDisk : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("illaddins-addins-").FullName;

    public string Under(params string[] names) => Path.Combine([Folder, .. names]);

    public AddinCandidate Candidate(string name) => new() { Name = name, Folder = Under(name) };

    /// <summary>Lays a built fixture add-in there.</summary>
    public void Lay(string fixture)
    {
        var built = Path.Combine(AppContext.BaseDirectory, "fixture-addins", fixture);
        foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Under(fixture, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

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
