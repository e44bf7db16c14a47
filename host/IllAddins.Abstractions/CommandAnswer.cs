namespace IllAddins;

/// <summary>What a command did.</summary>
public sealed record CommandAnswer
{
    /// <summary>The status line, spoken: what was done and which rows were left alone, and why.</summary>
    public required string Message { get; init; }

    /// <summary>True where nothing could be done.</summary>
    public bool Refused { get; init; }

    /// <summary>A document to open, e.g. letters; null for none.</summary>
    public ScreenFile? File { get; init; }

    /// <summary>What is wrong with the dialog's values, by field name: the dialog stays open and each problem stands at its field. Where there is one, nothing was done. Empty for none.</summary>
    public IReadOnlyDictionary<string, string> FieldProblems { get; init; } = new Dictionary<string, string>();

    /// <summary>How to take back what was done, for <see cref="Screen.UndoAsync"/>; null where it cannot be. Commands of a panel are not offered it.</summary>
    public UndoOffer? Undo { get; init; }

    /// <summary>What to ask next, e.g. <c>Mark 12 as notified by mail?</c>; null for nothing. Commands of a panel are not asked.</summary>
    public NextOffer? Next { get; init; }
}

/// <summary>A command that can be taken back.</summary>
public sealed record UndoOffer
{
    /// <summary>The add-in's own name for what was done, at most 1,000 signs: the browser keeps it and hands it back, also after a restart of the host. It proves nothing:
    /// the add-in looks up what it stands for.</summary>
    public required string Token { get; init; }

    /// <summary>What was done, as the rest of <c>Last action: ...</c>, e.g. <c>5 moved</c>.</summary>
    public required string Title { get; init; }
}

/// <summary>Somebody wants the last action taken back.</summary>
public sealed record UndoCall
{
    /// <summary>The staff member's user name.</summary>
    public required string User { get; init; }

    /// <summary>The site chosen; null for all.</summary>
    public Site? Site { get; init; }

    /// <summary><see cref="UndoOffer.Token"/>, as the browser sent it.</summary>
    public required string Token { get; init; }
}

/// <summary>A command offered after another one.</summary>
public sealed record NextOffer
{
    /// <summary>A question that yes answers, e.g. <c>Mark 12 as notified by mail?</c> It heads the command's dialog where that has fields, and stands for it where it has none.</summary>
    public required string Question { get; init; }

    /// <summary>The name of a command of the same screen; its title is the button that says yes.</summary>
    public required string Command { get; init; }

    /// <summary>The rows it is for, at most 10,000.</summary>
    public required IReadOnlyList<SelectedRow> Rows { get; init; }

    /// <summary>What the command's dialog is asked for with, as <see cref="CommandCall.Values"/>; empty for nothing.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>A document that a command made.</summary>
public sealed record ScreenFile
{
    /// <summary>A plain file name.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }
}
