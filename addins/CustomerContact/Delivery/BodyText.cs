using System.Buffers;
using System.Text;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Makes a text fit for the body of a mail.</summary>
internal static class BodyText
{
    private static readonly SearchValues<char> NotInBody =
        SearchValues.Create([.. Enumerable.Range(0, 0x2030).Select(code => (char)code).Where(code => code != '\t' && HeaderText.IsBreak(code))]);

    /// <summary>Lines that all end in CR LF, without control characters other than the tab: a bare CR means different things to different servers.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(NotInBody))
            return text;
        var body = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(NotInBody) is >= 0 and var at)
        {
            body.Append(rest[..at]);
            var isPair = rest[at..] is ['\r', '\n', ..];
            if (rest[at] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
                body.Append("\r\n");
            rest = rest[(at + (isPair ? 2 : 1))..];
        }

        return body.Append(rest).ToString();
    }
}
