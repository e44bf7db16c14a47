namespace IllAddins;

/// <summary>A function that site scripts can call as <c>{add-in}.{name}(...)</c>; described, so that the reference and editors know it.</summary>
/// <remarks>It is called on a thread of its own, by several scripts at once, in rehearsals too: it changes nothing, and answers the same for the same arguments
/// wherever it can, as requests are decided again. The time that it takes counts into the script's (200 ms as a rule). An exception becomes an error of the script.</remarks>
public sealed record ScriptFunction
{
    /// <summary>Unique within the add-in: a letter, then letters and digits, e.g. <c>Shelf</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does and answers, in sentences for librarians.</summary>
    public required string Description { get; init; }

    /// <summary>In order; those that may be left out come last. The host checks what it is given.</summary>
    public IReadOnlyList<ScriptParameter> Parameters { get; init; } = [];

    /// <summary>What it answers; it may always answer null, which scripts see as nil.</summary>
    public required ScriptKind Returns { get; init; }

    /// <summary>Answers a string, a number, a bool or null.</summary>
    public required Func<ScriptFunctionCall, object?> Run { get; init; }
}

/// <summary>A parameter of a script function.</summary>
public sealed record ScriptParameter
{
    /// <summary>A letter, then letters, digits and underscores.</summary>
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required ScriptKind Kind { get; init; }

    /// <summary>It may be left out, or nil.</summary>
    public bool Optional { get; init; }
}

/// <summary>What a value is in a script.</summary>
public enum ScriptKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Flag,
}

/// <summary>A call of a script function.</summary>
public sealed record ScriptFunctionCall
{
    /// <summary>One for each parameter: string, double, bool, or null where it was left out or is nil.</summary>
    public required IReadOnlyList<object?> Arguments { get; init; }

    /// <summary>An argument of the kind <see cref="ScriptKind.Text"/>; null where it was left out.</summary>
    /// <param name="at">The parameter's place, from 0.</param>
    public string? Text(int at) => (string?)Arguments[at];

    /// <summary>An argument of the kind <see cref="ScriptKind.Number"/>; null where it was left out.</summary>
    /// <inheritdoc cref="Text"/>
    public double? Number(int at) => (double?)Arguments[at];

    /// <summary>An argument of the kind <see cref="ScriptKind.Flag"/>; null where it was left out.</summary>
    /// <inheritdoc cref="Text"/>
    public bool? Flag(int at) => (bool?)Arguments[at];
}
