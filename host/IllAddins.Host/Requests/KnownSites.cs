using NodaTime;

namespace IllAddins.Host.Requests;

/// <summary>The sites as a long run of writes knows them, so that the database is not asked for each row.</summary>
public sealed class KnownSites
{
    private readonly Dictionary<string, Site> sites;
    private readonly Dictionary<string, DateTimeZone> zones = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> made = [];

    private KnownSites(IReadOnlyList<Site> sites) =>
        this.sites = sites.ToDictionary(site => site.NVTGC, StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes of the sites made by <see cref="Ensure"/>, in that order.</summary>
    public IReadOnlyList<string> Made => made;

    /// <summary>Reads the sites there are.</summary>
    public static async Task<KnownSites> LoadAsync(SiteRecords records, CancellationToken cancellationToken) =>
        new(await records.AllAsync(cancellationToken));

    /// <summary>The zone of a site; of one that is not there yet the default site's, which it will have.</summary>
    public DateTimeZone Zone(string code)
    {
        if (zones.TryGetValue(code, out var known))
            return known;
        var site = sites.GetValueOrDefault(code) ?? sites[Site.DefaultCode];
        var zone = SiteRecords.Zone(site.TimeZone)
            ?? throw new InvalidOperationException($"Site {site.NVTGC} was read with the time zone '{site.TimeZone}', which is no IANA name.");
        return zones[code] = zone;
    }

    /// <summary>Whether there is a site with this code.</summary>
    public bool Knows(string code) => sites.ContainsKey(code);

    /// <summary>The code as the site spells it, or as it is where there is no such site yet.</summary>
    public string Spelled(string code) => sites.TryGetValue(code, out var known) ? known.NVTGC : code;

    /// <summary>Makes the site where there is none.</summary>
    /// <returns>The code as the site spells it.</returns>
    public string Ensure(RecordBatch batch, string code)
    {
        if (sites.TryGetValue(code, out var known))
            return known.NVTGC;
        made.AddRange(SiteRecords.Ensure(batch.Connection, batch.Within, [code]));
        sites[code] = sites[Site.DefaultCode] with { NVTGC = code };
        return code;
    }
}
