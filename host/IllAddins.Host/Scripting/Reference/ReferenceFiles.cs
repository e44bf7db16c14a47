namespace IllAddins.Host.Scripting.Reference;

/// <summary>The files that are made from the list, for the scripts folder.</summary>
public static class ReferenceFiles
{
    /// <summary>The reference for people.</summary>
    public const string ForPeople = "reference.md";

    /// <summary>Each file by its path below the scripts folder, with '/'.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        (ForPeople, ReferenceText.Write()),
        ("types/illaddins.d.lua", StubText.Write()),
        (".luarc.json", EditorSettings.Write()),
    ];

    /// <summary>Writes the files into a folder, which is made where it is not there.</summary>
    /// <exception cref="IOException">One could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public static IReadOnlyList<string> Write(string folder)
    {
        var written = new List<string>();
        foreach (var (path, text) in All)
        {
            var file = Path.Combine([folder, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            written.Add(file);
        }

        return written;
    }
}
