using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// This process's account of what it hands over: a file that is locked while the process lives, with a line before each final dot and one after each
/// answer. Not synced, since what a killed process wrote stays with the operating system.
/// </summary>
public sealed class OutboxJournal : IDisposable
{
    // Months of lines that no notice needs any more would only slow down whoever reads them.
    private const long LongestFile = 1024 * 1024;

    private readonly FileStream file;

    // Asked once: at each time the stream would move the system's file position first.
    private readonly SafeFileHandle handle;
    private readonly Lock gate = new();
    private readonly Dictionary<string, MailOutcome?> unsettled = [];
    private readonly long start;
    private long end;

    private OutboxJournal(string folder, string owner, FileStream file)
    {
        (Folder, Owner, this.file, handle) = (folder, owner, file, file.SafeFileHandle);
        Write(JournalFile.BootLine);
        start = end;
    }

    /// <summary>This process's name in the outbox.</summary>
    public string Owner { get; }

    /// <summary>Whether it should be begun anew, which is done once no notice is between its lines.</summary>
    public bool IsLong => Volatile.Read(ref end) >= LongestFile;

    private string Folder { get; }

    /// <summary>Opens a journal of its own for this process; the folder is made where it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be written, or keeps no locks.</exception>
    public static OutboxJournal Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var (owner, file) = JournalFile.Create(folder);
        return new OutboxJournal(folder, owner, file);
    }

    /// <summary>What the transport calls. What it learns is remembered even where the file cannot be written.</summary>
    public SendJournal Hooks => new(Before, After);

    /// <summary>What is known of a notice that another process was sending.</summary>
    public HandedOver Ask(string owner, string messageId) => JournalFile.Ask(Folder, owner, messageId);

    /// <summary>What is known of a notice that this process was sending when something broke. To be asked only while none of its site is being sent.</summary>
    /// <returns>Whether its final dot went out, and the answer; null where none came.</returns>
    public (bool HandedOver, MailOutcome? Outcome) Remember(string messageId)
    {
        lock (gate)
            return (unsettled.TryGetValue(messageId, out var outcome), outcome);
    }

    /// <summary>The notice is settled in the database: no line of it is needed any more.</summary>
    public void Forget(string messageId)
    {
        lock (gate)
        {
            unsettled.Remove(messageId);
            if (unsettled.Count > 0 || end < LongestFile)
                return;
            file.SetLength(start);
            end = start;
        }
    }

    public void Dispose() => file.Dispose();

    private void Before(string messageId)
    {
        lock (gate)
        {
            // A line that cannot be written stops the dot.
            Write(JournalText.Handing + messageId);
            unsettled[messageId] = null;
        }
    }

    private void After(string messageId, MailOutcome outcome)
    {
        lock (gate)
        {
            unsettled[messageId] = outcome;
            Write((outcome is MailOutcome.Accepted ? JournalText.Accepted : JournalText.Refused) + messageId);
        }
    }

    // At its place and without a buffer: what a full disk cut short is overwritten by the next line, and nothing is written later than it was true.
    private void Write(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        RandomAccess.Write(handle, bytes, end);
        end += bytes.Length;
    }
}
