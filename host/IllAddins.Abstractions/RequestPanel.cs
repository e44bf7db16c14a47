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

    /// <summary>What the rows come to, in a sentence or two above them; also what <c>requests why</c> says. Null for none.</summary>
    public Func<IllRequest, CancellationToken, Task<string>>? SummarizeAsync { get; init; }

    /// <summary>What staff can do about the request, or about one row, from this panel; one about the request that asks nothing also by <c>requests NAME TN</c>. None by default.</summary>
    public IReadOnlyList<PanelCommand> Commands { get; init; } = [];
}

/// <summary>Something that staff do about one request.</summary>
public sealed record PanelCommand
{
    /// <summary>Unique among all panels: lower case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>True where it is about one row of the panel and is offered only at the rows that name it; the call then has the row's key.</summary>
    public bool ForRows { get; init; }

    /// <summary>True where only admins may call it; others do not see it. The host checks this before <see cref="AskAsync"/> and <see cref="RunAsync"/>.</summary>
    public bool AdminsOnly { get; init; }

    /// <summary>Whether it can be done about the request as it stands now: where it cannot, it is not shown; who calls it all the same is answered by <see cref="RunAsync"/>.
    /// Asked only of a command about the request as a whole, when the panel is filled. Null for always.</summary>
    public Func<IllRequest, CancellationToken, Task<bool>>? FitsAsync { get; init; }

    /// <summary>The dialog before the command runs, as for <see cref="ScreenCommand.AskAsync"/>; null for a command that runs at once.</summary>
    public Func<CommandCall, CancellationToken, Task<CommandForm>>? AskAsync { get; init; }

    /// <summary>Runs the command about the one request of the call. What it cannot do is said in the answer, not thrown.</summary>
    public required Func<CommandCall, CancellationToken, Task<CommandAnswer>> RunAsync { get; init; }
}

/// <summary>A row of a panel.</summary>
public sealed record PanelRow
{
    /// <summary>One for each column: string, int, DateTimeOffset (shown on the site's clock) or null.</summary>
    public required IReadOnlyList<object?> Cells { get; init; }

    /// <summary>A long text that can be opened below the row, e.g. a mail; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What the add-in knows the row by, handed back as <see cref="CommandCall.Key"/>; at most 1,000 signs. Empty where no command is about it.</summary>
    public string Key { get; init; } = "";

    /// <summary>Names of the panel's commands that fit this row, in the order shown; the row then needs a key. None by default.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];
}
