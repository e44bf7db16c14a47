namespace IllAddins.Host.Scripting;

/// <summary>An answer and the very text that gave it.</summary>
public readonly record struct VersionedAnswer(ScriptVersion Version, ScriptAnswer Answer);
