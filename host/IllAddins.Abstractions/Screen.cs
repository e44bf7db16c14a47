namespace IllAddins;

/// <summary>A screen, described by the add-in and drawn, guarded and kept accessible by the host.</summary>
public sealed record Screen
{
    /// <summary>The address under <c>/screens/</c>: lower case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>One or two sentences for somebody new to the screen.</summary>
    public required string Help { get; init; }

    public required IReadOnlyList<ScreenColumn> Columns { get; init; }

    public required IReadOnlyList<ScreenCommand> Commands { get; init; }

    /// <summary>What staff can narrow the list by, beside the find box; none by default.</summary>
    public IReadOnlyList<ScreenFilter> Filters { get; init; } = [];

    /// <summary>The rows now.</summary>
    public required Func<ScreenCall, CancellationToken, Task<ScreenContent>> LoadAsync { get; init; }

    /// <summary>Takes back what a command did, by the token of its <see cref="CommandAnswer.Undo"/>; what can no longer be taken back is said in the answer.
    /// Null where no command offers it.</summary>
    public Func<UndoCall, CancellationToken, Task<CommandAnswer>>? UndoAsync { get; init; }
}

/// <summary>A column of a screen.</summary>
public sealed record ScreenColumn
{
    /// <summary>The key of the cell in <see cref="ScreenRow.Cells"/>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Shown in narrow windows last; the first column is always shown.</summary>
    public bool Secondary { get; init; }
}

/// <summary>Who looks, and at which site.</summary>
public sealed record ScreenCall
{
    /// <summary>The staff member's user name.</summary>
    public required string User { get; init; }

    /// <summary>The site chosen; null for all.</summary>
    public Site? Site { get; init; }
}

/// <summary>What a screen shows at one moment.</summary>
public sealed record ScreenContent
{
    /// <summary>In the order shown; a group without rows is shown with the count 0.</summary>
    public required IReadOnlyList<ScreenGroup> Groups { get; init; }

    public required IReadOnlyList<ScreenRow> Rows { get; init; }

    /// <summary>Days, each at least 1, from which a row has waited too long, by the code of its site: in place of what the screen's <see cref="ScreenFilter.Waiting"/> filters say, so that
    /// a changed setting counts at the next reading. Sites that are not named keep theirs; none by default.</summary>
    public IReadOnlyDictionary<string, int> TooLongDays { get; init; } = new Dictionary<string, int>();

    /// <summary>A short line beside the title, e.g. when the next sweep is due; empty for none.</summary>
    public string Notice { get; init; } = "";
}

/// <summary>A group of rows that can be folded.</summary>
public sealed record ScreenGroup
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Said beside the title; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Folded when the screen opens.</summary>
    public bool Folded { get; init; }

    /// <summary>Shown as something to act on.</summary>
    public bool Attention { get; init; }
}

/// <summary>A row about one request.</summary>
public sealed record ScreenRow
{
    public required int TransactionNumber { get; init; }

    /// <summary>The key of its group.</summary>
    public required string Group { get; init; }

    /// <summary>What the row was when it was read (<see cref="IllRequest.ArrivalId"/>); comes back with a command.</summary>
    public required long ArrivalId { get; init; }

    /// <summary>By column name: string, int, DateTimeOffset (shown on the site's clock), TimeSpan (how long, shown as e.g. <c>3 d</c>) or null.
    /// Sorted as what they are, texts with the numbers in them by their size.</summary>
    public required IReadOnlyDictionary<string, object?> Cells { get; init; }

    /// <summary>The site's code, whose clock the row's times are shown on.</summary>
    public required string Site { get; init; }

    /// <summary>Names of the screen's commands that mend what is wrong with this row: the first is a button on the row, all stand in its menu. None by default.</summary>
    public IReadOnlyList<string> Mends { get; init; } = [];

    /// <summary>Rows of one group with the same key are about the same patron: they stand together and can be selected together. Empty for none.</summary>
    public string Together { get; init; } = "";

    /// <summary>What <c>Find or scan</c> matches as a whole beside the cells, e.g. the barcodes of item and patron; not shown. None by default.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
