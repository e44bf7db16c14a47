namespace IllAddins.Host.Scripting;

/// <summary>What a look at a file or folder tells without opening it.</summary>
/// <param name="Length">In bytes; -1 for a folder.</param>
internal readonly record struct FileStamp(long Length, DateTime Modified)
{
    /// <summary>The stamp of whatever stands at a path; null where nothing does.</summary>
    /// <exception cref="IOException">It could not be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public static FileStamp? Of(string path)
    {
        var found = new FileInfo(path);
        var attributes = found.Attributes;
        if ((int)attributes == -1)
            return null;
        return new FileStamp(attributes.HasFlag(FileAttributes.Directory) ? -1 : found.Length, found.LastWriteTimeUtc);
    }
}
