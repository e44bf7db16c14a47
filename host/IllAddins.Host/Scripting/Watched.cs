namespace IllAddins.Host.Scripting;

/// <summary>Something read from disk, read again when its stamp changes.</summary>
/// <remarks>
/// Stamps are coarse: two edits within one tick of the file system leave the same one. What was read is therefore trusted only
/// after it was read once more, a while after its stamp was first seen; until then it is read every time.
/// </remarks>
internal sealed class Watched<T>(TimeProvider time)
    where T : class
{
    /// <summary>The coarsest tick of a file system in use (FAT).</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    private FileStamp stamp;
    private T? value;
    private long since;
    private bool settled;

    /// <summary>What was read before, or what is read now where that may differ.</summary>
    public T Read(FileStamp seen, Func<T> read)
    {
        if (value is not null && seen == stamp && settled)
            return value;
        var now = time.GetTimestamp();
        if (value is null || seen != stamp)
            (stamp, since) = (seen, now);
        settled = false;
        value = read();
        settled = time.GetElapsedTime(since, now) > Tick;
        return value;
    }
}
