using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>The paths below which add-ins may be served: the first segment of an address, which has one owner.</summary>
public static partial class PathPrefixes
{
    /// <summary>Below this, and its name, every add-in is served.</summary>
    public const string OfAll = "addins";

    /// <summary>What the host serves itself, or keeps for itself.</summary>
    public static readonly IReadOnlyList<string> OfTheHost =
    [
        OfAll, "api", "assets", "calendars", "files", "health", "healthz", "keys", "log", "metrics", "notices", "requests", "screens", "scripts", "settings",
        "sign-in", "sign-out", "site", "sites", "sweeps", "templates", "users",
    ];

    /// <summary>Why the path that an add-in declares cannot be its own; null where it can, or it declares none.</summary>
    public static string? Flaw(AssemblyFacts facts) => facts.PathPrefix switch
    {
        null => null,
        var prefix when !OneSegment().IsMatch(prefix) =>
            RefusalWords.OddPath(facts.Name, prefix),
        var prefix when OfTheHost.Contains(prefix, StringComparer.OrdinalIgnoreCase) =>
            RefusalWords.HostsPath(facts.Name, prefix),
        _ => null,
    };

    /// <summary>Why a path that is fit cannot be had beside the add-ins that run; null where it can.</summary>
    /// <param name="addin">Who declares it.</param>
    /// <param name="prefix">The path; null for none.</param>
    /// <param name="running">The add-ins that run.</param>
    public static string? Taken(AddinCandidate addin, string? prefix, IEnumerable<AddinEntry> running) =>
        prefix is not null && running.FirstOrDefault(other => string.Equals(other.PathPrefix, prefix, StringComparison.OrdinalIgnoreCase)) is { } owner
            ? RefusalWords.TakenPath(addin.Name, prefix, owner.Name, addin.Folder, owner.Folder)
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex OneSegment();
}
