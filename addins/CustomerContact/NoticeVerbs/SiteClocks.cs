using System.Globalization;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary>The clocks of the sites.</summary>
public sealed class SiteClocks
{
    private readonly Dictionary<string, Site> sites;

    private SiteClocks(IEnumerable<Site> sites) => this.sites = sites.ToDictionary(site => site.NVTGC, StringComparer.OrdinalIgnoreCase);

    public static async Task<SiteClocks> ReadAsync(IAddinHost host, CancellationToken cancellationToken) => new(await host.SitesAsync(cancellationToken));

    /// <summary>A site; null where there is none of that code.</summary>
    public Site? Find(string code) => sites.GetValueOrDefault(code);

    /// <summary>A stored moment on a site's clock; UTC where the site is no more. Null for null.</summary>
    public DateTimeOffset? At(string site, string? stored) =>
        stored is null ? null : Find(site) is { } known ? known.ToLocal(StoredTime.Read(stored)) : StoredTime.Read(stored);

    /// <summary>Reads a day or a moment on a site's clock, or in a zone of its own.</summary>
    /// <param name="site">The site.</param>
    /// <param name="text">E.g. <c>2026-03-02</c>, <c>2026-03-02T14:30</c> or <c>2026-03-02T14:30Z</c>.</param>
    /// <param name="toItsEnd">A day means its end.</param>
    /// <returns>Null where it is neither.</returns>
    public static DateTimeOffset? Read(Site site, string text, bool toItsEnd)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return toItsEnd ? Moment(site, day.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddMilliseconds(-1) : Moment(site, day.ToDateTime(TimeOnly.MinValue));
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
            return null;
        return local.Kind is DateTimeKind.Unspecified ? Moment(site, local) : new DateTimeOffset(local);
    }

    // The offset is that of the moment itself; the first guess is at most a clock change away.
    private static DateTimeOffset Moment(Site site, DateTime local)
    {
        var guess = new DateTimeOffset(local, site.ToLocal(new DateTimeOffset(local, TimeSpan.Zero)).Offset);
        return new DateTimeOffset(local, site.ToLocal(guess).Offset);
    }
}
