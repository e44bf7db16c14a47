namespace IllAddins.Host.Requests;

/// <summary>The columns that a row brings: some of the catalogue's, and others that are kept with the row. Made once for many rows.</summary>
public sealed class RowColumns
{
    private readonly Dictionary<string, int> positions;

    private RowColumns(FieldShape shape, List<RowColumn> columns)
    {
        Shape = shape;
        Columns = columns;
        positions = columns.Select((column, at) => (column.Name, at)).ToDictionary(pair => pair.Name, pair => pair.at, StringComparer.OrdinalIgnoreCase);
        Known = [.. Enumerable.Range(0, columns.Count).Where(at => columns[at].Field is not null)];
        Extra = [.. Enumerable.Range(0, columns.Count).Where(at => columns[at].Field is null)];
        ByName = [.. Enumerable.Range(0, columns.Count).OrderBy(at => columns[at].Name.ToUpperInvariant(), StringComparer.Ordinal)];
    }

    public FieldShape Shape { get; }

    /// <summary>In the order in which the row brings them.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>The positions of the catalogue's columns.</summary>
    public IReadOnlyList<int> Known { get; }

    /// <summary>The positions of the others.</summary>
    public IReadOnlyList<int> Extra { get; }

    /// <summary>All positions, in the order of the columns' names.</summary>
    public IReadOnlyList<int> ByName { get; }

    /// <summary>Matches names with the catalogue, without regard to case.</summary>
    /// <exception cref="ArgumentException">A name stands there twice.</exception>
    public static RowColumns Of(FieldShape shape, IEnumerable<string> names) => new(shape, [.. names.Select(name => Column(shape, name))]);

    /// <summary>The problem with the names of a row's columns; null where <see cref="Of"/> can use them.</summary>
    /// <param name="names">Without surrounding spaces.</param>
    public static FieldProblem? Problem(IReadOnlyList<string> names)
    {
        if (names.Any(name => name.Contains('\0', StringComparison.Ordinal)))
            return new FieldProblem { Found = "NUL characters between the letters", Expected = "text in UTF-8", Remedy = "Save the file as UTF-8." };
        if (names.Select((name, at) => (name, at)).FirstOrDefault(pair => pair.name.Length == 0) is { name: not null, at: var empty })
            return new FieldProblem { Found = $"no name for column {empty + 1}", Expected = "a name for each column", Remedy = "Name the column, or remove it." };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.FirstOrDefault(name => !seen.Add(name)) is { } repeated
            ? new FieldProblem { Column = repeated, Found = "this column twice", Expected = "each column once", Remedy = "Remove one of the two." }
            : null;
    }

    /// <summary>The position of a column, or -1 where the row does not bring it.</summary>
    public int At(string name) => positions.GetValueOrDefault(name, -1);

    /// <summary>Whether the row brings a column.</summary>
    public bool Bring(string name) => positions.ContainsKey(name);

    /// <summary>A column's text without surrounding white space; null where that is empty or the row does not bring it.</summary>
    public string? Trimmed(string name, IReadOnlyList<string?> texts) =>
        positions.TryGetValue(name, out var at) && texts[at]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads the row's texts into values; ends at the first that cannot be read.</summary>
    /// <param name="texts">One for each column.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    /// <param name="values">Takes one value for each column: string, int or null.</param>
    /// <returns>The problem, or null.</returns>
    public FieldProblem? Read(IReadOnlyList<string?> texts, NodaTime.DateTimeZone zone, object?[] values)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            var reading = FieldText.Read(Columns[at].Field?.Kind ?? FieldKind.Text, texts[at], zone);
            if (reading.Problem(Columns[at].Name) is { } problem)
                return problem;
            values[at] = reading.Stored;
        }

        return null;
    }

    private static RowColumn Column(FieldShape shape, string name) => shape.Positions.TryGetValue(name, out var at)
        ? new RowColumn(shape.Fields[at].Name, shape.Fields[at])
        : new RowColumn(name, null);
}

/// <summary>A column that a row brings; one that is not in the catalogue has no field.</summary>
public sealed record RowColumn(string Name, Field? Field);
