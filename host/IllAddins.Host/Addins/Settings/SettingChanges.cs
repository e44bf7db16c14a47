namespace IllAddins.Host.Addins.Settings;

/// <summary>Changes that somebody asks for in the settings of one add-in.</summary>
public sealed record SettingOrder
{
    public required string Addin { get; init; }

    /// <summary>The settings that the add-in registered.</summary>
    public required IReadOnlyList<Contributed<AddinSetting>> Known { get; init; }

    /// <summary>The code of a site that is there; null for all sites.</summary>
    public string? Site { get; init; }

    /// <summary>By the setting's name: what was entered; null takes away what is kept.</summary>
    public required IReadOnlyDictionary<string, string?> Entered { get; init; }

    /// <summary>Who changes it.</summary>
    public required string By { get; init; }
}

/// <summary>Checks changes of settings and keeps them: all, or, where one is wrong, none.</summary>
/// <param name="settings">Where they are kept.</param>
/// <param name="limits">How long an add-in's own check may take.</param>
/// <param name="clock">For that limit.</param>
public sealed class SettingChanges(AddinSettings settings, AddinLimits limits, TimeProvider clock)
{
    private const int LongestProblem = 2_000;

    /// <returns>What is wrong, by the setting's name; empty where everything was kept.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ApplyAsync(SettingOrder order, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var good = new List<(AddinSetting Setting, string? Value)>();
        foreach (var (name, entered) in order.Entered)
        {
            var setting = order.Known.FirstOrDefault(known => string.Equals(known.Item.Name, name, StringComparison.OrdinalIgnoreCase));
            if (await ProblemAsync(order, setting, name, entered, cancellationToken) is { } problem)
                problems[name] = problem;
            else
                good.Add((setting!.Item, entered is null ? null : ((SettingReading.Good)SettingText.Read(setting.Item, entered)).Value));
        }

        if (problems.Count == 0)
            await settings.KeepAsync(order.Addin, order.Site, good, order.By, cancellationToken);
        return problems;
    }

    private async Task<string?> ProblemAsync(SettingOrder order, Contributed<AddinSetting>? setting, string name, string? entered, CancellationToken cancellationToken)
    {
        if (setting is null)
            return AddinWords.NoSuchSetting(order.Addin, name, string.Join(", ", order.Known.Select(known => known.Item.Name)));
        if (order.Site is not null && !setting.Item.PerSite)
            return AddinWords.SettingOfAllSites;
        if (entered is null)
            return null;
        return SettingText.Read(setting.Item, entered) switch
        {
            SettingReading.Bad bad => bad.Problem,
            SettingReading.Good { Value: { Length: > 0 } value } when setting.Item is AddinSetting.Text { Problem: not null } => await AskAsync(setting, value, cancellationToken),
            _ => null,
        };
    }

    private static string? Short(string? problem) =>
        problem is { Length: > LongestProblem } ? throw new InvalidOperationException($"It answered a problem of {problem.Length} characters; {LongestProblem} may be.") : problem;

    private async Task<string?> AskAsync(Contributed<AddinSetting> setting, string value, CancellationToken cancellationToken)
    {
        var call = new AddinCall { Addin = setting.Addin, What = CallWords.SettingCheck(setting.Item.Name), Limit = limits.Check, Clock = clock };
        return await setting.RunAsync(call, (item, _) => Task.FromResult(Short((item as AddinSetting.Text)?.Problem?.Invoke(value))), cancellationToken) switch
        {
            AddinOutcome<string?>.Completed completed => completed.Value,
            AddinOutcome<string?>.Failed failed => AddinWords.NothingKept(failed.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
