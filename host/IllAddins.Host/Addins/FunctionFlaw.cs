using System.Text.RegularExpressions;
using IllAddins.Host.Scripting.Reference;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with the description of a script function, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
public static partial class FunctionFlaw
{
    private static readonly string[] Words =
    [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    ];

    public static string? Of(string addin, ScriptFunction function) =>
        !IsWritten(addin) || ScriptApi.In("").Contains(addin, StringComparer.Ordinal)
            ? $"the script function '{function.Name}', and scripts cannot write {addin}.{function.Name}: the add-in's name must be letters, digits and '_' that begin with a letter, and no word of Lua or the host. Rename its assembly."
        : function.Name is null || !IsWritten(function.Name) ? $"the script function '{function.Name}'. Its name is a letter, then letters, digits and '_', e.g. 'Shelf'."
        : string.IsNullOrWhiteSpace(function.Description) ? Without(function, nameof(ScriptFunction.Description))
        : function.Run is null ? Without(function, nameof(ScriptFunction.Run))
        : function.Parameters is null ? Without(function, nameof(ScriptFunction.Parameters))
        : function.Parameters.FirstOrDefault(parameter => parameter.Name is null || !IsWritten(parameter.Name) || string.IsNullOrWhiteSpace(parameter.Description)) is { } bad
            ? $"the script function '{function.Name}' with the parameter '{bad.Name}'. Give it a name of letters and digits, and a description."
        : function.Parameters.SkipWhile(parameter => !parameter.Optional).FirstOrDefault(parameter => !parameter.Optional) is { } late
            ? $"the script function '{function.Name}' whose parameter '{late.Name}' must be given, though one before it may be left out. Put it first."
        : null;

    private static bool IsWritten(string name) => AName().IsMatch(name) && !Words.Contains(name, StringComparer.Ordinal);

    private static string Without(ScriptFunction function, string member) => $"the script function '{function.Name}' without {member}. Set it.";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,59}\z")]
    private static partial Regex AName();
}
