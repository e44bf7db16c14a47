using System.Buffers;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>A mail as it goes over the wire after DATA, in buffers that are used again for the next one.</summary>
internal sealed class MailText
{
    // One long mail must not keep its memory for the life of the connection.
    private const int LargestKept = 256 * 1024;

    private ArrayBufferWriter<byte> plain = new();
    private ArrayBufferWriter<byte> dotted = new();

    /// <summary>How long the text is without what SMTP adds to it.</summary>
    public int Size => plain.WrittenCount;

    /// <summary>True when some byte of it is not ASCII.</summary>
    public bool IsEightBit { get; private set; }

    /// <summary>Writes the mail with CR LF; the bytes are good until the next call.</summary>
    /// <param name="mail">The mail, whose Message-Id has no problem.</param>
    /// <param name="parties">Its addresses, read and narrowed to what the way out can carry.</param>
    /// <param name="eightBit">Whether bytes above 127 may be in the body.</param>
    /// <param name="withBcc">True writes the Bcc header: for a file that somebody else will send, never for SMTP.</param>
    public ReadOnlyMemory<byte> Write(OutgoingMail mail, MailParties parties, bool eightBit, bool withBcc = false)
    {
        plain = Empty(plain);
        MailHeaders.Write(plain, mail, parties, withBcc);
        MailBody.Write(plain, mail, eightBit);
        IsEightBit = plain.WrittenSpan.ContainsAnyExceptInRange((byte)0, (byte)127);
        return plain.WrittenMemory;
    }

    /// <summary>What goes over the wire: the text with doubled dots and its final dot, and what was added to it.</summary>
    public ReadOnlyMemory<byte> Wire => dotted.WrittenMemory;

    /// <summary>Lets commands follow the final dot in one piece with it.</summary>
    public void Follow(ReadOnlySpan<byte> commands) => dotted.Write(commands);

    /// <summary>Writes the mail for a server: with doubled dots and the final dot; <see cref="Wire"/> is good until the next call.</summary>
    /// <inheritdoc cref="Write"/>
    public void WriteDotted(OutgoingMail mail, MailParties parties, bool eightBit)
    {
        var text = Write(mail, parties, eightBit).Span;
        dotted = Empty(dotted);
        while (DottedLine(text) is >= 0 and var at)
        {
            dotted.Write(text[..at]);
            // Its own dot goes along, so that it is not found again.
            dotted.Write(".."u8);
            text = text[(at + 1)..];
        }

        dotted.Write(text);
        dotted.Write(".\r\n"u8);
    }

    // A message begins with a header, never with a dot.
    private static int DottedLine(ReadOnlySpan<byte> text) => text.IndexOf("\n."u8) is >= 0 and var at ? at + 1 : -1;

    private static ArrayBufferWriter<byte> Empty(ArrayBufferWriter<byte> used)
    {
        if (used.Capacity > LargestKept)
            return new ArrayBufferWriter<byte>();
        used.ResetWrittenCount();
        return used;
    }
}
