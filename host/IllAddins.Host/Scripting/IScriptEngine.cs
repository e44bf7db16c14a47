namespace IllAddins.Host.Scripting;

/// <summary>A Lua engine; which one is compiled in is chosen when the host is built.</summary>
public interface IScriptEngine
{
    /// <summary>The engine's name and the language's version, for people.</summary>
    string Name { get; }

    /// <summary>What the scripts hold that this engine has loaded.</summary>
    EngineUse Use { get; }

    /// <summary>Compiles a script and runs its top level in the sandbox.</summary>
    ScriptLoad Load(ScriptSource source, ScriptLimits limits);
}

/// <summary>A script that is ready to be asked; owned by one thread at a time.</summary>
public interface ILoadedScript : IDisposable
{
    /// <summary>The global functions that the script has defined, in alphabetical order.</summary>
    IReadOnlyList<string> Functions { get; }

    /// <summary>The names of the libraries that were loaded with it, its libraries' own included, in the order in which they were asked for: a part of what decides.</summary>
    IReadOnlyList<string> Libraries => [];

    /// <summary>A fault has left its state in doubt: dispose of it and load the script anew.</summary>
    bool IsSpent { get; }

    /// <summary>Calls one of the script's functions.</summary>
    ScriptSaid Ask(string function, ScriptTable argument, SiteClock clock);
}

/// <summary>What came of loading a script.</summary>
public abstract record ScriptLoad
{
    private ScriptLoad()
    {
    }

    /// <summary>It is ready to be asked.</summary>
    public sealed record Loaded(ILoadedScript Script) : ScriptLoad;

    /// <summary>It does not compile, or its top level failed or passed a limit.</summary>
    public sealed record Refused(ScriptFault Why) : ScriptLoad;
}
