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

    /// <summary>When this was read, in seconds since 1970.</summary>
    public required long Now { get; init; }

    /// <summary>The change number of the record at that moment, or one before it.</summary>
    public required long Change { get; init; }

    /// <summary>Writes the cells out, on the clocks of the rows' sites.</summary>
    public static ShownContent Of(Screen screen, ScreenContent content, IReadOnlyList<Site> sites, DateTimeOffset now, long change = 0)
    {
        var columns = ShownColumns.Of(screen);
        var rows = Together(content.Rows).ToList();
        var bySite = sites.ToDictionary(site => site.NVTGC, StringComparer.OrdinalIgnoreCase);
        return new ShownContent
        {
            Notice = content.Notice,
            Groups = WithOther(content),
            Now = now.ToUnixTimeSeconds(),
            Change = change,
            Times = [.. columns.Select(column => ShownTimes.Of(column, rows))],
            Numeric = [.. columns.Select(column => IsNumeric(column, content.Rows))],
            Rows = [.. rows.Select(row => new ShownRow
            {
                TransactionNumber = row.TransactionNumber,
                ArrivalId = row.ArrivalId,
                Group = row.Group,
                Mends = row.Mends is { Count: > 0 } mends ? mends : null,
                Together = row.Together is { Length: > 0 } key ? key : null,
                Codes = row.Codes is { Count: > 0 } codes ? codes : null,
                Cells = [.. columns.Select(column => CellText.Of(Value(row, column), bySite.GetValueOrDefault(row.Site, sites[0]), now))],
            })],
        };
    }

    // A row of a group that the add-in forgot to name must not vanish.
    private static IReadOnlyList<ScreenGroup> WithOther(ScreenContent content)
    {
        var known = content.Groups.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var forgotten = content.Rows.Select(row => row.Group).Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal);
        return [.. content.Groups, .. forgotten.Select(key => new ScreenGroup { Key = key, Title = key })];
    }

    // A patron's rows follow the first of them.
    private static IEnumerable<ScreenRow> Together(IReadOnlyList<ScreenRow> rows) =>
        rows.GroupBy(row => (row.Group, row.Together is { Length: > 0 } key ? key : $"\n{row.TransactionNumber}")).SelectMany(patron => patron);

    private static bool IsNumeric(ScreenColumn column, IReadOnlyList<ScreenRow> rows) =>
        !ShownColumns.IsNumber(column)
        && rows.Any(row => Value(row, column) is not null)
        && rows.All(row => Value(row, column) is null or int or long or double or decimal);

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
        screen.Columns.Any(IsNumber) ? screen.Columns : [new ScreenColumn { Name = Number, Title = "Trans. No." }, .. screen.Columns];

    /// <summary>True for the column of the transaction number.</summary>
    public static bool IsNumber(ScreenColumn column) => string.Equals(column.Name, Number, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The times of a column as numbers, in the order of the rows.</summary>
/// <param name="Moments">True for seconds since 1970, false for lengths of time in seconds.</param>
/// <param name="Seconds">Null where the cell is empty.</param>
public sealed record ShownTimes(bool Moments, IReadOnlyList<long?> Seconds)
{
    /// <summary>The times of a column; null where it holds none, or something else beside them.</summary>
    public static ShownTimes? Of(ScreenColumn column, IReadOnlyList<ScreenRow> rows)
    {
        var values = rows.Select(row => row.Cells.GetValueOrDefault(column.Name)).ToList();
        var kinds = values.OfType<object>().Select(value => value.GetType()).Distinct().ToList();
        return kinds is [var kind] && (kind == typeof(DateTimeOffset) || kind == typeof(TimeSpan))
            ? new ShownTimes(kind == typeof(DateTimeOffset), [.. values.Select(Number)])
            : null;
    }

    private static long? Number(object? value) => value switch
    {
        DateTimeOffset moment => moment.ToUnixTimeSeconds(),
        TimeSpan length => (long)length.TotalSeconds,
        _ => null,
    };
}
