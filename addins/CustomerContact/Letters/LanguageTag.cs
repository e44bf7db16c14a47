using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Letters;

/// <summary>The form of a BCP 47 tag.</summary>
internal static partial class LanguageTag
{
    /// <summary>Whether a language is written as a BCP 47 tag, e.g. <c>en</c> or <c>pt-BR</c>.</summary>
    public static bool Is(string language) => Tag().IsMatch(language);

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Tag();
}
