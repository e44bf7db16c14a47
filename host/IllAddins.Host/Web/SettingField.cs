using IllAddins.Host.Addins.Settings;

namespace IllAddins.Host.Web;

/// <summary>A setting as it stands on the page. Of a secret nothing is here but whether it is kept.</summary>
public sealed record SettingField
{
    public required AddinSetting Setting { get; init; }

    /// <summary>What the field holds; empty for a secret.</summary>
    public required string Value { get; init; }

    /// <summary>Where the value comes from, in a sentence.</summary>
    public required string Source { get; init; }

    /// <summary>True where nobody has given it a value.</summary>
    public required bool Empty { get; init; }

    /// <summary>True where it cannot be changed for the site chosen.</summary>
    public required bool Fixed { get; init; }

    /// <summary>True where a value was entered that can be taken away.</summary>
    public required bool Kept { get; init; }

    /// <summary>What is wrong with what stands or was entered; null where nothing is.</summary>
    public string? Problem { get; init; }

    public static SettingField Of(
        string addin, AddinSetting setting, AddinSettings settings, ShellView view, IReadOnlyDictionary<string, string> problems, IReadOnlyDictionary<string, string?> entered)
    {
        var standing = settings.Standing(addin, setting, view.Site?.NVTGC);
        return new SettingField
        {
            Setting = setting,
            Value = setting is AddinSetting.Secret ? "" : entered.GetValueOrDefault(setting.Name) ?? standing.Value,
            Source = Words(setting, standing, view),
            Empty = standing.Origin is SettingOrigin.Default,
            Fixed = view.Site is not null && !setting.PerSite,
            Kept = standing.Origin is SettingOrigin.Site || (standing.Origin is SettingOrigin.AllSites && view.Site is null),
            Problem = problems.GetValueOrDefault(setting.Name) ?? standing.Trouble,
        };
    }

    private static string Words(AddinSetting setting, SettingStanding standing, ShellView view)
    {
        var at = standing.ChangedAt is { } changed ? CellText.Moment(changed, view.Clock, view.Now) : null;
        return standing.Origin switch
        {
            SettingOrigin.Default when setting is AddinSetting.Secret => AdminWords.NoSecretKept,
            SettingOrigin.Default => AdminWords.SettingDefault,
            SettingOrigin.File => AdminWords.SettingFromFile,
            SettingOrigin.AllSites when at is null => AdminWords.SettingOfAllSites,
            SettingOrigin.AllSites => AdminWords.SettingOfAllSitesBy(standing.ChangedBy!, at),
            SettingOrigin.Site when at is null => AdminWords.SettingOfSite(view.Site!.NVTGC),
            SettingOrigin.Site => AdminWords.SettingOfSiteBy(view.Site!.NVTGC, standing.ChangedBy!, at),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
