using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace IllAddins.Host.Import;

/// <summary>The bytes of a text file, checked to be UTF-8 as they pass, without a byte order mark. It ends before the first that is none.</summary>
internal sealed class CheckedUtf8(Stream inner) : Stream
{
    private readonly byte[] block = new byte[64 * 1024];
    private int start;
    private int valid;
    private int filled;
    private long line = 1;
    private byte lastRead = (byte)'\n';
    private bool opened;

    /// <summary>The line of the first byte that is no UTF-8, from 1, once the text has ended there; null while there is none.</summary>
    public long? BrokenLine { get; private set; }

    /// <summary>Whether the text has ended in the middle of a line.</summary>
    public bool EndsWithinLine => lastRead != (byte)'\n';

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The beginning of the text, without taking it: up to 64 KB.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (!opened)
            Fill();
        return block.AsSpan(start..valid);
    }

    public override int Read(Span<byte> buffer)
    {
        if (start == valid && BrokenLine is null)
            Fill();
        var count = Math.Min(buffer.Length, valid - start);
        block.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        block.AsSpan(valid..filled).CopyTo(block);
        filled -= valid;
        var room = block.Length - filled;
        var read = inner.ReadAtLeast(block.AsSpan(filled), room, throwOnEndOfStream: false);
        filled += read;
        start = !opened && block.AsSpan(..filled).StartsWith("\uFEFF"u8) ? 3 : 0;
        opened = true;
        valid = Valid(block.AsSpan(..filled), ended: read < room, out var broken);
        line += block.AsSpan(..valid).Count((byte)'\n');
        if (valid > 0)
            lastRead = block[valid - 1];
        if (broken)
            BrokenLine = line;
    }

    private static int Valid(ReadOnlySpan<byte> bytes, bool ended, out bool broken)
    {
        broken = false;
        if (Utf8.IsValid(bytes))
            return bytes.Length;
        // The rest of a character that the block cuts comes with the next one.
        for (var cut = 1; cut <= 3 && cut <= bytes.Length && !ended; cut++)
            if (Rune.DecodeFromUtf8(bytes[^cut..], out _, out _) == OperationStatus.NeedMoreData && Utf8.IsValid(bytes[..^cut]))
                return bytes.Length - cut;
        broken = true;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }
}
