using System.CommandLine;
using IllAddins.Host.Scripting;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>--site S</c> of the scripts verbs: whose script is meant.</summary>
public static class PlaceOption
{
    public static Option<string> Make() => new("--site")
    {
        Description = $"The site's code (NVTGC), or '{SiteScripts.DefaultPlace}' for the script of the sites that have none of their own",
        HelpName = "S",
        Required = true,
    };

    /// <summary>The place that a call names, spelled as the record spells the site; null where there is no such site, which is told.</summary>
    public static async Task<NamedPlace?> FindAsync(Installation installation, ParseResult parsed, Option<string> option, CancellationToken cancellationToken)
    {
        var (wanted, sites) = (parsed.GetRequiredValue(option), await installation.Sites.AllAsync(cancellationToken));
        if (string.Equals(wanted, SiteScripts.DefaultPlace, StringComparison.OrdinalIgnoreCase))
            return new NamedPlace(SiteScripts.DefaultPlace, sites[0]);
        if (sites.FirstOrDefault(site => string.Equals(site.NVTGC, wanted, StringComparison.OrdinalIgnoreCase)) is { } found)
            return new NamedPlace(found.NVTGC, found);
        await parsed.InvocationConfiguration.Error.WriteLineAsync(
            $"There is no site '{wanted}'. Expected one of {string.Join(", ", sites.Select(site => site.NVTGC))}, or {SiteScripts.DefaultPlace}.");
        return null;
    }
}

/// <summary>Whose script is meant, and the site on whose clock times are told.</summary>
public sealed record NamedPlace(string Place, Site Site)
{
    /// <summary>A stored moment on the site's clock.</summary>
    public string Local(string stored) =>
        Site.ToLocal(StoredTime.Read(stored)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
