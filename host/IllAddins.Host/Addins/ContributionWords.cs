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
        string[] kinds =
        [
            .. Counted(counts.Sweeps, AddinWords.Sweeps),
            .. Counted(counts.Rehearsals, AddinWords.Rehearsals),
            .. Counted(counts.Screens, AddinWords.Screens),
            .. Counted(counts.Panels, AddinWords.Panels),
            .. Counted(counts.Endpoints, count => AddinWords.Endpoints(count, $"/{pathPrefix ?? $"{PathPrefixes.OfAll}/{addin}"}/")),
            .. Counted(counts.Verbs, AddinWords.Verbs),
            .. Counted(counts.ScriptFunctions, AddinWords.ScriptFunctions),
            .. Counted(counts.Channels, AddinWords.Channels),
            .. Counted(counts.TemplateFields, AddinWords.TemplateFields),
            .. Counted(counts.HealthChecks, AddinWords.HealthChecks),
            .. Counted(counts.Listeners, AddinWords.Listeners),
            .. Counted(counts.EventSources, AddinWords.EventSources),
            .. Counted(counts.Settings, AddinWords.Settings),
        ];
        return kinds.Length > 0 ? string.Join(", ", kinds) : AddinWords.ContributesNothing;
    }

    public static string Of(ReportedAddin addin) => Of(addin.Name, addin.PathPrefix, addin.Contributes);

    public static string Of(AddinEntry addin) => Of(addin.Name, addin.PathPrefix, addin.Contributes);

    private static string[] Counted(int count, Func<int, string> words) => count > 0 ? [words(count)] : [];
}
