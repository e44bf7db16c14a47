using System.Text;
using IllAddins.CustomerContact.Core.Common;
using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>One address field as it was read: the good addresses, and a sentence for each bad one.</summary>
/// <param name="Addresses">Good addresses in their order, none twice.</param>
/// <param name="Problems">One sentence for each bad piece.</param>
/// <param name="Forged">A sentence when the field holds a line break or control character, so that nothing in it is to be believed; else null.</param>
internal sealed record AddressField(IReadOnlyList<MailboxAddress> Addresses, IReadOnlyList<string> Problems, string? Forged)
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Reads a field of addresses separated by comma or semicolon.</summary>
    /// <param name="field">The field's name in messages.</param>
    /// <param name="name">Display name for addresses that bring none.</param>
    /// <param name="text">What the field holds; empty gives no address and no problem.</param>
    public static AddressField Read(string field, string name, string text)
    {
        if (HasBreak(text))
            return new([], [], MailWords.ForgedField(field));

        var addresses = new List<MailboxAddress>();
        var problems = new List<string>();
        foreach (var piece in Split(text))
        {
            if (Parse(piece, name) is not { } address)
                problems.Add(MailWords.BadAddress(piece, field));
            else if (!addresses.Any(known => SameAddress(known, address)))
                addresses.Add(address);
        }
        return new(addresses, problems, null);
    }

    public static bool SameAddress(MailboxAddress one, MailboxAddress other) => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a local part in another script. A domain in another script has an ASCII form and needs nothing.</summary>
    public static bool NeedsSmtpUtf8(MailboxAddress address) => !Ascii.IsValid(address.Address.AsSpan(0, Math.Max(0, address.Address.LastIndexOf('@'))));

    private static MailboxAddress? Parse(string piece, string name)
    {
        // The usual form needs no parser, which takes longer than all the rest of an address.
        if (IsUsual(piece))
            return new MailboxAddress(Encoding.UTF8, HeaderText.OneLine(name), piece);
        if (!MailboxAddress.TryParse(Strict, piece, out var parsed) || parsed.Route.Count > 0)
            return null;
        var address = MailboxAddress.EncodeAddrspec(parsed.Address);
        var at = address.LastIndexOf('@');
        if (at is < 1 or > LongestLocalPart || address.Length > LongestAddress || !IsDomain(address[(at + 1)..]))
            return null;
        return new MailboxAddress(Encoding.UTF8, HeaderText.OneLine(parsed.Name is { Length: > 0 } own ? own : name), address);
    }

    // Words of letters, digits, - and _, joined by single dots, on both sides of one @.
    private static bool IsUsual(string piece)
    {
        var (at, before) = (-1, '.');
        for (var index = 0; index < piece.Length; index++)
        {
            var letter = piece[index];
            var joins = letter is '.' or '@';
            if (joins ? before is '.' or '@' || (letter == '@' && at >= 0) : !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))
                return false;
            at = letter == '@' ? index : at;
            before = letter;
        }

        return at is >= 1 and <= LongestLocalPart && before is not ('.' or '@') && piece.Length <= LongestAddress && IsDomain(piece[(at + 1)..]);
    }

    private static bool HasBreak(string text)
    {
        foreach (var character in text)
            if (HeaderText.IsBreak(character))
                return true;
        return false;
    }

    private static bool IsDomain(string domain) =>
        domain is ['[', .., ']'] || domain.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var quoted = false;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '"' && (at == 0 || text[at - 1] != '\\'))
                quoted = !quoted;
            if (at < text.Length && (quoted || text[at] is not (',' or ';')))
                continue;
            if (text[start..at].Trim() is { Length: > 0 } piece)
                yield return piece;
            start = at + 1;
        }
    }
}
