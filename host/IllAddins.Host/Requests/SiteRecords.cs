using System.Data.Common;
using Dapper;
using NodaTime;
using NodaTime.TimeZones;

namespace IllAddins.Host.Requests;

/// <summary>The sites with their settings; what a site leaves open it takes from the default site.</summary>
public sealed class SiteRecords(DbDataSource database, SiteDefaults defaults)
{
    /// <summary>All sites, default site first, then by code.</summary>
    public async Task<IReadOnlyList<Site>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return All(connection, null);
    }

    /// <summary>The same, in a transaction.</summary>
    internal IReadOnlyList<Site> All(DbConnection connection, DbTransaction? within)
    {
        var rows = connection.Query<SiteRow>(
            """
            SELECT NVTGC, SiteName, TimeZone, DefaultDelayMinutes, SweepMinutes, FromName, FromAddress, PickupField, DateFormat, Change
            FROM Sites ORDER BY CASE WHEN NVTGC = 'ILL' THEN 0 ELSE 1 END, NVTGC
            """,
            transaction: within).AsList();
        var info = connection.Query<LocalInfoRow>("SELECT NVTGC, Name, Value FROM LocalInfo ORDER BY NVTGC, Name", transaction: within).AsList();
        return [.. rows.Select(row => Read(row, rows[0], info))];
    }

    /// <summary>Makes a site of every code that has none yet.</summary>
    /// <returns>The codes that are new.</returns>
    public static IReadOnlyList<string> Ensure(DbConnection connection, DbTransaction within, IEnumerable<string> codes)
    {
        var fresh = new List<string>();
        foreach (var code in codes.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var made = connection.Execute(
                "INSERT INTO Sites (NVTGC, SiteName, Change) VALUES (@code, @code, @change) ON CONFLICT (NVTGC) DO NOTHING",
                new { code, change = ChangeNumbers.Next(connection, within) },
                within);
            if (made == 1)
                fresh.Add(code);
        }

        return fresh;
    }

    /// <summary>The zone of an IANA name, or null where there is no such zone.</summary>
    public static DateTimeZone? Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    private Site Read(SiteRow row, SiteRow fallback, List<LocalInfoRow> info)
    {
        var zoneName = row.TimeZone ?? fallback.TimeZone ?? defaults.TimeZone;
        var zone = Zone(zoneName) ?? throw new DateTimeZoneNotFoundException(
            $"Site {row.NVTGC} has the time zone '{zoneName}', which is no IANA name. Set one such as 'America/New_York' with: sites set {row.NVTGC} --time-zone NAME");
        return new Site
        {
            NVTGC = row.NVTGC,
            Name = row.SiteName,
            TimeZone = zoneName,
            ToLocal = moment => Instant.FromDateTimeOffset(moment).InZone(zone).ToDateTimeOffset(),
            DefaultDelayMinutes = row.DefaultDelayMinutes ?? fallback.DefaultDelayMinutes ?? 0,
            SweepMinutes = row.SweepMinutes ?? fallback.SweepMinutes ?? 5,
            FromName = row.FromName ?? fallback.FromName ?? defaults.FromName,
            FromAddress = row.FromAddress ?? fallback.FromAddress ?? defaults.FromAddress,
            PickupField = row.PickupField ?? fallback.PickupField ?? PickupPlace.DefaultField,
            DateFormat = row.DateFormat ?? fallback.DateFormat ?? "d MMMM yyyy",
            LocalInfo = LocalInfoOf(row, fallback, info),
            Change = Math.Max(row.Change, fallback.Change),
        };
    }

    private static Dictionary<string, string> LocalInfoOf(SiteRow row, SiteRow fallback, List<LocalInfoRow> info)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["LibraryName"] = row.SiteName };
        foreach (var line in info.Where(line => Same(line.NVTGC, fallback.NVTGC)))
            fields[line.Name] = line.Value;
        foreach (var line in info.Where(line => Same(line.NVTGC, row.NVTGC)))
            fields[line.Name] = line.Value;
        return fields;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed record SiteRow
    {
        public string NVTGC { get; init; } = "";

        public string SiteName { get; init; } = "";

        public string? TimeZone { get; init; }

        public int? DefaultDelayMinutes { get; init; }

        public int? SweepMinutes { get; init; }

        public string? FromName { get; init; }

        public string? FromAddress { get; init; }

        public string? PickupField { get; init; }

        public string? DateFormat { get; init; }

        public long Change { get; init; }
    }

    private sealed record LocalInfoRow
    {
        public string NVTGC { get; init; } = "";

        public string Name { get; init; } = "";

        public string Value { get; init; } = "";
    }
}

/// <summary>What holds where neither the site nor the default site says anything; from the settings.</summary>
public sealed record SiteDefaults
{
    /// <summary>An IANA name; setting <c>TimeZone</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    public string FromName { get; init; } = "Interlibrary Loan";

    /// <summary>Setting <c>Mail:FromAddress</c>.</summary>
    public string FromAddress { get; init; } = "interlibrary-loan@localhost";
}
