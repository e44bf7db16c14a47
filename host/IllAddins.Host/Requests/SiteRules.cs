using System.Globalization;

namespace IllAddins.Host.Requests;

/// <summary>What the settings of a site may be.</summary>
public static class SiteRules
{
    private static readonly DateTimeOffset SomeDay = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly DateTimeOffset AnotherDay = new(2031, 11, 22, 13, 14, 15, TimeSpan.Zero);

    /// <summary>Everything that is wrong with a change, in words.</summary>
    public static IEnumerable<string> Problems(string nvtgc, SiteChange change) =>
        new[]
        {
            SiteCode.Problem(nvtgc)?.Words,
            Unless(change.SiteName is null || (change.SiteName.Trim().Length > 0 && IsOneLine(change.SiteName)), "SiteName", change.SiteName, "a name in one line"),
            Unless(Open(change.TimeZone) || SiteRecords.Zone(change.TimeZone!) is not null, "TimeZone", change.TimeZone, "an IANA time zone such as America/New_York or Europe/Berlin"),
            Unless(change.DefaultDelayMinutes is null or (>= 0 and <= 43_200), "DefaultDelayMinutes", Said(change.DefaultDelayMinutes), "minutes from 0 to 43200 (30 days)"),
            Unless(change.SweepMinutes is null or (>= 1 and <= 1_440), "SweepMinutes", Said(change.SweepMinutes), "minutes from 1 to 1440 (a day)"),
            Unless(Open(change.FromName) || IsOneLine(change.FromName!), "FromName", change.FromName, "a name in one line"),
            Unless(Open(change.FromAddress) || IsAddress(change.FromAddress!), "FromAddress", change.FromAddress, "one mail address such as ill@library.example"),
            Unless(Open(change.PickupField) || FieldName(change.PickupField!), "PickupField", change.PickupField, "User. or Transaction. and a field's name, such as User.Site or Transaction.ItemInfo4"),
            Unless(Open(change.DateFormat) || Prints(change.DateFormat!), "DateFormat", change.DateFormat, "a date format such as d MMMM yyyy or MM/dd/yyyy"),
        }
        .Concat(change.LocalInfo.Keys.Select(name => Unless(LocalName(name), "LocalInfo", name, "a name of 1 to 50 letters (A to Z), digits or '_', as templates write it: <#LocalInfo.Name>")))
        .Concat(change.LocalInfo.Select(pair => Unless(!pair.Value.Contains('\0', StringComparison.Ordinal), $"LocalInfo.{pair.Key}", pair.Value, "text without NUL characters")))
        .OfType<string>();

    /// <summary>Whether a text can be the one address of a sender.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && text.Length <= 254
            && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || "<>,;:\"()[]\\".Contains(letter, StringComparison.Ordinal));
    }

    /// <summary>Whether a name or a format stays in one line.</summary>
    public static bool IsOneLine(string text) => !text.Any(char.IsControl);

    private static string? Unless(bool right, string setting, string? found, string expected) => right
        ? null
        : new FieldProblem { Column = setting, Found = string.IsNullOrEmpty(found) ? "nothing" : FieldProblem.Quote(found), Expected = expected }.Words;

    // Left as it is, or given back to the default site.
    private static bool Open(string? setting) => string.IsNullOrEmpty(setting);

    // A field that is in no catalogue may be a column that an import brought.
    private static bool FieldName(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && text[..dot].ToUpperInvariant() is "USER" or "TRANSACTION" && text[(dot + 1)..].Trim().Length > 0 && IsOneLine(text);
    }

    private static bool Prints(string format)
    {
        try
        {
            var text = SomeDay.ToString(format, CultureInfo.InvariantCulture);
            return IsOneLine(text) && text.Trim().Length > 0 && text != AnotherDay.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool LocalName(string name) =>
        name.Length is >= 1 and <= 50 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static string? Said(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
