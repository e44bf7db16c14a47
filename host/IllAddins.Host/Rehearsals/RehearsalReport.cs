namespace IllAddins.Host.Rehearsals;

/// <summary>What a draft would change.</summary>
public sealed record RehearsalReport
{
    /// <summary>What decides now, e.g. <c>MAIN/notify.lua v7</c>.</summary>
    public required string Live { get; init; }

    public required string Draft { get; init; }

    /// <summary>How many requests are open.</summary>
    public required int Open { get; init; }

    /// <summary>How many past arrivals were played again.</summary>
    public required int Past { get; init; }

    /// <summary>Of the past arrivals, those that could only be played with the fields of today.</summary>
    public int OfToday => Rows.Count(row => row.FieldsOfToday);

    /// <summary>By request, in the order in which they were met.</summary>
    public required IReadOnlyList<RehearsalRow> Rows { get; init; }

    /// <summary>How many requests a change concerns.</summary>
    public int Count(RehearsalChange change) => Rows.Count(row => row.Change == change);
}

/// <summary>What a draft would change about one request.</summary>
public sealed record RehearsalRow
{
    public required RehearsedRequest Request { get; init; }

    /// <summary>An arrival of the past, played again.</summary>
    public required bool Past { get; init; }

    /// <summary>A past arrival that is older than the record of changes: what was edited since is seen as it is today.</summary>
    public required bool FieldsOfToday { get; init; }

    public required RehearsalChange Change { get; init; }

    public required Foresight Live { get; init; }

    public required Foresight Draft { get; init; }
}
