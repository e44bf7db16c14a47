namespace IllAddins;

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

    /// <summary>True where only admins may call it; others do not see it. The host checks this before <see cref="AskAsync"/> and <see cref="RunAsync"/>.</summary>
    public bool AdminsOnly { get; init; }

    /// <summary>The dialog before the command runs; null for a command that runs at once. Asked when the dialog opens, again when a field with
    /// <see cref="FormField.AsksAgain"/> changes, and before the run, when the host checks the values against the form. Changes nothing.</summary>
    public Func<CommandCall, CancellationToken, Task<CommandForm>>? AskAsync { get; init; }

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

    /// <summary>What the dialog was filled with, by field name (see <see cref="FormFieldKind"/> for how each kind is written). Empty where there was none, and when the form
    /// is asked for the first time. For the run: one value for each field of the form, checked against it. When the form is asked again: as far as it was filled, not checked.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The key of the panel's row that the command is about (<see cref="PanelRow.Key"/>); empty for commands of a screen and of a panel as a whole.</summary>
    public string Key { get; init; } = "";
}

/// <summary>A row as the caller saw it.</summary>
public sealed record SelectedRow
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }
}
