using System.Globalization;
using System.Text.Json.Serialization;

namespace IllAddins.Host.Web;

/// <summary>A screen's content as its script gets it: every cell already the text to show.</summary>
public sealed record ShownContent
{
    public required string Notice { get; init; }

    public required IReadOnlyList<ScreenGroup> Groups { get; init; }

    /// <summary>One for each column: true where all values are numbers, which stand on the right.</summary>
    public required IReadOnlyList<bool> Numeric { get; init; }

    public required IReadOnlyList<ShownRow> Rows { get; init; }

    /// <summary>One for each column: its times as numbers, to sort and filter by; null for a column of other values.</summary>
    public required IReadOnlyList<ShownTimes?> Times { get; init; }

    /// <summary>One for each filter of the screen: from when on a row has waited too long, in words; null where it never has.</summary>
    public required IReadOnlyList<string?> TooLong { get; init; }

    /// <summary>When this was read, in seconds since 1970.</summary>
    public required long Now { get; init; }

    /// <summary>The same in words, on the site's clock; where rows are of sites with different clocks, it says so.</summary>
    public required string ReadAt { get; init; }

    /// <summary>The change number of the record at that moment, or one before it.</summary>
    public required long Change { get; init; }

    /// <summary>Writes the cells out, on the clocks of the rows' sites.</summary>
    /// <param name="screen">Whose rows they are.</param>
    /// <param name="content">What the add-in answered.</param>
    /// <param name="sites">All sites.</param>
    /// <param name="now">When it was read.</param>
    /// <param name="change">See <see cref="Change"/>.</param>
    /// <param name="site">The one that is shown; null for all.</param>
    public static ShownContent Of(Screen screen, ScreenContent content, IReadOnlyList<Site> sites, DateTimeOffset now, long change = 0, Site? site = null)
    {
        var columns = ShownColumns.Of(screen);
        var rows = Together(content.Rows);
        var values = rows.Select(row => columns.Select(column => Value(row, column)).ToArray()).ToArray();
        var waits = new ShownWaits(screen, content, columns, sites);
        var bySite = sites.ToDictionary(site => site.NVTGC, StringComparer.OrdinalIgnoreCase);
        return new ShownContent
        {
            Notice = content.Notice,
            Groups = WithOther(content),
            Now = now.ToUnixTimeSeconds(),
            Change = change,
            ReadAt = ReadAtWords(sites, site, now),
            TooLong = waits.Words,
            Times = [.. columns.Select((_, at) => ShownTimes.Of(at, values))],
            Numeric = [.. columns.Select((column, at) => IsNumeric(column, at, values))],
            Rows = [.. rows.Select((row, at) => Row(row, waits.LateAt(row, values[at], now), Texts(values[at], bySite.GetValueOrDefault(row.Site, sites[0]), now)))],
        };
    }

    private static string ReadAtWords(IReadOnlyList<Site> sites, Site? site, DateTimeOffset now)
    {
        var clock = site ?? sites[0];
        var time = clock.ToLocal(now).ToString("HH:mm", CultureInfo.InvariantCulture);
        return site is not null || sites.All(each => each.TimeZone == clock.TimeZone) ? time : ScreenWords.ClocksOfSites(time, clock.TimeZone);
    }

    private static ShownRow Row(ScreenRow row, IReadOnlyList<int>? late, string[] cells) => new()
    {
        TransactionNumber = row.TransactionNumber,
        ArrivalId = row.ArrivalId,
        Group = row.Group,
        Mends = row.Mends is { Count: > 0 } mends ? [.. mends] : null,
        Together = row.Together is { Length: > 0 } key ? key : null,
        Codes = row.Codes is { Count: > 0 } codes ? [.. codes] : null,
        Late = late,
        Cells = cells,
    };

    private static string[] Texts(object?[] values, Site site, DateTimeOffset now)
    {
        var texts = new string[values.Length];
        for (var at = 0; at < texts.Length; at++)
            texts[at] = CellText.Of(values[at], site, now);
        return texts;
    }

    // A row of a group that the add-in forgot to name must not vanish.
    private static IReadOnlyList<ScreenGroup> WithOther(ScreenContent content)
    {
        var known = content.Groups.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var forgotten = content.Rows.Select(row => row.Group).Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal);
        return [.. content.Groups, .. forgotten.Select(key => new ScreenGroup { Key = key, Title = key })];
    }

    // A patron's rows follow the first of them.
    private static List<ScreenRow> Together(IReadOnlyList<ScreenRow> rows)
    {
        var (patrons, places) = (new List<List<ScreenRow>>(rows.Count), new Dictionary<(string Group, string Patron), int>());
        foreach (var row in rows)
            if (row.Together is not { Length: > 0 } patron)
                patrons.Add([row]);
            else if (places.TryGetValue((row.Group, patron), out var place))
                patrons[place].Add(row);
            else
            {
                places[(row.Group, patron)] = patrons.Count;
                patrons.Add([row]);
            }

        return [.. patrons.SelectMany(patron => patron)];
    }

    private static bool IsNumeric(ScreenColumn column, int at, object?[][] rows) =>
        !ShownColumns.IsNumber(column)
        && Array.Exists(rows, row => row[at] is not null)
        && Array.TrueForAll(rows, row => row[at] is null or int or long or double or decimal);

    private static object? Value(ScreenRow row, ScreenColumn column) =>
        ShownColumns.IsNumber(column) ? row.TransactionNumber : row.Cells.GetValueOrDefault(column.Name);
}

/// <summary>A row as the script gets it; <c>Cells</c> stand in the order of the columns.</summary>
public sealed record ShownRow
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }

    public required string Group { get; init; }

    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>The columns by which it has waited too long; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Late { get; init; }

    /// <summary>Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Mends { get; init; }

    /// <summary>Null where the row is the only one of its patron, or the add-in does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Together { get; init; }

    /// <summary>Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Codes { get; init; }
}

/// <summary>The columns as drawn: the transaction number, which links to the request, is always among them.</summary>
public static class ShownColumns
{
    private const string Number = "TransactionNumber";

    public static IReadOnlyList<ScreenColumn> Of(Screen screen) =>
        screen.Columns.Any(IsNumber) ? screen.Columns : [new ScreenColumn { Name = Number, Title = ScreenWords.TransactionNumber }, .. screen.Columns];

    /// <summary>Where the column of a name stands; -1 for no such column.</summary>
    public static int IndexOf(IReadOnlyList<ScreenColumn> columns, string name)
    {
        for (var at = 0; at < columns.Count; at++)
            if (string.Equals(columns[at].Name, name, StringComparison.OrdinalIgnoreCase))
                return at;
        return -1;
    }

    /// <summary>True for the column of the transaction number.</summary>
    public static bool IsNumber(ScreenColumn column) => string.Equals(column.Name, Number, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The times of a column as numbers, in the order of the rows.</summary>
/// <param name="Moments">True for seconds since 1970, false for lengths of time in seconds.</param>
/// <param name="Seconds">Null where the cell is empty.</param>
public sealed record ShownTimes(bool Moments, IReadOnlyList<long?> Seconds)
{
    /// <summary>The times of a column; null where it holds none, or something else beside them.</summary>
    /// <param name="at">Which column.</param>
    /// <param name="rows">Their values, in the order of the columns.</param>
    public static ShownTimes? Of(int at, object?[][] rows)
    {
        var first = rows.Select(row => row[at]).FirstOrDefault(value => value is not null);
        return first is DateTimeOffset or TimeSpan && Array.TrueForAll(rows, row => row[at] is null || row[at]!.GetType() == first.GetType())
            ? new ShownTimes(first is DateTimeOffset, [.. rows.Select(row => Number(row[at]))])
            : null;
    }

    private static long? Number(object? value) => value switch
    {
        DateTimeOffset moment => moment.ToUnixTimeSeconds(),
        TimeSpan length => (long)length.TotalSeconds,
        _ => null,
    };
}
