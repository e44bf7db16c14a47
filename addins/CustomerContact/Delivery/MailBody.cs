using System.Buffers;
using System.Text;
using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Writes the body of a mail with its headers: the text always, the HTML as its alternative where there is one. Lines that may travel as they are do so; all else is
/// encoded by the library.
/// </summary>
internal static class MailBody
{
    // What SMTP allows in a line, without its end (RFC 5321, 4.5.3.1.6).
    private const int LongestLine = 998;

    private static readonly FormatOptions LineEnds = FormatOf();

    /// <summary>Writes it, ending with a line's end.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="eightBit">Whether bytes above 127 may travel as they are.</param>
    public static void Write(IBufferWriter<byte> text, OutgoingMail mail, bool eightBit)
    {
        var (plain, html) = (BodyText.Of(mail.TextBody), mail.HtmlBody is { } written ? BodyText.Of(written) : null);
        if (!MayTravel(plain, eightBit) || !MayTravel(html ?? "", eightBit))
        {
            WriteEncoded(text, plain, html, eightBit);
            return;
        }

        if (html is null)
        {
            Part(text, "plain", plain);
            return;
        }

        // Nobody who writes a text can know it beforehand.
        var boundary = $"=_{Guid.NewGuid():N}";
        MailHeaders.Put(text, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        Part(text, "plain", plain);
        MailHeaders.Put(text, $"\r\n--{boundary}\r\n");
        Part(text, "html", html);
        MailHeaders.Put(text, $"\r\n--{boundary}--\r\n");
    }

    private static void Part(IBufferWriter<byte> text, string subtype, string body)
    {
        // Seven bits are what a reader takes for granted.
        MailHeaders.Put(text, $"Content-Type: text/{subtype}; charset=utf-8\r\n{(Ascii.IsValid(body) ? "" : "Content-Transfer-Encoding: 8bit\r\n")}\r\n");
        MailHeaders.Put(text, body);
        if (!body.EndsWith('\n'))
            text.Write("\r\n"u8);
    }

    private static bool MayTravel(string body, bool eightBit)
    {
        if (!eightBit && !Ascii.IsValid(body))
            return false;
        foreach (var line in body.AsSpan().Split('\n'))
            if (line.End.Value - line.Start.Value is > LongestLine / 3 and var letters
                && (letters > LongestLine || Encoding.UTF8.GetByteCount(body.AsSpan()[line]) > LongestLine))
                return false;
        return true;
    }

    private static void WriteEncoded(IBufferWriter<byte> text, string plain, string? html, bool eightBit)
    {
        using MimeEntity body = html is null ? Encoded("plain", plain) : new MultipartAlternative(Encoded("plain", plain), Encoded("html", html));
        body.Prepare(eightBit ? EncodingConstraint.EightBit : EncodingConstraint.SevenBit, LongestLine);
        using var written = new MemoryStream();
        body.WriteTo(LineEnds, written);
        text.Write(written.GetBuffer().AsSpan(0, (int)written.Length));
    }

    private static TextPart Encoded(string subtype, string body)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, body);
        return part;
    }

    private static FormatOptions FormatOf()
    {
        var format = FormatOptions.Default.Clone();
        (format.NewLineFormat, format.EnsureNewLine) = (NewLineFormat.Dos, true);
        return format;
    }
}
