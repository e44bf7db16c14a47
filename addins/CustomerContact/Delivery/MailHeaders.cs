using System.Buffers;
using System.Text;
using IllAddins.CustomerContact.Core.Common;
using MimeKit;
using MimeKit.Utils;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Writes the headers of a mail, into which nothing can be injected: what is printable ASCII stands as it is, all else in encoded words (RFC 2047).
/// </summary>
internal static class MailHeaders
{
    // With a header's name before it, this fits into the 78 characters that a line should have (RFC 5322, 2.1.1).
    private const int ShortText = 60;

    // 52 letters of base 64: with what stands around it, and a header's name before it, this fits into the 76 characters that RFC 2047 allows.
    private const int BytesEach = 39;

    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter)]);
    private static readonly SearchValues<char> Atoms = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%&'*+-/^_`{|}~");

    /// <summary>Writes all that stand before those of the body.</summary>
    /// <param name="text">Takes them.</param>
    /// <param name="mail">The mail, whose Message-Id has no problem.</param>
    /// <param name="parties">Its addresses, read and narrowed to what the way out can carry.</param>
    /// <param name="withBcc">True writes the Bcc header: for a file that somebody else will send, never for SMTP.</param>
    public static void Write(IBufferWriter<byte> text, OutgoingMail mail, MailParties parties, bool withBcc)
    {
        Addresses(text, "From", [parties.From], parties);
        Addresses(text, "To", parties.To, parties);
        Addresses(text, "Cc", parties.Cc, parties);
        if (withBcc)
            Addresses(text, "Bcc", parties.Bcc, parties);
        Put(text, $"Subject: {Subject(HeaderText.OneLine(mail.Subject))}\r\nDate: {DateUtils.FormatDate(mail.Date)}\r\nMessage-Id: <{MessageIds.Bare(mail)}>\r\n");
        // RFC 3834: tells vacation responders not to answer.
        text.Write("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"u8);
    }

    public static void Put(IBufferWriter<byte> text, string words) => Encoding.UTF8.GetBytes(words, text);

    private static void Addresses(IBufferWriter<byte> text, string header, IReadOnlyList<MailboxAddress> addresses, MailParties parties)
    {
        for (var at = 0; at < addresses.Count; at++)
        {
            Put(text, at == 0 ? $"{header}: " : ",\r\n ");
            var address = parties.Written(addresses[at]);
            Put(text, addresses[at].Name is { Length: > 0 } name ? $"{Phrase(name)} <{address}>" : address);
        }

        if (addresses.Count > 0)
            text.Write("\r\n"u8);
    }

    private static string Phrase(string name) => name switch
    {
        _ when name.Length > ShortText || !IsPlain(name) => Encoded(name),
        _ when !name.AsSpan().ContainsAnyExcept(Atoms) => name,
        _ when !name.AsSpan().ContainsAny('"', '\\') => $"\"{name}\"",
        _ => Encoded(name),
    };

    // Folded before a blank, which stays: a reader takes the line's end away and nothing else (RFC 5322, 2.2.3).
    private static string Subject(string words)
    {
        if (!IsPlain(words) || words.Split(' ').Any(word => word.Length > ShortText))
            return Encoded(words);
        if (words.Length <= ShortText)
            return words;
        var (folded, line) = (new StringBuilder(words.Length + 16), 0);
        foreach (var word in words.Split(' '))
        {
            var folds = line + word.Length > ShortText;
            folded.Append(folds ? "\r\n " : line > 0 ? " " : "").Append(word);
            line = folds ? word.Length : line + word.Length + 1;
        }

        return folded.ToString();
    }

    // Neither what only looks encoded: a reader would decode it.
    private static bool IsPlain(string words) => !words.AsSpan().ContainsAnyExcept(Printable) && !words.Contains("=?", StringComparison.Ordinal);

    // No letter is cut in two.
    private static string Encoded(string words)
    {
        var (encoded, piece, size) = (new StringBuilder(), new byte[BytesEach], 0);
        foreach (var rune in words.EnumerateRunes())
        {
            if (size + rune.Utf8SequenceLength > BytesEach)
                End("\r\n ");
            size += rune.EncodeToUtf8(piece.AsSpan(size));
        }

        End("");
        return encoded.ToString();

        void End(string after)
        {
            if (size > 0)
                encoded.Append("=?utf-8?B?").Append(Convert.ToBase64String(piece, 0, size)).Append("?=").Append(after);
            size = 0;
        }
    }
}
