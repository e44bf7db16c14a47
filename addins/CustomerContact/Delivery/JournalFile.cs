using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The files of the journals: one for each process, locked while it lives.</summary>
public static class JournalFile
{
    private const string BootFile = "/proc/sys/kernel/random/boot_id";
    private const string Ending = ".journal";
    private const int MostTries = 5;

    // Lines are not synced: those of an earlier start of the machine may be missing, so that what is not in them is not known.
    internal static string BootLine { get; } = "boot " + (File.Exists(BootFile) ? File.ReadAllText(BootFile).Trim() : "unknown");

    /// <summary>Makes and locks a file under a new name.</summary>
    internal static (string Owner, FileStream File) Create(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            var owner = Guid.NewGuid().ToString("N");
            var path = PathOf(folder, owner);
            if (Lock(path, FileMode.CreateNew) is { } file)
            {
                // Making and locking are two steps: a process that cleans up may have taken it for a dead one's in between.
                if (File.Exists(path))
                    return (owner, Checked(path, file));
                file.Dispose();
            }

            if (tries == MostTries)
                throw new IOException($"The folder {folder} gave no journal that could be locked, {MostTries} times. Expected a folder on a local disk, used by this program alone.");
        }
    }

    /// <summary>What a process's journal says of a notice.</summary>
    internal static HandedOver Ask(string folder, string owner, string messageId)
    {
        var path = PathOf(folder, owner);
        if (!File.Exists(path))
            return HandedOver.NoAccount;
        using var dead = Lock(path, FileMode.Open);
        return dead is null ? HandedOver.StillSending : Read(dead).Of(messageId);
    }

    /// <summary>The journals of the processes that are no more, by the name of the process.</summary>
    internal static IEnumerable<(string Owner, JournalText Journal)> Dead(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal))
        {
            using var dead = Lock(path, FileMode.Open);
            if (dead is not null)
                yield return (Path.GetFileNameWithoutExtension(path), Read(dead));
        }
    }

    /// <summary>Removes the journals of dead processes that no notice needs any more.</summary>
    /// <param name="folder">Where the journals lie.</param>
    /// <param name="stillNamed">Reads which processes some notice names as its sender; asked once the dead are known, since the dead claim nothing more.</param>
    public static async Task CleanAsync(string folder, Func<Task<IReadOnlySet<string>>> stillNamed)
    {
        var dead = Directory.GetFiles(folder, $"*{Ending}").Where(IsDead).ToList();
        if (dead.Count == 0)
            return;
        var named = await stillNamed();
        foreach (var path in dead.Where(path => !named.Contains(Path.GetFileNameWithoutExtension(path))))
            // Deleted under the lock: one that is being made in this moment is locked afterwards, and notices that it is gone.
            Lock(path, FileMode.Open, FileOptions.DeleteOnClose)?.Dispose();
    }

    private static string PathOf(string folder, string owner) => Path.Combine(folder, owner + Ending);

    // Without locks every process would look dead, and its notices be sent twice.
    private static FileStream Checked(string path, FileStream file)
    {
        if (!IsDead(path))
            return file;
        file.Dispose();
        throw new IOException($"The folder {Path.GetDirectoryName(path)} keeps no file locks. Expected a folder on a local disk (and DOTNET_SYSTEM_IO_DISABLEFILELOCKING not set); move the data folder.");
    }

    private static bool IsDead(string path)
    {
        using var dead = Lock(path, FileMode.Open);
        return dead is not null;
    }

    private static FileStream? Lock(string path, FileMode mode, FileOptions options = FileOptions.None)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, options);
        }
        catch (IOException fault) when (fault is FileNotFoundException || IsTaken(fault))
        {
            // Locked: its process lives. Gone: somebody else has cleaned up.
            return null;
        }
    }

    // EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows; a full disk or a failing one is another matter.
    private static bool IsTaken(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static JournalText Read(FileStream dead)
    {
        using var reader = new StreamReader(dead, Encoding.UTF8, leaveOpen: true);
        return new JournalText(reader.ReadToEnd(), BootLine);
    }
}

/// <summary>What the journal of another process says of a notice.</summary>
public enum HandedOver
{
    /// <summary>Its process lives.</summary>
    StillSending,

    /// <summary>The final dot never went out: no server has accepted it.</summary>
    Never,

    /// <summary>The final dot went out, or may have, and no answer was written down.</summary>
    Unanswered,

    /// <summary>The server accepted it; only the record was not reached.</summary>
    Accepted,

    /// <summary>There is no journal of that process on this machine.</summary>
    NoAccount,
}
