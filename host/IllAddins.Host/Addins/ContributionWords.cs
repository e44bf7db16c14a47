namespace IllAddins.Host.Addins;

/// <summary>What an add-in contributes, in words.</summary>
public static class ContributionWords
{
    /// <returns>E.g. <c>2 sweeps, 1 screen, 13 endpoints below /ILLiadWebPlatform/</c>; <c>nothing</c> where it registered nothing.</returns>
    /// <param name="addin">The add-in's name.</param>
    /// <param name="pathPrefix">The path that it declares, without slashes; null where it declares none.</param>
    /// <param name="counts">How much it registered.</param>
    public static string Of(string addin, string? pathPrefix, AddinContribution counts)
    {
        (int Count, string One, string Where)[] kinds =
        [
            (counts.Sweeps, "sweep", ""),
            (counts.Rehearsals, "rehearsal", ""),
            (counts.Screens, "screen", ""),
            (counts.Panels, "panel", ""),
            (counts.Endpoints, "endpoint", $" below /{pathPrefix ?? $"{PathPrefixes.OfAll}/{addin}"}/"),
            (counts.Verbs, "verb", ""),
            (counts.ScriptFunctions, "script function", ""),
            (counts.Channels, "channel", ""),
            (counts.TemplateFields, "template field", ""),
            (counts.HealthChecks, "health check", ""),
            (counts.Listeners, "listener", ""),
            (counts.EventSources, "event source", ""),
            (counts.Settings, "setting", ""),
        ];
        var words = string.Join(", ", kinds.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.One}{(kind.Count == 1 ? "" : "s")}{kind.Where}"));
        return words.Length > 0 ? words : "nothing";
    }

    public static string Of(ReportedAddin addin) => Of(addin.Name, addin.PathPrefix, addin.Contributes);

    public static string Of(AddinEntry addin) => Of(addin.Name, addin.PathPrefix, addin.Contributes);
}
