namespace IllAddins.Host.Scripting.Offers;

/// <summary>Calls a function of an add-in for a script, whatever the engine: finds it, checks what it is given and what it answers.</summary>
internal static class OfferedCalls
{
    /// <summary>Characters of a text that an add-in answers.</summary>
    private const int LongestText = 64 * 1024;

    /// <summary>What is wrong with reading a name of a group; null where it is a function.</summary>
    public static string? Unknown(ScriptOffers offers, string group, string name)
    {
        if (offers.Find(group) is not { Absent: null } found || found.Functions.Any(function => Is(function, group, name)))
            return null;
        var near = NearestName.To(name, found.Functions.Select(function => function.Api.Name[(group.Length + 1)..]));
        return $"{group}.{name} is no function of the add-in {group}.{(near is null ? $" It has: {string.Join(", ", found.Functions.Select(function => function.Api.Name))}." : $" Did you mean {group}.{near}?")}";
    }

    /// <param name="offers">What add-ins offer.</param>
    /// <param name="group">The add-in.</param>
    /// <param name="name">Its function.</param>
    /// <param name="given">What the script gave: string, double, bool, null, or an <see cref="OtherValue"/>.</param>
    /// <param name="left">The time that the script has left.</param>
    public static OfferedAnswer Call(ScriptOffers offers, string group, string name, IReadOnlyList<object?> given, TimeSpan left)
    {
        if (offers.Find(group) is not { } found)
            return new OfferedAnswer.Failed($"{group}.{name}: there is no add-in {group} any more. See: addins list");
        if (found.Absent is { } absent)
            return new OfferedAnswer.Failed($"{group}.{name}: {absent}");
        if (found.Functions.FirstOrDefault(function => Is(function, group, name)) is not { } offered)
            return new OfferedAnswer.Failed(Unknown(offers, group, name) ?? $"{group}.{name} is gone.");
        if (Misuse(offered.Api, given) is { } misuse)
            return new OfferedAnswer.Misused(misuse);
        var arguments = offered.Api.Parameters.Select((_, at) => at < given.Count ? given[at] : null).ToList();
        var answer = offered.Call(arguments, left);
        return answer is OfferedAnswer.Value value ? Fit(offered.Api.Name, value.Content) : answer;
    }

    private static string? Misuse(Api.ApiFunction api, IReadOnlyList<object?> given)
    {
        for (var at = 0; at < api.Parameters.Count; at++)
        {
            var (parameter, value) = (api.Parameters[at], at < given.Count ? given[at] : null);
            if (TypeOf(value) is var type && type != parameter.Type && !(parameter.Optional && value is null))
                return $"{api.Name} takes a {parameter.Type} as '{parameter.Name}' and got {(value is null ? "nil" : $"a {type}")}.";
        }

        return given.Count > api.Parameters.Count ? $"{api.Name} takes {api.Parameters.Count} values and got {given.Count}." : null;
    }

    /// <summary>What is wrong with what an add-in's function answered, as the rest of <c>X answered ...</c>; null where nothing is.</summary>
    public static string? Flaw(object? content) => content switch
    {
        string { Length: > LongestText } text => $"a text of {text.Length} characters; {LongestText} may be",
        null or string or double or long or bool or int or short or byte or uint or float or decimal => null,
        _ => $"a {content.GetType().Name}; only a string, a number, a bool or null may be",
    };

    private static OfferedAnswer Fit(string name, object? content) => content switch
    {
        _ when Flaw(content) is { } flaw => new OfferedAnswer.Failed($"{name} answered {flaw}. Tell whoever made the add-in."),
        null or string or double or long or bool => new OfferedAnswer.Value(content),
        int or short or byte or uint => new OfferedAnswer.Value(Convert.ToInt64(content, System.Globalization.CultureInfo.InvariantCulture)),
        float or decimal => new OfferedAnswer.Value(Convert.ToDouble(content, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string TypeOf(object? value) => value switch
    {
        null => "nil",
        string => "string",
        double => "number",
        bool => "boolean",
        OtherValue other => other.LuaType,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Is(OfferedFunction function, string group, string name) =>
        function.Api.Name.Length == group.Length + 1 + name.Length && function.Api.Name.EndsWith(name, StringComparison.Ordinal);
}

/// <summary>A value that only scripts can hold, e.g. a table.</summary>
internal sealed record OtherValue(string LuaType);
