using System.Runtime.CompilerServices;
using System.Text;
using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Containment;

public sealed class ManyFaultsTests
{
    private const int Often = 100_000;

    /// <summary>Each of these asks for a new state; the others leave the script as it was.</summary>
    private const int EveryLimit = 100;

    private static readonly ScriptLimits Limits = Lua.Unhurried with { MemoryBytes = 2 * 1024 * 1024 };

    private readonly IScriptEngine engine = CompiledEngine.Start();

    private static readonly ScriptSource Script = new("MAIN/notify.lua", Encoding.UTF8.GetBytes("""
        local count = 0
        local list = {}
        local ways = {
          function() error("x") end,
          function(request) return request.Nonsense end,
          function() x = 1 end,
          function() return ("a"):find("[") end,
          function() error({}) end,
          function() error() end,
          function() list[1] = 1 end,
          function() return nil + 1 end,
          function(request) request.User = 1 end,
          function() return ("x"):rep(1000, {}) end,
        }
        local limits = {
          function() return ("x"):rep(2^30) end,
          function() local t = {} while true do t[#t + 1] = {} end end,
          function() local function f() return 1 + f() end return f() end,
          function() local t = {} for i = 1, 1e6 do t[i .. ""] = i end end,
          function() count = count + 1 end,
        }
        function RoutingDelay(request) return ways[request.TransactionNumber % #ways + 1](request) end
        function ChooseTemplate(request) return limits[request.TransactionNumber % #limits + 1](request) end
        """));

    [Fact]
    public void A_hundred_thousand_faults_in_a_row_leave_nothing_behind()
    {
        var loaded = Fail(Often);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(new EngineUse(0, 0), engine.Use);
        Assert.Equal((Often / EveryLimit, 0), (loaded.Count, loaded.Count(script => script.IsAlive)));
    }

    [Fact]
    public void A_plain_error_does_not_cost_the_script_its_state_and_a_limit_does()
    {
        using var script = Load();
        Assert.IsType<ScriptAnswer.Fault>(Ask(script, ScriptHooks.RoutingDelay, 0));
        Assert.False(script.IsSpent);
        Assert.IsType<ScriptAnswer.Fault>(Ask(script, ScriptHooks.ChooseTemplate, 0));
        Assert.True(script.IsSpent);
    }

    [Theory]
    [InlineData("count = count + 1 error('x')")]
    [InlineData("pcall(function() count = count + 1 error('x') end) return nil + 1")]
    public void A_plain_error_after_a_change_that_would_outlast_it_does(string body)
    {
        using var script = Lua.Load($"local count = 0\nfunction RoutingDelay() {body} end");
        Assert.IsType<ScriptAnswer.Fault>(script.Call(ScriptHooks.RoutingDelay, Lua.Request(), Lua.NewYork));
        Assert.True(script.IsSpent);
    }

    [Fact]
    public void Open_scripts_are_counted()
    {
        var (one, other) = (Load(), Load());
        Assert.Equal(2, engine.Use.Open);
        one.Dispose();
        one.Dispose();
        Assert.Equal(1, engine.Use.Open);
        other.Dispose();
        Assert.Equal(new EngineUse(0, 0), engine.Use);
    }

    /// <summary>The scripts that were loaded for it, all of them disposed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<WeakReference> Fail(int times)
    {
        ILoadedScript? script = null;
        var loaded = new List<WeakReference>();
        for (var i = 1; i <= times; i++)
        {
            if (script is null)
                loaded.Add(new WeakReference(script = Load()));
            var hook = i % EveryLimit == 0 ? ScriptHooks.ChooseTemplate : ScriptHooks.RoutingDelay;
            Assert.IsType<ScriptAnswer.Fault>(Ask(script, hook, i % EveryLimit == 0 ? i / EveryLimit : i));
            if (!script.IsSpent)
                continue;
            script.Dispose();
            script = null;
        }

        script?.Dispose();
        return loaded;
    }

    private ILoadedScript Load() => Assert.IsType<ScriptLoad.Loaded>(engine.Load(Script, Limits)).Script;

    private static ScriptAnswer Ask(ILoadedScript script, string hook, int number) =>
        script.Call(hook, Lua.Request(("TransactionNumber", number)), Lua.NewYork);
}
