namespace IllAddins.Host.Cli;

/// <summary>A file that a call names.</summary>
internal static class NamedFile
{
    /// <summary>Reads it whole.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="expected">What it should be, e.g. <c>an iCalendar file (.ics)</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">It cannot be read; the message says what was found and what to do.</exception>
    public static async Task<byte[]> ReadAsync(string path, string expected, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unread($"There is no file {Path.GetFullPath(path)}; expected {expected}. Check the path.", fault);
        }
        catch (UnauthorizedAccessException fault) when (Directory.Exists(path))
        {
            throw Unread($"{Path.GetFullPath(path)} is a folder; expected {expected}. Name the file in it.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unread($"{Path.GetFullPath(path)} cannot be read ({fault.Message.TrimEnd('.')}); expected {expected}. Give this account the right to read it, or name another.", fault);
        }
    }

    private static InvalidDataException Unread(string message, Exception fault) => new(message, fault);
}
