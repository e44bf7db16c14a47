namespace IllAddins;

/// <summary>A verb of the host's command line, described by the add-in; the host reads the line, explains it with <c>--help</c>, and prints the answer as text or JSON.</summary>
/// <remarks>Each verb has either <see cref="Verbs"/> below it or a <see cref="RunAsync"/> of its own. Where the host has a verb of the same name, the host's counts.</remarks>
public sealed record CommandLineVerb
{
    /// <summary>One word: lower case letters, digits and hyphens. The first one is unique across add-ins.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>The words that may follow this one, e.g. <c>list</c> after <c>notices</c>; none by default.</summary>
    public IReadOnlyList<CommandLineVerb> Verbs { get; init; } = [];

    /// <summary>What stands on the line without a name, in this order; none by default.</summary>
    public IReadOnlyList<VerbArgument> Arguments { get; init; } = [];

    /// <summary>None by default. The host adds <c>--json</c>, <c>--by</c> where <see cref="Changes"/>, <c>--data</c>, <c>--addins</c>, <c>--scripts</c> and <c>--help</c> by itself.</summary>
    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    /// <summary>True where it changes something in somebody's name (<see cref="VerbCall.User"/>).</summary>
    public bool Changes { get; init; }

    /// <summary>Does it; null where verbs stand below it. What it cannot do is said in the answer, not thrown. There is no limit of time: somebody waits for it, and some verbs work long.
    /// Ctrl+C cancels the token, and ends the process a few seconds later whether the verb heeds that or not.</summary>
    public Func<VerbCall, CancellationToken, Task<VerbAnswer>>? RunAsync { get; init; }
}

/// <summary>What kind of value stands on a command line.</summary>
public enum VerbValue
{
    Text,

    /// <summary>A whole number, read as long.</summary>
    Number,

    /// <summary>Given or not; for options alone.</summary>
    Flag,
}

/// <summary>A value that stands on the line without a name, and must.</summary>
public sealed record VerbArgument
{
    /// <summary>As the help shows it, e.g. <c>ID</c>.</summary>
    public required string Name { get; init; }

    public required string Help { get; init; }

    public VerbValue Value { get; init; } = VerbValue.Text;
}

/// <summary>A value that stands on the line after its name.</summary>
public sealed record VerbOption
{
    /// <summary>Without its dashes, e.g. <c>state</c>: lower case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Help { get; init; }

    public VerbValue Value { get; init; } = VerbValue.Text;

    public bool Required { get; init; }

    /// <summary>The texts that it may have, in any case; the add-in gets them as they are written here. Empty for any text.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}

/// <summary>A call of a verb, read and checked.</summary>
public sealed record VerbCall
{
    /// <summary>Who calls, for History and audit: <c>--by</c>, else the account of the operating system.</summary>
    public required string User { get; init; }

    /// <summary>By the names of arguments and options: string, long or bool; what was not given is not there.</summary>
    public required IReadOnlyDictionary<string, object> Values { get; init; }

    /// <summary>A text; null where it was not given.</summary>
    public string? Text(string name) => Values.GetValueOrDefault(name) as string;

    /// <summary>A number; null where it was not given.</summary>
    public long? Number(string name) => Values.GetValueOrDefault(name) as long?;

    /// <summary>True where the flag was given.</summary>
    public bool Flag(string name) => Values.GetValueOrDefault(name) is true;
}

/// <summary>What a verb answers.</summary>
public sealed record VerbAnswer
{
    /// <summary>A sentence or several; empty where the tables say it all. On standard error where <see cref="Refused"/>.</summary>
    public string Message { get; init; } = "";

    /// <summary>True where something that was asked for was not done: exit code 1.</summary>
    public bool Refused { get; init; }

    /// <summary>One is printed as a JSON array (a record as an object); several as an object with their names. None by default: then JSON holds message and refused.</summary>
    public IReadOnlyList<VerbTable> Tables { get; init; } = [];
}

/// <summary>Rows under columns.</summary>
public sealed record VerbTable
{
    /// <summary>The JSON name where there are several tables, e.g. <c>attempts</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Printed above the rows; empty for nothing.</summary>
    public string Title { get; init; } = "";

    public required IReadOnlyList<VerbColumn> Columns { get; init; }

    /// <summary>One cell for each column: string, int, long, bool, DateTimeOffset (printed on the clock that it is given on) or null.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>True for exactly one row, printed with a line for each column, its texts whole; in JSON an object.</summary>
    public bool IsRecord { get; init; }
}

/// <summary>A column of a table.</summary>
public sealed record VerbColumn
{
    /// <summary>The JSON name, e.g. <c>messageId</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }
}
