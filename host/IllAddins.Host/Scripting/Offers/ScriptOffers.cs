using IllAddins.Host.Scripting.Api;

namespace IllAddins.Host.Scripting.Offers;

/// <summary>What add-ins offer to scripts, looked up at every call, as add-ins come and go.</summary>
public sealed record ScriptOffers
{
    public static readonly ScriptOffers None = new() { Find = _ => null, All = () => [] };

    /// <summary>The functions under a name; null where nobody offers any, and no add-in of that name is there.</summary>
    public required Func<string, OfferedGroup?> Find { get; init; }

    /// <summary>All that is offered now, for the reference.</summary>
    public required Func<IReadOnlyList<OfferedGroup>> All { get; init; }
}

/// <summary>The functions of one add-in.</summary>
public sealed record OfferedGroup
{
    /// <summary>What scripts write before the dot.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<OfferedFunction> Functions { get; init; }

    /// <summary>Why the add-in offers nothing now, e.g. <c>the add-in BranchSlips does not run</c>; null where it runs.</summary>
    public string? Absent { get; init; }

    /// <summary>For the reference and the stub.</summary>
    public ApiSection Section => new()
    {
        Title = $"Add-in {Name}",
        About = "There while the add-in runs. An error of the add-in is an error of the script; it holds the request and is tried again by itself.",
        Functions = [.. Functions.Select(function => function.Api)],
    };
}

/// <summary>A function that an add-in offers.</summary>
public sealed record OfferedFunction
{
    /// <summary>With its whole name, e.g. <c>BranchSlips.Shelf</c>; parameters of the types string, number and boolean.</summary>
    public required ApiFunction Api { get; init; }

    /// <summary>Calls it: one argument for each parameter (string, double, bool or null), and the time that the script has left.</summary>
    public required Func<IReadOnlyList<object?>, TimeSpan, OfferedAnswer> Call { get; init; }
}

/// <summary>What came of calling an add-in.</summary>
public abstract record OfferedAnswer
{
    private OfferedAnswer()
    {
    }

    /// <param name="Content">string, double, long, bool or null.</param>
    public sealed record Value(object? Content) : OfferedAnswer;

    /// <summary>The script asked for what cannot be.</summary>
    public sealed record Misused(string Message) : OfferedAnswer;

    /// <summary>The add-in failed: no fault of the script.</summary>
    public sealed record Failed(string Message) : OfferedAnswer;

    /// <summary>The add-in took all the time that the script had.</summary>
    public sealed record TooSlow(string Message) : OfferedAnswer;
}
