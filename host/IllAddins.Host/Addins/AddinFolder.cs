namespace IllAddins.Host.Addins;

/// <summary>A folder that ought to hold an add-in.</summary>
public sealed record AddinCandidate
{
    /// <summary>The folder's name, which is the add-in's.</summary>
    public required string Name { get; init; }

    /// <summary>An absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the add-in's assembly is looked for; it need not be there.</summary>
    public string AssemblyPath => Path.Combine(Folder, Name + ".dll");
}

/// <summary>What was found in the add-ins folder.</summary>
public abstract record AddinScan
{
    private AddinScan()
    {
    }

    /// <summary>The folders, by name; none where it is empty.</summary>
    public sealed record Found : AddinScan
    {
        public required IReadOnlyList<AddinCandidate> Candidates { get; init; }
    }

    /// <summary>The folder is not there or cannot be read.</summary>
    public sealed record NoFolder : AddinScan
    {
        /// <summary>What was looked for, what was found, what to do.</summary>
        public required string Message { get; init; }
    }
}

/// <summary>Reads the add-ins folder: one folder for each add-in; hidden folders and loose files are none.</summary>
public static class AddinFolder
{
    /// <summary>Lists the folders that ought to hold add-ins.</summary>
    /// <param name="folder">The add-ins folder; a relative path is taken from the working directory.</param>
    public static AddinScan Scan(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (File.Exists(path))
            return new AddinScan.NoFolder { Message = RefusalWords.FolderIsFile(path, Example(path)) };
        if (!Directory.Exists(path))
            return new AddinScan.NoFolder { Message = RefusalWords.NoFolder(path, Example(path)) };
        try
        {
            return new AddinScan.Found { Candidates = Candidates(path) };
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return new AddinScan.NoFolder { Message = RefusalWords.FolderUnreadable(path, refusal.Message) };
        }
    }

    private static AddinCandidate[] Candidates(string path) =>
    [
        .. new DirectoryInfo(path).GetDirectories()
            .Where(found => !found.Name.StartsWith('.') && !found.Attributes.HasFlag(FileAttributes.Hidden))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new AddinCandidate { Name = found.Name, Folder = found.FullName }),
    ];

    private static string Example(string path) => Path.Combine(path, CoreAddin.Name, $"{CoreAddin.Name}.dll");
}
