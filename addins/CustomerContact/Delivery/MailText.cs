using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>A mail as it goes over the wire after DATA, in buffers that are used again for the next one.</summary>
internal sealed class MailText : IDisposable
{
    // What SMTP allows in a line, without its end (RFC 5321, 4.5.3.1.6).
    private const int LongestLine = 998;

    // One long mail must not keep its memory for the life of the connection.
    private const int LargestKept = 256 * 1024;

    private MemoryStream plain = new();
    private MemoryStream dotted = new();

    /// <summary>How long the text is without what SMTP adds to it.</summary>
    public int Size { get; private set; }

    /// <summary>True when some byte of it is not ASCII.</summary>
    public bool IsEightBit { get; private set; }

    /// <summary>Writes the message with CR LF, doubled dots and the final dot; the bytes are good until the next call.</summary>
    /// <param name="message">The message.</param>
    /// <param name="format">How it is to be written.</param>
    /// <param name="eightBit">Whether the server takes bytes above 127.</param>
    public ReadOnlyMemory<byte> Write(MimeMessage message, FormatOptions format, bool eightBit)
    {
        (plain, dotted) = (Empty(plain), Empty(dotted));
        message.Prepare(eightBit ? EncodingConstraint.EightBit : EncodingConstraint.SevenBit, LongestLine);
        message.WriteTo(format, plain);
        var text = plain.GetBuffer().AsSpan(0, Size = (int)plain.Length);
        IsEightBit = text.ContainsAnyExceptInRange((byte)0, (byte)127);
        while (DottedLine(text) is >= 0 and var at)
        {
            dotted.Write(text[..at]);
            dotted.WriteByte((byte)'.');
            // Its own dot goes along, so that it is not found again.
            dotted.WriteByte((byte)'.');
            text = text[(at + 1)..];
        }

        dotted.Write(text);
        dotted.Write(".\r\n"u8);
        return dotted.GetBuffer().AsMemory(0, (int)dotted.Length);
    }

    public void Dispose()
    {
        plain.Dispose();
        dotted.Dispose();
    }

    // A message begins with a header, never with a dot.
    private static int DottedLine(ReadOnlySpan<byte> text) => text.IndexOf("\n."u8) is >= 0 and var at ? at + 1 : -1;

    private static MemoryStream Empty(MemoryStream used)
    {
        if (used.Capacity > LargestKept)
            return new MemoryStream();
        used.SetLength(0);
        return used;
    }
}
