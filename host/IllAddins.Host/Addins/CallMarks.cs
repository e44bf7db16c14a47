using System.IO.MemoryMappedFiles;
using System.Text;

namespace IllAddins.Host.Addins;

/// <summary>Which add-ins are being called at this moment, in a small file that is mapped into memory: what is written there outlives a process that is killed or crashes.</summary>
/// <remarks>A mark costs a few memory writes and no call of the system. The file is held open as long as the process lives; that tells a living process
/// from a dead one.</remarks>
public sealed class CallMarks : IDisposable
{
    private const int Slots = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, CallMark?> marks = new(StringComparer.OrdinalIgnoreCase);
    private readonly FileStream file;
    private readonly MemoryMappedViewAccessor view;

    private CallMarks(FileStream file)
    {
        this.file = file;
        // Written, not only lengthened: a mapped file without room on the disk would end the process.
        file.Write(new byte[Slots * CallMark.Size]);
        file.Flush(flushToDisk: true);
        using var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = map.CreateViewAccessor();
    }

    /// <summary>Makes the file of this process.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static CallMarks Create(string path) => new(new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));

    /// <summary>The file of a process that is no more, held until it is disposed; null where the process lives.</summary>
    public static FileStream? OpenLeft(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What a process that is no more was calling.</summary>
    public static IReadOnlyList<MarkedCall> Read(Stream left)
    {
        var bytes = new byte[Slots * CallMark.Size];
        left.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return [.. bytes.Chunk(CallMark.Size).Select(CallMark.Read).OfType<MarkedCall>()];
    }

    /// <summary>The mark of an add-in; null for the 65th and more.</summary>
    public CallMark? Of(string addin)
    {
        lock (gate)
        {
            if (!marks.TryGetValue(addin, out var mark))
                marks[addin] = mark = marks.Count < Slots ? new CallMark(view, marks.Count, Encoding.UTF8.GetBytes(addin)) : null;
            return mark;
        }
    }

    /// <summary>The add-ins that were called at least once and are not being called now.</summary>
    public IReadOnlyList<string> CalledInPeace()
    {
        lock (gate)
            return [.. marks.Where(mark => mark.Value is { Began: > 0, Inside: 0 }).Select(mark => mark.Key)];
    }

    /// <summary>Gives the file up. The memory stays: a call that was left running may still write there.</summary>
    public void Dispose() => file.Dispose();
}

/// <summary>A call that was under way when a process ended.</summary>
/// <param name="Addin">The add-in's name.</param>
/// <param name="Signature">Of its files; empty where it is not known.</param>
/// <param name="What">What it was called for; of several calls, the one begun last.</param>
public sealed record MarkedCall(string Addin, string Signature, string What);
