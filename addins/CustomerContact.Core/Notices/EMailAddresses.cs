using System.Globalization;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Whether a text can be an e-mail address at all. The mail server has the last word; this finds what it need not be asked.</summary>
public static class EMailAddresses
{
    // RFC 5321, 4.5.3.1: a path of 256 with its angle brackets, and 64 before the @.
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;

    /// <summary>Null if the text may be an address; else what is wrong, in words that do not repeat it.</summary>
    public static string? Complaint(string? text)
    {
        var address = text.AsSpan().Trim();
        if (address.IsEmpty)
            return AddressWords.NoAddress;
        return Fault(address) is { } fault ? AddressWords.UnusableAddress(fault) : null;
    }

    /// <summary>As <see cref="Complaint"/>, about an address that was just given and stands on no record yet.</summary>
    public static string? ComplaintAboutGiven(string? text)
    {
        var address = text.AsSpan().Trim();
        if (address.IsEmpty)
            return AddressWords.NoAddress;
        return Fault(address) is { } fault ? AddressWords.UnusableGivenAddress(fault) : null;
    }

    /// <summary>Null if a text that somebody typed may be an address; else what is wrong with it, as a sentence.</summary>
    public static string? ComplaintAboutTyped(string? text)
    {
        var address = text.AsSpan().Trim();
        return (address.IsEmpty ? AddressWords.IsEmpty : Fault(address)) is { } fault ? AddressWords.TypedAddress(text!, fault) : null;
    }

    private static string? Fault(ReadOnlySpan<char> address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0)
            return AddressWords.HasNoAt;
        if (address.IndexOfAny(",;") >= 0)
            return AddressWords.IsMoreThanOne;
        foreach (var letter in address)
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"' or '(' or ')')
                return AddressWords.HoldsAStrangeCharacter;
            else if (IsUnseen(letter))
                return AddressWords.HoldsAnUnseenCharacter($"{(int)letter:X4}");
        if (address[..at].Contains('@'))
            return AddressWords.HasTwoAts;
        if (at is 0 or > LongestLocalPart || address.Length > LongestAddress)
            return at == 0 ? AddressWords.HasNothingBeforeItsAt : AddressWords.IsTooLong;
        return IsDomain(address[(at + 1)..]) ? null : AddressWords.HasNoDomain;
    }

    // Copied along from a page or a letter. Two of them some scripts need between their letters.
    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter is not ('\u200C' or '\u200D');

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.Length > 0 && domain[0] != '.' && domain[^1] != '.' && !domain.Contains("..", StringComparison.Ordinal);
}
