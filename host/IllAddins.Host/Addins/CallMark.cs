using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace IllAddins.Host.Addins;

/// <summary>One add-in's place in the file of marks.</summary>
public sealed unsafe class CallMark
{
    /// <summary>Bytes of a mark: two counts, the name, the signature of its files, and what the last call was for.</summary>
    internal const int Size = 384;

    private const int NameAt = 16;
    private const int NameSize = 80;
    private const int FilesAt = NameAt + NameSize;
    private const int FilesSize = 64;
    private const int WhatAt = FilesAt + FilesSize;
    private const int WhatSize = Size - WhatAt;

    // Keeps the memory from being unmapped as long as somebody may write there.
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    internal CallMark(MemoryMappedViewAccessor view, int slot, ReadOnlySpan<byte> name)
    {
        this.view = view;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset + (slot * Size);
        name[..Math.Min(name.Length, NameSize - 1)].CopyTo(new Span<byte>(start + NameAt, NameSize));
    }

    /// <summary>Calls under way.</summary>
    public int Inside => Volatile.Read(ref *(int*)start);

    /// <summary>Calls ever begun.</summary>
    public long Began => Volatile.Read(ref *(long*)(start + 8));

    /// <summary>Says which files are called from now on.</summary>
    /// <param name="signature">64 hexadecimal digits.</param>
    public void Files(string signature) => Encoding.UTF8.TryGetBytes(signature, new Span<byte>(start + FilesAt, FilesSize), out _);

    /// <summary>Marks that a call begins.</summary>
    public void Begin(string what)
    {
        // Two threads may write over one another: words for admins, not what counts.
        var place = new Span<byte>(start + WhatAt, WhatSize - 1);
        Encoding.UTF8.TryGetBytes(what, place, out var written);
        place[written..].Clear();
        Interlocked.Increment(ref *(long*)(start + 8));
        Interlocked.Increment(ref *(int*)start);
    }

    /// <summary>Marks that a call has ended.</summary>
    public void End()
    {
        Interlocked.Decrement(ref *(int*)start);
        GC.KeepAlive(view);
    }

    internal static MarkedCall? Read(byte[] bytes) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes) > 0 ? new MarkedCall(Text(bytes.AsSpan(NameAt, NameSize)), Text(bytes.AsSpan(FilesAt, FilesSize)), Text(bytes.AsSpan(WhatAt, WhatSize))) : null;

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.IndexOf((byte)0) is >= 0 and var end ? bytes[..end] : bytes);
}
