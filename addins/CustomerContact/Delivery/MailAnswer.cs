using System.Globalization;
using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What was answered to a mail, word for word, and how far it had come.</summary>
/// <param name="Stage">How far the mail had come.</param>
/// <param name="Code">The server's three digits, 100 to 999; null when the words are ours because the server said nothing usable.</param>
/// <param name="Text">The server's text after the code, lines joined by a line feed (at most 8,000 characters are kept); or our own words.</param>
public sealed partial record MailAnswer(MailStage Stage, int? Code, string Text)
{
    /// <summary>The enhanced status at the start of the text, such as <c>5.1.1</c> (RFC 3463); null when there is none.</summary>
    public string? EnhancedStatus => Code is not null && Enhanced().Match(Text) is { Success: true } match ? match.Value : null;

    /// <summary>The address that the answer is about; null when it is about the whole mail or the server.</summary>
    public string? Address { get; init; }

    /// <summary>The answer as the server gave it, such as <c>550 5.1.1 No such user</c>.</summary>
    public override string ToString() => Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"{code} {Text}").TrimEnd() : Text;

    internal static MailAnswer InOurWords(MailStage stage, string text) => new(stage, null, text);

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])")]
    private static partial Regex Enhanced();
}
