namespace IllAddins.Host.Web;

/// <summary>Which rows have waited too long, by the filters of a screen and the figures of the rows' sites.</summary>
public sealed class ShownWaits
{
    private readonly IReadOnlyList<(int Column, int Usual)?> filters;
    private readonly Dictionary<string, int> own;

    public ShownWaits(Screen screen, ScreenContent content, IReadOnlyList<ScreenColumn> columns, IReadOnlyList<Site> sites)
    {
        own = new(content.TooLongDays, StringComparer.OrdinalIgnoreCase);
        filters = [.. screen.Filters.Select(filter => filter is ScreenFilter.Waiting waiting ? (ShownColumns.IndexOf(columns, waiting.Column), waiting.TooLong) : ((int, int)?)null)];
        var shown = content.Rows.Select(row => row.Site).Concat(own.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Where(code => sites.Any(site => Same(site.NVTGC, code))).ToList();
        Words = [.. filters.Select(filter => filter is { Usual: var usual } ? InWords([.. shown.Select(site => own.GetValueOrDefault(site, usual)).Where(days => days > 0)], usual) : null)];
    }

    /// <summary>One for each filter: <c>7 days or longer</c>; null where no row ever waits too long by it.</summary>
    public IReadOnlyList<string?> Words { get; }

    /// <summary>The columns by which a row has waited too long; null for none.</summary>
    public IReadOnlyList<int>? LateAt(ScreenRow row, object?[] values, DateTimeOffset now)
    {
        List<int>? late = null;
        foreach (var filter in filters)
            if (filter is var (column, usual) && own.GetValueOrDefault(row.Site, usual) is > 0 and var days && Age(values[column], now) >= TimeSpan.FromDays(days))
                (late ??= []).Add(column);
        return late;
    }

    /// <summary>How long it is, e.g. <c>1 day or longer</c>.</summary>
    public static string OrLonger(int days) => ScreenWords.DaysOrLonger(days);

    private static string? InWords(IReadOnlyList<int> days, int usual) =>
        days.Count == 0 ? (usual > 0 ? OrLonger(usual) : null)
        : days.Min() == days.Max() ? OrLonger(days[0])
        : ScreenWords.DaysOrLongerBySite(days.Min(), days.Max());

    private static TimeSpan? Age(object? value, DateTimeOffset now) => value switch
    {
        DateTimeOffset moment => now - moment,
        TimeSpan length => length,
        _ => null,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
