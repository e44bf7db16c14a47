using IllAddins.Host.Scripting;
using Microsoft.Extensions.Configuration;

namespace IllAddins.Host.Cli;

/// <summary>The names of the settings that README lists. A misspelt one must not count as one that is not set: without a mail server mails would go into a folder, and without its list every add-in would be allowed.</summary>
public static class KnownSettings
{
    private const string Sites = "Sites";
    private const string Addins = "Addins";
    private const string Allowed = "Allowed";

    private static readonly string[] MailOfSites =
    [
        "Host", "Port", "Security", "User", "PasswordFile", "AccessTokenFile", "RetryMinutes", "GiveUpHours", "MaxAgeDays", "ResendUnknownMinutes", "PerMinute", "CatchUpPerMinute", "Connections",
        "PickupFolder", "LocalName",
    ];

    private static readonly string[] LettersOfSites = ["Envelope", "Paper", "OffsetX", "OffsetY", "Code", "Language"];

    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Mail"] = [.. MailOfSites, "FromAddress", "FromName"],
        ["Scripts"] = ["TimeMs", "MemoryMB", "SourceKB"],
        [Addins] = [Allowed],
        ["Metrics"] = ["TokenFile"],
        ["Letters"] = LettersOfSites,
    };

    private static readonly Dictionary<string, string[]> OfSites = new(StringComparer.OrdinalIgnoreCase) { ["Mail"] = MailOfSites, ["Letters"] = LettersOfSites };

    /// <summary>All names, with a colon between section and name.</summary>
    public static IEnumerable<string> Names => Sections.SelectMany(section => section.Value.Select(name => $"{section.Key}:{name}")).Append("TimeZone");

    /// <summary>What is wrong with the first name that is none; null where all are known. Sections that the host does not know are left to whoever reads them.</summary>
    public static string? Problem(IConfiguration settings) => settings.AsEnumerable().Where(setting => setting.Value is not null)
        .OrderBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).Select(setting => Problem(setting.Key.Split(':'))).FirstOrDefault(problem => problem is not null);

    /// <summary>What is wrong with settings for sites that do not exist: they count for nobody. Null where there are none.</summary>
    /// <param name="settings">All of them, with known names.</param>
    /// <param name="sites">The codes of the sites there are.</param>
    public static string? OfNoSite(IConfiguration settings, IReadOnlyCollection<string> sites)
    {
        var strayed = Sections.Keys.SelectMany(section => settings.GetSection($"{section}:{Sites}").GetChildren())
            .Where(own => own.AsEnumerable().Any(setting => setting.Value is not null) && !sites.Contains(own.Key, StringComparer.OrdinalIgnoreCase))
            .Select(own => $"{own.Path}{(NearestName.To(own.Key, sites) is { } near ? $" (did you mean {near}?)" : "")}").Order(StringComparer.OrdinalIgnoreCase).ToList();
        return strayed.Count > 0 ? $"no site has the code of {string.Join(", ", strayed)}; what stands there counts for nobody." : null;
    }

    private static string? Problem(string[] key) => key switch
    {
        [var section, .. var rest] when Sections.ContainsKey(section) => rest switch
        {
            [var sites, _, .. var own] when IsSites(section, sites) => Problem($"{section}:{sites}:{rest[1]}:", own, OfSites[section]),
            // The one setting that may be a list.
            [var allowed, var at] when Same(section, Addins) && Same(allowed, Allowed) && at.All(char.IsAsciiDigit) => null,
            // A setting of an add-in's own.
            [var addin, _, ..] when Same(section, Addins) && !Same(addin, Allowed) => null,
            _ => Problem($"{section}:", rest, Sections[section]),
        },
        [var section, .. var rest] => Sections.Keys.FirstOrDefault(known => NearestName.To(section, [known]) is not null && Problem("", rest, Sections[known]) is null) is { } meant
            ? Said(string.Join(':', key), string.Join(':', rest.Prepend(meant)))
            : null,
        _ => null,
    };

    private static string? Problem(string prefix, string[] name, string[] known)
    {
        if (name is [var one])
            return known.Contains(one, StringComparer.OrdinalIgnoreCase) ? null : Said(prefix + one, NearestName.To(one, known) is { } near ? prefix + near : null);
        var written = prefix + string.Join(':', name);
        return name.Length > 0 && known.Contains(name[0], StringComparer.OrdinalIgnoreCase)
            ? $"{written} is no setting: the value of {prefix}{name[0]} is one text, not a list or an object."
            : Said(written.TrimEnd(':'), null);
    }

    private static string Said(string written, string? meant) => $"{written} is no setting.{(meant is null ? "" : $" Did you mean {meant}?")}";

    private static bool IsSites(string section, string word) => OfSites.ContainsKey(section) && Same(word, Sites);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
