using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Containment;

/// <summary>Runs one script in an engine of its own and holds it to what containment means: it ends and leaves nothing. How soon it ends is a figure of the bench.</summary>
internal static class Trial
{
    /// <summary>Far above every limit: a script that is not stopped fails the test in place of hanging it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Loads the script and calls RoutingDelay once.</summary>
    public static async Task<ScriptAnswer> RunAsync(string script, ScriptLimits limits)
    {
        var engine = CompiledEngine.Start();
        var answer = await Task.Run(() => Lua.Ask(script, limits: limits, engine: engine)).WaitAsync(Patience);
        Assert.Equal(new EngineUse(0, 0), engine.Use);
        return answer;
    }
}
