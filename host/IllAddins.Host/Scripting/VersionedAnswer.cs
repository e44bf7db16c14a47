namespace IllAddins.Host.Scripting;

/// <summary>What a script said, and the very text that said it.</summary>
public readonly record struct VersionedAnswer(ScriptVersion Version, ScriptSaid Said)
{
    public ScriptAnswer Answer => Said.Answer;
}
