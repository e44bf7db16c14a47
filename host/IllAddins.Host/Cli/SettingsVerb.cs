using System.CommandLine;
using System.Diagnostics;
using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;

namespace IllAddins.Host.Cli;

/// <summary><c>settings list|set|clear</c>: the settings of add-ins, as admins see them on screen.</summary>
public static class SettingsVerb
{
    public static Command Make(Verbs verbs) => new("settings", "The settings of add-ins. A change counts at once, also in a host that is running.") { List(verbs), Set(verbs), Clear(verbs) };

    private static Command List(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var site = SiteOption();
        var list = new Command("list", "List every setting of every running add-in: its value and where it comes from. A secret is never shown.") { site, json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            if (await SiteAsync(installation, parsed.GetValue(site), cancellationToken) is not { } code)
                return await RefuseAsync(parsed, $"There is no site '{parsed.GetValue(site)}'. See: sites list");
            var lines = installation.Addins.Contributed<AddinSetting>().Select(setting => Line(installation, setting, code.Length == 0 ? null : code)).ToList();
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, lines);
            else
                foreach (var line in lines)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"{line.Addin,-20} {line.Name,-24} {line.Value,-24} {line.Origin,-9} {line.Trouble ?? line.Help}");
            return lines.Exists(line => line.Trouble is not null) ? ExitCode.SomeRefused : ExitCode.Done;
        });
        return list;
    }

    private static Command Set(Verbs verbs)
    {
        var (addin, name, site) = (AddinArgument(), NameArgument(), SiteOption());
        var value = new Argument<string?>("VALUE")
        {
            Description = "The value. Leave it out to give it on standard input; a secret is taken from there alone, so that no history keeps it",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var set = new Command("set", "Keep a value, for all sites or for one.") { addin, name, value, site };
        verbs.Set(set, async (installation, parsed, cancellationToken) =>
        {
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            var (owner, wanted) = (parsed.GetRequiredValue(addin), parsed.GetRequiredValue(name));
            if (parsed.GetValue(value) is not null && Find(installation, owner, wanted)?.Item is AddinSetting.Secret)
                return await RefuseAsync(parsed, $"{wanted} is a secret: on the command line others could read it. Leave it out and give it on standard input, e.g. settings set {owner} {wanted} < file");
            var entered = parsed.GetValue(value) ?? await Console.In.ReadLineAsync(cancellationToken) ?? "";
            return await ApplyAsync(installation, parsed, (owner, wanted, entered), parsed.GetValue(site), cancellationToken);
        });
        return set;
    }

    private static Command Clear(Verbs verbs)
    {
        var (addin, name, site) = (AddinArgument(), NameArgument(), SiteOption());
        var clear = new Command("clear", "Take a kept value away, so that the one of all sites, of appsettings.json or the default holds.") { addin, name, site };
        verbs.Set(clear, async (installation, parsed, cancellationToken) =>
        {
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            return await ApplyAsync(installation, parsed, (parsed.GetRequiredValue(addin), parsed.GetRequiredValue(name), null), parsed.GetValue(site), cancellationToken);
        });
        return clear;
    }

    private static async Task<int> ApplyAsync(
        Installation installation, ParseResult parsed, (string Addin, string Name, string? Entered) change, string? site, CancellationToken cancellationToken)
    {
        var known = installation.Addins.Contributed<AddinSetting>().Where(setting => string.Equals(setting.Addin, change.Addin, StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Count == 0)
            return await RefuseAsync(parsed, $"No running add-in '{change.Addin}' has settings. See: settings list");
        if (await SiteAsync(installation, site, cancellationToken) is not { } code)
            return await RefuseAsync(parsed, $"There is no site '{site}'. See: sites list");
        var order = new SettingOrder
        {
            Addin = known[0].Addin,
            Known = known,
            Site = code.Length == 0 ? null : code,
            Entered = new Dictionary<string, string?> { [change.Name] = change.Entered },
            By = Environment.UserName,
        };
        var problems = await new SettingChanges(installation.AddinSettings, installation.Limits, installation.Clock).ApplyAsync(order, cancellationToken);
        if (problems.Count > 0)
            return await RefuseAsync(parsed, $"{change.Name}: {problems.Values.First()}");
        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{change.Name} of {order.Addin} is {(change.Entered is null ? "as it was before anybody set it" : "set")} for {order.Site ?? "all sites"}.");
        return ExitCode.Done;
    }

    private static SettingLine Line(Installation installation, Contributed<AddinSetting> setting, string? site)
    {
        var standing = installation.AddinSettings.Standing(setting.Addin, setting.Item, site);
        return new SettingLine
        {
            Addin = setting.Addin,
            Name = setting.Item.Name,
            Value = setting.Item is not AddinSetting.Secret ? standing.Value : standing.Value.Length > 0 ? "(kept)" : "(none)",
            Origin = standing.Origin switch
            {
                SettingOrigin.Default => "default",
                SettingOrigin.File => "file",
                SettingOrigin.AllSites => "all sites",
                SettingOrigin.Site => site!,
                _ => throw new UnreachableException(),
            },
            Trouble = standing.Trouble,
            Title = setting.Item.Title,
            Help = setting.Item.Help,
        };
    }

    private static Contributed<AddinSetting>? Find(Installation installation, string addin, string name) =>
        installation.Addins.Contributed<AddinSetting>().FirstOrDefault(setting =>
            string.Equals(setting.Addin, addin, StringComparison.OrdinalIgnoreCase) && string.Equals(setting.Item.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <returns>The code as the site writes it; empty for all sites; null where there is no such site.</returns>
    private static async Task<string?> SiteAsync(Installation installation, string? site, CancellationToken cancellationToken) =>
        site is null ? "" : (await installation.Sites.AllAsync(cancellationToken)).FirstOrDefault(known => string.Equals(known.NVTGC, site, StringComparison.OrdinalIgnoreCase))?.NVTGC;

    private static async Task<int> RefuseAsync(ParseResult parsed, string message)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(message);
        return ExitCode.SomeRefused;
    }

    private static Argument<string> AddinArgument() => new("ADDIN") { Description = "The add-in's name" };

    private static Argument<string> NameArgument() => new("NAME") { Description = "The setting's name; see: settings list" };

    private static Option<string?> SiteOption() => new("--site") { Description = "One site instead of all", HelpName = "NVTGC" };

    private sealed record SettingLine
    {
        public required string Addin { get; init; }

        public required string Name { get; init; }

        public required string Value { get; init; }

        public required string Origin { get; init; }

        public required string? Trouble { get; init; }

        public required string Title { get; init; }

        public required string Help { get; init; }
    }
}
