namespace IllAddins.Host.Scripting.Versions;

/// <summary>A text that is asked to see what it would say: nothing counts its faults, and what it logs is not kept.</summary>
public sealed class TriedScript : IDisposable
{
    private readonly LiveScript? script;
    private readonly ScriptAnswer otherwise;

    internal TriedScript(LiveScript script) => (this.script, Version, otherwise) = (script, script.Version, ScriptAnswer.NoHook.It);

    internal TriedScript(ScriptVersion version, ScriptAnswer otherwise) => (Version, this.otherwise) = (version, otherwise);

    public ScriptVersion Version { get; }

    /// <summary>Asks a function of the text.</summary>
    public VersionedAnswer Ask(string function, ScriptTable argument, SiteClock clock) => new(Version, script?.Ask(function, argument, clock) ?? new ScriptSaid(otherwise));

    public void Dispose() => script?.Retire();
}
