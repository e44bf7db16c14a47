using System.Globalization;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Cutting a text where a reader sees the gap between two characters.</summary>
internal static class TextElements
{
    /// <summary>The first text elements of a value: no letter loses its accent, no emoji is cut in two. Null is no limit.</summary>
    public static string First(string value, int? most)
    {
        if (most is not { } count || value.Length <= count)
            return value;
        var length = 0;
        for (; count > 0 && length < value.Length; count--)
            length += StringInfo.GetNextTextElementLength(value.AsSpan(length));
        return value[..length];
    }
}
