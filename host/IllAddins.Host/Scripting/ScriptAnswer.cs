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

    /// <summary>The function answered with something that is no plain value and none of the answers below.</summary>
    /// <param name="LuaType"><c>table</c> or <c>function</c>.</param>
    public sealed record Unusable(string LuaType) : ScriptAnswer;

    /// <summary><c>Wait.Hours(2)</c> and the like: the request rests until a wait has ended.</summary>
    public sealed record Rest(Waiting.Wait Wait) : ScriptAnswer;

    /// <summary><c>Hold("why")</c>: the request rests until staff release it.</summary>
    public sealed record Hold(string Why) : ScriptAnswer;

    /// <summary><c>Template("name")</c>: the notice is written from this template, which need not be there.</summary>
    public sealed record Template(string Name) : ScriptAnswer;

    /// <summary><c>Suppress("why")</c>: no mail is sent.</summary>
    public sealed record Suppress(string Why) : ScriptAnswer;

    /// <summary>The script has no such function, or there is no script.</summary>
    public sealed record NoHook : ScriptAnswer
    {
        internal static readonly NoHook It = new();
    }

    /// <summary>The script failed or passed a limit; nothing was decided.</summary>
    public sealed record Fault(ScriptFault Why) : ScriptAnswer;
}
