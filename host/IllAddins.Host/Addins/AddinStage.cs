namespace IllAddins.Host.Addins;

/// <summary>Where copies of add-ins lie that are loaded: what is loaded must not change, and the add-ins folder may change at any moment.</summary>
/// <remarks>A file that is overwritten in place while it is mapped corrupts the running add-in or ends the process. Native libraries are loaded from here,
/// too: the folder must allow execution.</remarks>
/// <param name="folder">Made when it is needed; only this process writes there.</param>
public sealed class AddinStage(string folder) : IDisposable
{
    private int copies;

    /// <summary>Copies an add-in.</summary>
    /// <returns>The copy.</returns>
    /// <exception cref="IOException">The disk is full, or a file went away meanwhile.</exception>
    public AddinCandidate Copy(AddinCandidate addin)
    {
        var target = Path.Combine(folder, $"{addin.Name}-{Interlocked.Increment(ref copies)}", addin.Name);
        foreach (var (name, file) in FolderSignature.Files(addin.Folder))
        {
            var path = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (file.Length > 0)
                file.CopyTo(path);
            else
                File.Create(path).Dispose(); // it may be a pipe, which would be waited for, or a device without an end
        }

        return new AddinCandidate { Name = addin.Name, Folder = target };
    }

    /// <summary>Deletes a copy; what the system will not give up yet is deleted at the next start.</summary>
    public static void Remove(AddinCandidate staged) => Delete(Path.GetDirectoryName(staged.Folder)!);

    /// <summary>Deletes a folder with all that is in it, as far as the system lets it.</summary>
    public static void Delete(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that are still mapped.
        }
    }

    public void Dispose() => Delete(folder);
}
