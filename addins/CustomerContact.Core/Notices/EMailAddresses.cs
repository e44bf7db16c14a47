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
            return "no e-mail address";
        return Fault(address) is { } fault ? $"no usable e-mail address: the one on the user's record {fault}." : null;
    }

    /// <summary>Null if a text that somebody typed may be an address; else what is wrong with it, as a sentence.</summary>
    public static string? ComplaintAboutTyped(string? text)
    {
        var address = text.AsSpan().Trim();
        return (address.IsEmpty ? "is empty" : Fault(address)) is { } fault ? $"'{text}' {fault}; expected an address such as jane@library.org." : null;
    }

    private static string? Fault(ReadOnlySpan<char> address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0)
            return "has no '@'";
        if (address.IndexOfAny(",;") >= 0)
            return "is more than one";
        foreach (var letter in address)
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"' or '(' or ')')
                return "holds a space, a bracket or another character that addresses do not have";
        if (address[..at].Contains('@'))
            return "has more than one '@'";
        if (at is 0 or > LongestLocalPart || address.Length > LongestAddress)
            return at == 0 ? "has nothing before its '@'" : "is too long";
        return IsDomain(address[(at + 1)..]) ? null : "does not end in a domain such as library.example";
    }

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.Length > 0 && domain[0] != '.' && domain[^1] != '.' && !domain.Contains("..", StringComparison.Ordinal);
}
