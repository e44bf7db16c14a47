namespace IllAddins;

/// <summary>The dialog before a command, described by the add-in and drawn by the host.</summary>
public sealed record CommandForm
{
    public required string Title { get; init; }

    /// <summary>A sentence or two above the fields; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>In the order shown, at most 50.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>The words of the button that runs the command, e.g. <c>Send 3 e-mails</c>; empty for the command's title.</summary>
    public string Submit { get; init; } = "";

    /// <summary>Said in place of the form where nothing can be done; the command is then not run. Empty for none.</summary>
    public string Refusal { get; init; } = "";
}

/// <summary>A field of a dialog.</summary>
public sealed record FormField
{
    /// <summary>Unique within the form; the key of its value in <see cref="CommandCall.Values"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its label.</summary>
    public required string Title { get; init; }

    public required FormFieldKind Kind { get; init; }

    /// <summary>What it is filled with, written as its kind says; empty for nothing.</summary>
    public string Value { get; init; } = "";

    /// <summary>What a <see cref="FormFieldKind.Choice"/> can be; of no meaning for other kinds.</summary>
    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    /// <summary>True where it may not be left empty; a flag must then be set.</summary>
    public bool Required { get; init; }

    /// <summary>A sentence below the field; empty for none.</summary>
    public string Help { get; init; } = "";

    /// <summary>Signs at most, for the texts; 0 for the host's limit of 100,000.</summary>
    public int MaxLength { get; init; }

    /// <summary>True where a change asks for the form again with the values so far, e.g. for the text of another template.</summary>
    public bool AsksAgain { get; init; }
}

/// <summary>What a field takes, and how its value is written.</summary>
public enum FormFieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines, ended by LF alone.</summary>
    LongText,

    /// <summary>The value of one of its choices; empty where none is chosen.</summary>
    Choice,

    /// <summary>A day, e.g. <c>2026-03-02</c>; empty for none.</summary>
    Date,

    /// <summary>A minute on the site's clock, e.g. <c>2026-03-02T08:30</c>, without a zone; empty for none.</summary>
    DateTime,

    /// <summary>A box: <c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>Not shown: it comes back as it was given, e.g. what the dialog was opened over. It proves nothing. Required, it refuses a call that no dialog made.</summary>
    Hidden,
}

/// <summary>One of the choices of a field.</summary>
public sealed record FormChoice
{
    public required string Value { get; init; }

    public required string Title { get; init; }
}
