namespace IllAddins.Host.Scripting;

/// <summary>The folder of scripts: one folder for each site that has its own, and <c>default</c> for the others.</summary>
internal sealed class ScriptFolder(string root)
{
    public const string FileName = "notify.lua";

    /// <summary>The place of the script that decides for sites without one of their own.</summary>
    public const string Default = "default";

    /// <summary>What no file name holds on one platform or another.</summary>
    private static readonly System.Buffers.SearchValues<char> Unfit = System.Buffers.SearchValues.Create("/\\:*?\"<>|");

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Why a site's code cannot name a folder; null where it can.</summary>
    public static ScriptFault? Unusable(string nvtgc) => Flaw(nvtgc) is { } why
        ? new ScriptFault("scripts", null, $"the site code '{nvtgc}' cannot name a folder: {why}. Give the site a code that is a plain file name.")
        : null;

    /// <summary>The names of the folders inside, in the letters on disk, in order; none where the folder of scripts is not there.</summary>
    /// <exception cref="IOException">It could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public string[] Folders() => Directory.Exists(Root)
        ? [.. Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What is in the file of a place now.</summary>
    /// <param name="folders">What <see cref="Folders"/> has just answered.</param>
    /// <param name="place">A site's code, or <see cref="Default"/>; without regard to case.</param>
    /// <param name="mostBytes">A longer text is not read.</param>
    public ScriptText Read(string[] folders, string place, int mostBytes)
    {
        var found = Array.FindAll(folders, folder => string.Equals(folder, place, StringComparison.OrdinalIgnoreCase));
        if (found.Length > 1)
            return new ScriptText.Unreadable(new ScriptFault(
                "scripts", null, $"the folders {string.Join(" and ", found)} differ in capitals only, and both belong to {place}. Keep one of them."));
        if (found.Length == 0)
            return new ScriptText.Gone(FileOf(place));
        return ScriptText.Read(Path.Combine(Root, found[0], FileName), FileOf(found[0]), mostBytes);
    }

    /// <summary>Writes a place's file, so that a reader finds the old text or the new one and never half of one.</summary>
    /// <returns>The file below the scripts folder, in the letters on disk.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public string Write(string place, ReadOnlySpan<byte> content)
    {
        var name = Array.Find(Folders(), folder => string.Equals(folder, place, StringComparison.OrdinalIgnoreCase)) ?? place;
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        var beside = Path.Combine(folder, $".{FileName}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, Path.Combine(folder, FileName), overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }

        return FileOf(name);
    }

    /// <summary>The file of a folder as it is told, e.g. <c>MAIN/notify.lua</c>.</summary>
    public static string FileOf(string folder) => $"{folder}/{FileName}";

    private static string? Flaw(string nvtgc)
    {
        if (nvtgc.Length is 0 or > 100)
            return "it must have 1 to 100 characters";
        if (nvtgc is "." or "..")
            return "it means a folder elsewhere";
        if (nvtgc.AsSpan().ContainsAny(Unfit) || nvtgc.Any(char.IsControl))
            return "it contains a character that no file name has";
        return nvtgc[0] == ' ' || nvtgc[^1] is ' ' or '.' ? "it begins or ends with a space or a full stop" : null;
    }
}
