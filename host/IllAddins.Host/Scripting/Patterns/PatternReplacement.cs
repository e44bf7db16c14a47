using System.Buffers;
using System.Buffers.Text;

namespace IllAddins.Host.Scripting.Patterns;

/// <summary>Replaces the matches of a pattern by a text in which <c>%1</c> stands for a capture.</summary>
internal static class PatternReplacement
{
    /// <summary>Writes the text with its matches replaced.</summary>
    /// <param name="run">A run over the text.</param>
    /// <param name="text">The same text.</param>
    /// <param name="replacement">The text to put in.</param>
    /// <param name="most">How many matches to replace.</param>
    /// <param name="output">Takes at most its limit.</param>
    /// <param name="fault">Why it was given up, or null.</param>
    /// <returns>How many matches were replaced.</returns>
    public static int Write(ref PatternRun run, ReadOnlySpan<byte> text, ReadOnlySpan<byte> replacement, long most, BoundedOutput output, out string? fault)
    {
        var (count, copied, last) = (0, 0, -1);
        while (count < most && !output.IsFull && run.Find(copied, last))
        {
            output.Write(text[copied..run.Start]);
            Put(ref run, text, replacement, output, out fault);
            if (fault is not null)
                return count;
            count++;
            copied = last = run.End;
            if (run.IsAnchored)
                break;
        }

        output.Write(text[copied..]);
        fault = run.Fault;
        return count;
    }

    private static void Put(ref PatternRun run, ReadOnlySpan<byte> text, ReadOnlySpan<byte> replacement, BoundedOutput output, out string? fault)
    {
        fault = null;
        while (replacement.IndexOf((byte)'%') is var mark && mark >= 0)
        {
            output.Write(replacement[..mark]);
            var sign = mark + 1 < replacement.Length ? replacement[mark + 1] : (byte)0;
            if (sign == '%')
                output.Write("%"u8);
            else if (sign == '0')
                output.Write(text[run.Start..run.End]);
            else if (sign is >= (byte)'1' and <= (byte)'9')
                PutValue(run.Value(sign - '1'), text, output);
            else
                fault = "invalid use of '%' in replacement string";
            fault = run.Fault ?? fault;
            if (fault is not null)
                return;
            replacement = replacement[(mark + 2)..];
        }

        output.Write(replacement);
    }

    private static void PutValue(Capture value, ReadOnlySpan<byte> text, BoundedOutput output)
    {
        if (value.Length != Capture.Position)
        {
            output.Write(text.Slice(value.Start, Math.Max(value.Length, 0)));
            return;
        }

        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value.Start + 1, digits, out var written);
        output.Write(digits[..written]);
    }
}

/// <summary>Bytes being written, up to a limit; what goes beyond it is dropped and remembered.</summary>
internal sealed class BoundedOutput
{
    /// <summary>What is kept between two uses; more is given back.</summary>
    private const int Kept = 64 * 1024;

    private ArrayBufferWriter<byte> buffer = new();
    private long limit;

    public bool IsFull { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Begin(long limitInBytes)
    {
        (limit, IsFull) = (limitInBytes, false);
        buffer.ResetWrittenCount();
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        IsFull |= buffer.WrittenCount + (long)bytes.Length > limit;
        if (!IsFull)
            buffer.Write(bytes);
    }

    public void Release()
    {
        if (buffer.Capacity > Kept)
            buffer = new ArrayBufferWriter<byte>();
    }
}
