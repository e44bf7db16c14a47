namespace IllAddins.Host.Addins.Settings;

/// <summary>Changes that somebody asks for in the settings of one add-in.</summary>
public sealed record SettingOrder
{
    public required string Addin { get; init; }

    /// <summary>The settings that the add-in registered.</summary>
    public required IReadOnlyList<AddinSetting> Known { get; init; }

    /// <summary>The code of a site that is there; null for all sites.</summary>
    public string? Site { get; init; }

    /// <summary>By the setting's name: what was entered; null takes away what is kept.</summary>
    public required IReadOnlyDictionary<string, string?> Entered { get; init; }

    /// <summary>Who changes it.</summary>
    public required string By { get; init; }
}

/// <summary>Checks changes of settings and keeps them: all, or, where one is wrong, none.</summary>
/// <param name="settings">Where they are kept.</param>
/// <param name="clock">For the time limit of an add-in's own checks.</param>
public sealed class SettingChanges(AddinSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(5);

    /// <returns>What is wrong, by the setting's name; empty where everything was kept.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ApplyAsync(SettingOrder order, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var good = new List<(AddinSetting Setting, string? Value)>();
        foreach (var (name, entered) in order.Entered)
        {
            var setting = order.Known.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
            if (await ProblemAsync(order, setting, name, entered, cancellationToken) is { } problem)
                problems[name] = problem;
            else
                good.Add((setting!, entered is null ? null : ((SettingReading.Good)SettingText.Read(setting!, entered)).Value));
        }

        if (problems.Count == 0)
            await settings.KeepAsync(order.Addin, order.Site, good, order.By, cancellationToken);
        return problems;
    }

    private async Task<string?> ProblemAsync(SettingOrder order, AddinSetting? setting, string name, string? entered, CancellationToken cancellationToken)
    {
        if (setting is null)
            return $"{order.Addin} has no setting '{name}'. It has: {string.Join(", ", order.Known.Select(known => known.Name))}.";
        if (order.Site is not null && !setting.PerSite)
            return "This setting has one value for all sites. Set it for all.";
        if (entered is null)
            return null;
        if (SettingText.Read(setting, entered) is SettingReading.Bad bad)
            return bad.Problem;
        return setting is AddinSetting.Text { Problem: { } ask } text && ((SettingReading.Good)SettingText.Read(text, entered)).Value is { Length: > 0 } value
            ? await AskAsync(order.Addin, text.Name, ask, value, cancellationToken)
            : null;
    }

    private async Task<string?> AskAsync(string addin, string name, Func<string, string?> ask, string value, CancellationToken cancellationToken)
    {
        var call = new AddinCall { Addin = addin, What = $"the check of its setting '{name}'", Limit = CheckLimit, Clock = clock };
        return await call.RunAsync(_ => Task.FromResult(ask(value)), cancellationToken) switch
        {
            AddinOutcome<string?>.Completed completed => completed.Value,
            AddinOutcome<string?>.Failed failed => $"Nothing was kept: {failed.Message}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
