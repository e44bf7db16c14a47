namespace IllAddins;

/// <summary>What staff can narrow a list by: one of the kinds nested here.</summary>
public abstract record ScreenFilter
{
    private ScreenFilter()
    {
    }

    /// <summary>The name of the column that it looks at.</summary>
    public required string Column { get; init; }

    /// <summary>Its label; empty for the column's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>By one of the values that stand in the column, e.g. a pickup location.</summary>
    public sealed record Choices : ScreenFilter;

    /// <summary>By how long ago a time was, for a column of times or lengths of time.</summary>
    public sealed record Waiting : ScreenFilter
    {
        /// <summary>Days, each more than the one before and at least 1: each is offered as <c>n days or longer</c>.</summary>
        public required IReadOnlyList<int> Days { get; init; }

        /// <summary>Days, at least 1: from then on it is <c>waiting too long</c>, which is offered too and marked in the row. 0 for never, unless <see cref="ScreenContent.TooLongDays"/> says otherwise.</summary>
        public int TooLong { get; init; }
    }
}
