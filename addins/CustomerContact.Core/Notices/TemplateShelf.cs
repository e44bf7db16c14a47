using System.Collections.Frozen;
using System.Collections.Immutable;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>All stored templates, arranged for looking up; make it once per sweep.</summary>
/// <remarks>
/// A site's own template is one of its NVTGC with the name looked for, or one whose name begins with the site's code instead of <c>ILL</c>
/// (<c>LAW Borrowing Loan Pickup</c>) and that no third site owns. It comes before the default site's, whatever its state. New names come before old ones.
/// </remarks>
public sealed class TemplateShelf
{
    private readonly FrozenDictionary<string, ImmutableArray<NotificationTemplate>> byName;

    public TemplateShelf(IEnumerable<NotificationTemplate> stored) => byName = stored
        .GroupBy(template => template.Name.Trim(), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks up a template for a site.</summary>
    /// <param name="name">Any case; old and new names of the eight mean the same.</param>
    /// <param name="site">The site's code; empty means the default site.</param>
    public ShelfAnswer Find(string name, string site)
    {
        ArgumentNullException.ThrowIfNull(name);
        var owner = string.IsNullOrWhiteSpace(site) ? TemplateNames.DefaultSite : site.Trim();
        var spellings = TemplateNames.Spellings(name);
        foreach (var spelling in spellings)
            if ((Owned(spelling, owner) ?? ByPrefix(spelling, owner)) is { } own)
                return new ShelfAnswer.Found(own, owner);
        foreach (var spelling in spellings)
            if (Owned(spelling, TemplateNames.DefaultSite) is { } common)
                return new ShelfAnswer.Found(common, TemplateNames.DefaultSite);
        return new ShelfAnswer.Missing(OtherOwners(spellings), Nearness.Near(name.Trim(), NamesFor(owner)));
    }

    /// <summary>The enabled templates that a site may write mails from, its own in place of the default site's, by name; letters are left out.</summary>
    /// <param name="site">The site's code; empty means the default site.</param>
    public ImmutableArray<NotificationTemplate> MailsFor(string site)
    {
        var owner = string.IsNullOrWhiteSpace(site) ? TemplateNames.DefaultSite : site.Trim();
        return
        [
            .. NamesFor(owner).Select(name => Find(name, owner)).OfType<ShelfAnswer.Found>().Select(found => found.Template)
                .Where(template => template.Enabled && !DefaultLetters.Is(template.Name, owner))
                .Distinct()
                .OrderBy(template => template.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private NotificationTemplate? Owned(string name, string site) => Named(name).FirstOrDefault(template => Spelling.Same(OwnerOf(template), site));

    private NotificationTemplate? ByPrefix(string name, string site) => WithPrefix(name, site) is { } own
        ? Named(own).FirstOrDefault(template => Spelling.IsOneOf(OwnerOf(template), site, TemplateNames.DefaultSite))
        : null;

    private static string? WithPrefix(string name, string site) => name.StartsWith(TemplateNames.DefaultSite, StringComparison.OrdinalIgnoreCase)
        ? site + name[TemplateNames.DefaultSite.Length..]
        : null;

    private ImmutableArray<NotificationTemplate> Named(string name) => byName.GetValueOrDefault(name, []);

    private ImmutableArray<string> OtherOwners(ImmutableArray<string> names) =>
        [.. names.SelectMany(name => Named(name)).Select(OwnerOf).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<string> NamesFor(string site) => byName.Values
        .SelectMany(templates => templates)
        .Where(template => Spelling.IsOneOf(OwnerOf(template), site, TemplateNames.DefaultSite))
        .Select(template => template.Name);

    private static string OwnerOf(NotificationTemplate template) =>
        string.IsNullOrWhiteSpace(template.NVTGC) ? TemplateNames.DefaultSite : template.NVTGC.Trim();
}

/// <summary>What the shelf holds under a name.</summary>
public abstract record ShelfAnswer
{
    private ShelfAnswer()
    {
    }

    /// <summary>The template, enabled or not, and the code of the site whose it is.</summary>
    public sealed record Found(NotificationTemplate Template, string Site) : ShelfAnswer;

    /// <summary>No template for the site: the codes of other sites that have one of the name, and names like it, nearest first.</summary>
    public sealed record Missing(ImmutableArray<string> OtherSites, ImmutableArray<string> Similar) : ShelfAnswer;
}
