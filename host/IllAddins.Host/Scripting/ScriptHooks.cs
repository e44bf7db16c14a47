namespace IllAddins.Host.Scripting;

/// <summary>The functions of a site's script that the product asks; each is optional.</summary>
public static class ScriptHooks
{
    public const string RoutingDelay = "RoutingDelay";

    public const string ChooseTemplate = "ChooseTemplate";

    public static IReadOnlyList<string> Names { get; } = [RoutingDelay, ChooseTemplate];

    /// <summary>What looks like a mistake in the names of a script's functions, in sentences.</summary>
    internal static IReadOnlyList<string> Remarks(IReadOnlyList<string> functions)
    {
        var missing = Names.Except(functions, StringComparer.Ordinal).ToList();
        var misspelt = functions.Except(Names, StringComparer.Ordinal)
            .Select(name => (Name: name, Meant: NearestName.To(name, missing)))
            .Where(pair => pair.Meant is not null)
            .Select(pair => $"{pair.Name} is never asked. Did you mean {pair.Meant}?")
            .ToList();
        if (misspelt.Count == 0 && missing.Count == Names.Count)
            misspelt.Add($"defines none of the functions that are asked: {string.Join(", ", Names)}. A function must be global, without 'local' before it.");
        return misspelt;
    }
}
