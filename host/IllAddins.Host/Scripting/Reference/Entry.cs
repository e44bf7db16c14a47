using IllAddins.Host.Scripting.Api;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>Writes entries of the list in few words; the description is no option.</summary>
internal static class Entry
{
    /// <param name="name">As scripts write it.</param>
    /// <param name="returns">The types of its results, divided by semicolons; empty for none.</param>
    /// <param name="description">In sentences.</param>
    /// <param name="parameters">In order.</param>
    public static ApiFunction Function(string name, string returns, string description, params IReadOnlyList<ApiParameter> parameters) => new()
    {
        Name = name,
        Description = description,
        Parameters = parameters,
        Returns = returns.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    public static ApiParameter Takes(string name, string type, string description) => new() { Name = name, Type = type, Description = description };

    public static ApiParameter MayTake(string name, string type, string description) => Takes(name, type, description) with { Optional = true };

    public static ApiValue Value(string name, string type, string description) => new() { Name = name, Type = type, Description = description };
}
