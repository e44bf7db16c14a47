using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Names the file of a mail after its Message-Id: the same name for the same mail, another for another, and safe on every file system.</summary>
internal static class PickupFileName
{
    private const int LongestStem = 150;

    public static string For(string messageId)
    {
        var stem = new StringBuilder(messageId.Length);
        foreach (var character in messageId)
        {
            // A capital would meet its small letter on a file system that does not tell them apart.
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_' or '@' || (character == '.' && stem.Length > 0))
                stem.Append(character);
            else
                stem.Append(CultureInfo.InvariantCulture, $"%{(int)character:x2}");
        }
        return stem.Length <= LongestStem ? $"{stem}.eml" : $"{stem.ToString(0, LongestStem)}-{Digest(messageId)}.eml";
    }

    private static string Digest(string messageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..32];
}
