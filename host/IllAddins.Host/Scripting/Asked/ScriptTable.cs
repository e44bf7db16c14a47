namespace IllAddins.Host.Scripting;

/// <summary>What a script is asked about: a table that it can read and not change.</summary>
/// <param name="Name">What messages call it, e.g. <c>request</c>; a table inside another is called by its field.</param>
/// <param name="Fields">All fields that a script may ask for, in the very letters; a field outside is an error that suggests the nearest name.
/// Values are string, int, long, double, bool, another <see cref="ScriptTable"/>, or null for a field without a value. Read only when asked for.</param>
public sealed record ScriptTable(string Name, IReadOnlyDictionary<string, object?> Fields);
