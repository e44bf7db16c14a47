namespace IllAddins.CustomerContact.Core.Common;

/// <summary>Comparing texts that people typed into a record over many years.</summary>
internal static class Spelling
{
    public static bool Same(string? one, string? other) =>
        one is not null && other is not null && one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    public static bool IsOneOf(string text, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
            if (Same(text, spelling))
                return true;
        return false;
    }
}
