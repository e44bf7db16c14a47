using System.Globalization;

namespace IllAddins.Host.Requests;

/// <summary>A change of a site's settings as the account of acts has it: the settings that are different now, from what to what.</summary>
public static class SiteAct
{
    /// <summary>The entry.</summary>
    /// <param name="before">The site as it was; null where there was none.</param>
    /// <param name="after">The site as it is.</param>
    /// <param name="by">Who changed it.</param>
    public static AuditEntry Of(Site? before, Site after, string by)
    {
        var (was, became) = (before is null ? [] : Settings(before), Settings(after));
        var changed = was.Keys.Union(became.Keys).Where(name => was.GetValueOrDefault(name, "") != became.GetValueOrDefault(name, "")).Order(StringComparer.Ordinal).ToList();
        return new AuditEntry
        {
            By = by,
            Act = before is null ? "add" : "change",
            Subject = "site settings",
            Site = after.NVTGC,
            Was = before is null ? null : Words(changed, was),
            Became = Words(changed, became),
        };
    }

    private static string Words(IEnumerable<string> names, Dictionary<string, string> settings) => string.Join("; ", names.Select(name => $"{name} {settings.GetValueOrDefault(name, "")}".Trim()));

    private static Dictionary<string, string> Settings(Site site)
    {
        var settings = new Dictionary<string, string>
        {
            ["Name"] = site.Name,
            ["TimeZone"] = site.TimeZone,
            ["DefaultDelayMinutes"] = site.DefaultDelayMinutes.ToString(CultureInfo.InvariantCulture),
            ["SweepMinutes"] = site.SweepMinutes.ToString(CultureInfo.InvariantCulture),
            ["FromName"] = site.FromName,
            ["FromAddress"] = site.FromAddress,
            ["PickupField"] = site.PickupField,
            ["DateFormat"] = site.DateFormat,
        };
        foreach (var (name, value) in site.LocalInfo)
            settings[$"LocalInfo.{name}"] = value;
        return settings;
    }
}
