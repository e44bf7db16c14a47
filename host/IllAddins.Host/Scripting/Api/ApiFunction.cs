namespace IllAddins.Host.Scripting.Api;

/// <summary>A function that scripts can call, or that the host calls; the reference, the stub for editors and the sandbox are made of these.</summary>
public sealed record ApiFunction
{
    /// <summary>As scripts write it, e.g. <c>Wait.Hours</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in sentences for librarians.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    /// <summary>The types of its results by the names of the Lua language server; empty where it answers nothing.</summary>
    public required IReadOnlyList<string> Returns { get; init; }

    /// <summary>Types that stand for whatever is handed over, e.g. <c>V</c>; null for none.</summary>
    public string? Generic { get; init; }
}

/// <summary>A parameter of a function.</summary>
public sealed record ApiParameter
{
    /// <summary><c>...</c> for any number of values.</summary>
    public required string Name { get; init; }

    /// <summary>By the names of the Lua language server, e.g. <c>number</c>.</summary>
    public required string Type { get; init; }

    public required string Description { get; init; }

    public bool Optional { get; init; }
}
