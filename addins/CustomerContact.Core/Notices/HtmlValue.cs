using System.Net;
using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A value as it stands in the HTML of a mail.</summary>
internal static partial class HtmlValue
{
    /// <summary>Never markup; its lines stay lines, and what is set in stays set in.</summary>
    public static string Of(string value)
    {
        var encoded = WebUtility.HtmlEncode(value);
        return encoded.AsSpan().ContainsAny('\r', '\n') ? LineBreak().Replace(encoded, Broken) : encoded;
    }

    private static string Broken(Match match) => $"<br>\n{string.Concat(Enumerable.Repeat("&nbsp;", match.Groups["indent"].Length))}";

    [GeneratedRegex(@"(?:\r\n|\r|\n)(?<indent> *)", RegexOptions.ExplicitCapture)]
    private static partial Regex LineBreak();
}
