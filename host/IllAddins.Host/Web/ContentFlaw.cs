namespace IllAddins.Host.Web;

/// <summary>What keeps the content of a screen from being drawn.</summary>
public static class ContentFlaw
{
    /// <summary>As the rest of <c>X answered with ...</c>; null for nothing.</summary>
    public static string? Of(ScreenContent content) =>
        content.Groups is null || content.Rows is null || content.Notice is null || content.TooLongDays is null ? "null for its groups, rows, notice or TooLongDays"
        : content.Groups.Any(group => group is null || group.Key is null || group.Title is null || group.Note is null) ? "a group that is null, or has null for a text"
        : content.Rows.FirstOrDefault(row => row is null || row.Group is null || row.Cells is null || row.Site is null) is { } row ? $"null for the group, cells or site of row {row.TransactionNumber}"
        : content.Rows.Contains(null!) ? "a row that is null"
        : content.TooLongDays.FirstOrDefault(site => site.Value < 1) is { Key: { } odd, Value: var days } ? $"{days} days for the site {odd} in TooLongDays"
        : null;
}
