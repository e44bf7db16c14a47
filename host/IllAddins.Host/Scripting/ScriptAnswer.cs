namespace IllAddins.Host.Scripting;

/// <summary>What came of asking a script.</summary>
public abstract record ScriptAnswer
{
    private ScriptAnswer()
    {
    }

    /// <summary>The function answered with a plain value.</summary>
    /// <param name="Content">string, long, double or bool; null for nil.</param>
    public sealed record Value(object? Content) : ScriptAnswer;

    /// <summary>The function answered with something that is no plain value.</summary>
    /// <param name="LuaType"><c>table</c> or <c>function</c>.</param>
    public sealed record Unusable(string LuaType) : ScriptAnswer;

    /// <summary>The script has no such function, or there is no script.</summary>
    public sealed record NoHook : ScriptAnswer;

    /// <summary>The script failed or passed a limit; nothing was decided.</summary>
    public sealed record Fault(ScriptFault Why) : ScriptAnswer;
}
