namespace IllAddins.Host.Web;

/// <summary>What keeps the rows that an add-in answered from being drawn, as the rest of <c>It answered ...</c>; null for nothing.</summary>
public static class ContentFlaw
{
    /// <summary>Rows; more would fill the memory of host and browser.</summary>
    public const int MostRows = 250_000;

    public static string? Of(ScreenContent content) =>
        content.Groups is null || content.Rows is null || content.Notice is null || content.TooLongDays is null ? "null for its groups, rows, notice or TooLongDays"
        : content.Rows.Count > MostRows ? $"{content.Rows.Count} rows; {MostRows} are drawn at most"
        : content.Groups.Any(group => group is null || group.Key is null || group.Title is null || group.Note is null) ? "a group that is null, or has null for a text"
        : content.Rows.FirstOrDefault(row => row is null || row.Group is null || row.Cells is null || row.Site is null) is { } row ? $"null for the group, cells or site of row {row.TransactionNumber}"
        : content.Rows.Contains(null!) ? "a row that is null"
        : content.TooLongDays.FirstOrDefault(site => site.Value < 1) is { Key: { } odd, Value: var days } ? $"{days} days for the site {odd} in TooLongDays"
        : null;

    public static string? Of(IReadOnlyList<PanelRow> rows) =>
        rows.Count > MostRows ? $"{rows.Count} rows; {MostRows} are drawn at most"
        : rows.Any(row => row?.Cells is null || row.Detail is null || row.Key is null || row.Commands is null) ? "a row that is null, or has null for its cells, detail, key or commands"
        : null;
}
