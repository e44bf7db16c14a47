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

    /// <summary>The rows now.</summary>
    public required Func<ScreenCall, CancellationToken, Task<ScreenContent>> LoadAsync { get; init; }
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

    /// <summary>By column name: string, int, DateTimeOffset (shown on the site's clock) or null.</summary>
    public required IReadOnlyDictionary<string, object?> Cells { get; init; }

    /// <summary>The site's code, whose clock the row's times are shown on.</summary>
    public required string Site { get; init; }
}

/// <summary>A command of the ribbon.</summary>
public sealed record ScreenCommand
{
    /// <summary>Unique within the screen: lower case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The section of the ribbon in which it stands.</summary>
    public required string Section { get; init; }

    /// <summary>The split button that it belongs to: commands of one menu stand together, the first as the button itself, the others in the list below it.
    /// Empty for a button of its own.</summary>
    public string Menu { get; init; } = "";

    /// <summary>What it does, for the tooltip.</summary>
    public required string Help { get; init; }

    /// <summary>The groups whose selected rows it fits; empty for all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Said where no fitting row is selected, e.g. <c>Select requests in the Phone group first.</c> Empty for a command that runs without a selection too.</summary>
    public required string NeedsSelection { get; init; }

    /// <summary>Runs the command. What it cannot do is said in the answer, not thrown.</summary>
    public required Func<CommandCall, CancellationToken, Task<CommandAnswer>> RunAsync { get; init; }
}

/// <summary>A command called by staff.</summary>
public sealed record CommandCall
{
    public required string User { get; init; }

    /// <summary>The site chosen; null for all.</summary>
    public Site? Site { get; init; }

    /// <summary>The rows selected, at least one unless the command runs without; a number stands there once.</summary>
    public required IReadOnlyList<SelectedRow> Rows { get; init; }
}

/// <summary>A row as the caller saw it.</summary>
public sealed record SelectedRow
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }
}

/// <summary>What a command did.</summary>
public sealed record CommandAnswer
{
    /// <summary>The status line, spoken: what was done and which rows were left alone, and why.</summary>
    public required string Message { get; init; }

    /// <summary>True where nothing could be done.</summary>
    public bool Refused { get; init; }

    /// <summary>A document to open, e.g. letters; null for none.</summary>
    public ScreenFile? File { get; init; }
}

/// <summary>A document that a command made.</summary>
public sealed record ScreenFile
{
    /// <summary>A plain file name.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }
}
