using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// This process's account of what it hands over: a file that is locked while the process lives, with a line before each final dot and one after each
/// answer. Not synced, since what a killed process wrote stays with the operating system.
/// </summary>
public sealed class OutboxJournal : IDisposable
{
    private const string Handing = "handing ";
    private const string Answered = "answered ";

    private readonly FileStream file;
    private readonly Lock gate = new();

    private OutboxJournal(string folder, string owner, FileStream file) => (Folder, Owner, this.file) = (folder, owner, file);

    /// <summary>This process's name in the outbox.</summary>
    public string Owner { get; }

    private string Folder { get; }

    /// <summary>Opens a journal of its own for this process; the folder is made where it is missing.</summary>
    public static OutboxJournal Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var owner = Guid.NewGuid().ToString("N");
        return new OutboxJournal(folder, owner, new FileStream(PathOf(folder, owner), FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    /// <summary>What the transport calls.</summary>
    public SendJournal Hooks => new(
        messageId => Write(Handing + messageId),
        (messageId, outcome) => Write(Answered + (outcome is MailOutcome.Accepted ? "yes " : "no ") + messageId));

    /// <summary>What is known of a notice that some process was sending.</summary>
    public HandedOver Ask(string owner, string messageId)
    {
        if (owner == Owner)
            return HandedOver.StillSending;
        var path = PathOf(Folder, owner);
        if (!File.Exists(path))
            return HandedOver.NoAccount;
        return IsDead(path) ? Read(File.ReadAllLines(path), messageId) : HandedOver.StillSending;
    }

    /// <summary>Removes the journals of dead processes that no notice needs any more.</summary>
    public static void Clean(string folder, IReadOnlySet<string> ownersStillNamed)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.journal"))
            if (!ownersStillNamed.Contains(Path.GetFileNameWithoutExtension(path)) && IsDead(path))
                File.Delete(path);
    }

    public void Dispose() => file.Dispose();

    private static bool IsDead(string path)
    {
        try
        {
            using var dead = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            // Locked: its process lives.
            return false;
        }
    }

    private static HandedOver Read(string[] lines, string messageId)
    {
        if (lines.Contains(Answered + "yes " + messageId))
            return HandedOver.Accepted;
        var handed = lines.Count(line => line == Handing + messageId);
        var refused = lines.Count(line => line == Answered + "no " + messageId);
        return handed > refused ? HandedOver.Unanswered : HandedOver.Never;
    }

    private static string PathOf(string folder, string owner) => Path.Combine(folder, $"{owner}.journal");

    private void Write(string line)
    {
        lock (gate)
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush();
        }
    }
}

/// <summary>What a journal says of a notice.</summary>
public enum HandedOver
{
    /// <summary>Its process lives.</summary>
    StillSending,

    /// <summary>The final dot never went out: no server has accepted it.</summary>
    Never,

    /// <summary>The final dot went out and no answer was written down.</summary>
    Unanswered,

    /// <summary>The server accepted it; only the record was not reached.</summary>
    Accepted,

    /// <summary>There is no journal of that process on this machine.</summary>
    NoAccount,
}
