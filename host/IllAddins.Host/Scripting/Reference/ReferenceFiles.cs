using IllAddins.Host.Scripting.Api;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The files that are made from the list, for the scripts folder.</summary>
public static class ReferenceFiles
{
    /// <summary>The reference for people.</summary>
    public const string ForPeople = "reference.md";

    /// <summary>Each file by its path below the scripts folder, with '/'; without add-ins.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } = With([]);

    /// <summary>The files with what add-ins offer beside the host.</summary>
    /// <param name="offered">A section for each add-in.</param>
    public static IReadOnlyList<(string Path, string Text)> With(IReadOnlyList<ApiSection> offered) =>
    [
        (ForPeople, ReferenceText.Write(offered)),
        ("types/illaddins.d.lua", StubText.Write(offered)),
        (".luarc.json", EditorSettings.Write()),
    ];

    /// <summary>Writes the files of <see cref="With"/> into a folder, which is made where it is not there.</summary>
    /// <exception cref="IOException">One could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<ApiSection> offered)
    {
        var written = new List<string>();
        foreach (var (path, text) in With(offered))
        {
            var file = Path.Combine([folder, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            written.Add(file);
        }

        return written;
    }
}
