namespace IllAddins.Host.Scripting;

/// <summary>What was found in a script's file.</summary>
internal abstract record ScriptText(ScriptVersion Version)
{
    public sealed record Found(ScriptSource Source, ScriptVersion Version) : ScriptText(Version);

    public sealed record Unreadable(ScriptFault Why) : ScriptText(ScriptVersion.Unreadable(Why.File));

    /// <summary>There is none.</summary>
    public sealed record Gone(string File) : ScriptText(ScriptVersion.Unreadable(File));

    /// <summary>Reads a script's file, of which no more is taken than a script may have.</summary>
    public static ScriptText Read(string path, string file, int mostBytes)
    {
        try
        {
            if (Directory.Exists(path))
                return Failed(file, "is a folder; it must be a file.");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length > mostBytes)
                return Failed(file, $"has {stream.Length} bytes; a script may have {mostBytes}. Make it shorter.");
            // One byte more than it had a moment ago shows that it is growing, one less that it was cut.
            var content = new byte[stream.Length + 1];
            if (stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) != content.Length - 1)
                return Failed(file, "was being written while it was read; it is read again within seconds.");
            content = content[..^1];
            return new Found(new ScriptSource(file, content), ScriptVersion.Of(file, content));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileInfo(path).LinkTarget is { } target ? Failed(file, $"is a link to {target}, which is not there.") : new Gone(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Failed(file, $"could not be read: {failed.Message}");
        }
    }

    private static Unreadable Failed(string file, string message) => new(new ScriptFault(file, null, message));
}
