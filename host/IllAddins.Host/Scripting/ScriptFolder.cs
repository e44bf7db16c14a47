namespace IllAddins.Host.Scripting;

/// <summary>The folder of scripts: one folder for each site that has its own, and <c>default</c> for the others.</summary>
internal sealed class ScriptFolder(string root, TimeProvider time)
{
    public const string FileName = "notify.lua";

    private const string Default = "default";

    /// <summary>What no file name holds on one platform or another.</summary>
    private static readonly System.Buffers.SearchValues<char> Unfit = System.Buffers.SearchValues.Create("/\\:*?\"<>|");

    private readonly Watched<string[]> listing = new(time);
    private readonly Lock gate = new();

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Where the script of a site lies now.</summary>
    public ScriptPlace Find(string nvtgc)
    {
        if (Unusable(nvtgc) is { } why)
            return Unclear($"the site code '{nvtgc}' cannot name a folder: {why}. Give the site a code that is a plain file name.");
        try
        {
            var folders = Folders();
            return In(folders, nvtgc) ?? In(folders, Default) ?? new ScriptPlace.Nowhere();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Unclear($"the script of site {nvtgc} could not be looked for: {failed.Message}");
        }
    }

    /// <summary>The names of the folders inside, in the letters on disk, in order; none where the folder of scripts is not there.</summary>
    /// <exception cref="IOException">It could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public string[] Folders()
    {
        if (FileStamp.Of(Root) is not { } stamp)
            return [];
        lock (gate)
            return listing.Read(stamp, () => [.. Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]);
    }

    private ScriptPlace? In(string[] folders, string name)
    {
        var found = Array.FindAll(folders, folder => string.Equals(folder, name, StringComparison.OrdinalIgnoreCase));
        if (found.Length > 1)
            return Unclear($"the folders {string.Join(" and ", found)} differ in capitals only, and both belong to {name}. Keep one of them.");
        if (found.Length == 0)
            return null;
        var path = Path.Combine(Root, found[0], FileName);
        return FileStamp.Of(path) is { } stamp ? new ScriptPlace.At(path, $"{found[0]}/{FileName}", stamp) : null;
    }

    private static string? Unusable(string nvtgc)
    {
        if (nvtgc.Length is 0 or > 100)
            return "it must have 1 to 100 characters";
        if (nvtgc is "." or "..")
            return "it means a folder elsewhere";
        if (nvtgc.AsSpan().ContainsAny(Unfit) || nvtgc.Any(char.IsControl))
            return "it contains a character that no file name has";
        return nvtgc[0] == ' ' || nvtgc[^1] is ' ' or '.' ? "it begins or ends with a space or a full stop" : null;
    }

    private static ScriptPlace.Unclear Unclear(string message) => new(new ScriptFault("scripts", null, message));
}
