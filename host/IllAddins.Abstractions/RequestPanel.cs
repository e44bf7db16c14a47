namespace IllAddins;

/// <summary>A panel of the request form that an add-in fills, e.g. the notices of the request.</summary>
public sealed record RequestPanel
{
    /// <summary>Unique: lower case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The columns' titles.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required Func<IllRequest, CancellationToken, Task<IReadOnlyList<PanelRow>>> LoadAsync { get; init; }
}

/// <summary>A row of a panel.</summary>
public sealed record PanelRow
{
    /// <summary>One for each column: string, int, DateTimeOffset (shown on the site's clock) or null.</summary>
    public required IReadOnlyList<object?> Cells { get; init; }

    /// <summary>A long text that can be opened below the row, e.g. a mail; empty for none.</summary>
    public string Detail { get; init; } = "";
}
