using System.Text;
using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Containment;

/// <summary>Runs one script in an engine of its own and holds it to what containment means: it ends in time and leaves nothing.</summary>
internal static class Trial
{
    /// <summary>Far above every limit: a script that is not stopped fails the test in place of hanging it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>How far a script may go beyond its limit, which it does by one instruction: with the usual 200 ms it then ends within twice its limit.
    /// In time of the thread alone, so that a busy machine does not count.</summary>
    private static readonly TimeSpan Beyond = TimeSpan.FromMilliseconds(200);

    /// <summary>What else the thread may have to do in a run, such as a collection of garbage, does not come every time.</summary>
    private const int Tries = 3;

    /// <summary>Loads the script and calls RoutingDelay once.</summary>
    public static async Task<ScriptAnswer> RunAsync(string script, ScriptLimits limits)
    {
        for (var tried = 1; ; tried++)
        {
            var engine = CompiledEngine.Start();
            var (answer, worked) = await Task.Run(() => Run(engine, script, limits)).WaitAsync(Patience);
            Assert.Equal(new EngineUse(0, 0), engine.Use);
            if (worked is null || worked < limits.Time + Beyond)
                return answer;
            Assert.True(tried < Tries, $"It worked for {worked} and was allowed {limits.Time}.");
        }
    }

    /// <summary>Of loading and calling, which have a limit each, the longer time.</summary>
    private static (ScriptAnswer Answer, TimeSpan? Worked) Run(IScriptEngine engine, string script, ScriptLimits limits)
    {
        var begun = ThreadTime.Worked();
        switch (engine.Load(new ScriptSource("MAIN/notify.lua", Encoding.UTF8.GetBytes(script)), limits))
        {
            case ScriptLoad.Refused refused:
                return (new ScriptAnswer.Fault(refused.Why), ThreadTime.Worked() - begun);
            case ScriptLoad.Loaded loaded:
                var between = ThreadTime.Worked();
                var answer = Ask(loaded.Script);
                var ended = ThreadTime.Worked();
                return (answer, ended - between > between - begun ? ended - between : between - begun);
            default:
                throw new InvalidOperationException();
        }
    }

    private static ScriptAnswer Ask(ILoadedScript script)
    {
        using (script)
            return script.Call(ScriptHooks.RoutingDelay, Lua.Request(), Lua.NewYork);
    }
}
