using NodaTime;

namespace IllAddins.Host.Requests;

/// <summary>Turns a query of requests into SQL whose every value is a parameter and whose every name is the catalogue's.</summary>
internal static class RequestSearch
{
    private const int Most = 10_000;

    /// <summary>The zone in which texts of a query are read: the site's, else the default site's.</summary>
    public static DateTimeZone Zone(string? site, IReadOnlyDictionary<string, Site> known) =>
        SiteRecords.Zone((known.GetValueOrDefault(site ?? Site.DefaultCode) ?? known[Site.DefaultCode]).TimeZone)!;

    /// <summary>Everything after the joins; the tables' aliases are those of <see cref="IllRecord"/>.</summary>
    public static CompiledSearch Compile(RequestQuery query, DateTimeZone zone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Top, Most);
        var filter = new RequestFilterText(zone);
        var condition = query.Filter is null ? "1 = 1" : filter.Of(query.Filter);
        string[] order = [.. query.OrderBy.Select(by => Order(by, filter))];
        if (filter.Problem is { } problem)
            return new CompiledSearch.Refused(problem);
        return new CompiledSearch.Ready(
            $"""
            WHERE t.Username = @user AND t.Site = COALESCE(@site, t.Site) AND ({condition})
            ORDER BY {string.Join(", ", order.Append("t.TransactionNumber"))} LIMIT @top OFFSET @skip
            """,
            [("@user", query.UserName), ("@site", query.Site), ("@top", query.Top), ("@skip", query.Skip), .. filter.Parameters]);
    }

    // No value first, whichever way: what a database does by itself differs.
    private static string Order(RequestOrder by, RequestFilterText filter)
    {
        if (filter.Field(by.Field) is not { } field)
            return "";
        var key = field.Kind == FieldKind.Text ? $"LOWER(t.{field.Name})" : $"t.{field.Name}";
        var way = by.Descending ? "DESC" : "ASC";
        return $"CASE WHEN t.{field.Name} IS NULL THEN 0 ELSE 1 END {way}, {key} {way}";
    }
}

/// <summary>A query as SQL, or why it cannot be asked.</summary>
internal abstract record CompiledSearch
{
    private CompiledSearch()
    {
    }

    public sealed record Ready(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters) : CompiledSearch;

    public sealed record Refused(string Message) : CompiledSearch;
}
