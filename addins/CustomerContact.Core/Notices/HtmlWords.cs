using System.Net;
using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>The words of an HTML text, for readers that show plain text only.</summary>
internal static partial class HtmlWords
{
    /// <summary>Without markup; what begins on a line of its own still does. Empty for a text without words.</summary>
    public static string Of(string html)
    {
        var text = Unread().Replace(html, "");
        text = Blanks().Replace(text, " ");
        text = LineEnd().Replace(text, "\n");
        text = WebUtility.HtmlDecode(Markup().Replace(text, "")).Replace('\u00A0', ' ');
        return Gaps().Replace(text, "\n\n").Trim();
    }

    [GeneratedRegex(@"<!--.*?-->|<(?<name>head|style|script|title)\b.*?</\k<name>\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unread();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ?<(br|/(p|div|li|tr|h[1-6]|ul|ol|table)|(p|div|h[1-6]|ul|ol|table))\b[^>]*> ?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"( *\n *){3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gaps();
}
