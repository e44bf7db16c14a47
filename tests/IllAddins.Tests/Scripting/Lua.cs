using System.Text;
using IllAddins.Host.Scripting;
using NodaTime;

namespace IllAddins.Tests.Scripting;

/// <summary>Runs Lua in the sandbox for one test.</summary>
internal static class Lua
{
    public static readonly SiteClock NewYork = new(
        new DateTimeOffset(2026, 3, 9, 14, 30, 15, TimeSpan.Zero), DateTimeZoneProviders.Tzdb["America/New_York"]);

    public static readonly IScriptEngine Engine = CompiledEngine.Start();

    /// <summary>Whether the limit of memory is held to what a call allocates and not to what the script holds.</summary>
    public static bool CountsAllocations => Engine.Name.StartsWith("MoonSharp", StringComparison.Ordinal);

    /// <summary>A host's limits but for time: a busy machine must not stop a script that is about something else.</summary>
    public static readonly ScriptLimits Unhurried = new() { Time = TimeSpan.FromSeconds(10) };

    /// <summary>A body of RoutingDelay, asked once.</summary>
    public static ScriptAnswer Body(string body, ScriptTable? request = null, ScriptLimits? limits = null) =>
        Ask($"function RoutingDelay(request) {body}\nend", request, limits);

    /// <summary>The value of an expression inside RoutingDelay; fails the test where there is none.</summary>
    public static object? Value(string expression, ScriptTable? request = null) =>
        Body("return " + expression, request) switch
        {
            ScriptAnswer.Value value => value.Content,
            var other => throw new Xunit.Sdk.XunitException($"{expression} gave {other}"),
        };

    /// <summary>A whole script, asked once.</summary>
    public static ScriptAnswer Ask(string script, ScriptTable? request = null, ScriptLimits? limits = null, IScriptEngine? engine = null) =>
        Ask(Encoding.UTF8.GetBytes(script), request, limits, engine);

    public static ScriptAnswer Ask(byte[] script, ScriptTable? request = null, ScriptLimits? limits = null, IScriptEngine? engine = null)
    {
        switch ((engine ?? Engine).Load(new ScriptSource("MAIN/notify.lua", script), limits ?? Unhurried))
        {
            case ScriptLoad.Loaded loaded:
                using (loaded.Script)
                    return loaded.Script.Call(ScriptHooks.RoutingDelay, request ?? Request(), NewYork);
            case ScriptLoad.Refused refused:
                return new ScriptAnswer.Fault(refused.Why);
            default:
                throw new InvalidOperationException();
        }
    }

    public static ILoadedScript Load(string script) =>
        Engine.Load(new ScriptSource("MAIN/notify.lua", Encoding.UTF8.GetBytes(script)), Unhurried) switch
        {
            ScriptLoad.Loaded loaded => loaded.Script,
            ScriptLoad.Refused refused => throw new Xunit.Sdk.XunitException(refused.Why.ToString()),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>What a function of the script answers, without all that comes along.</summary>
    public static ScriptAnswer Call(this ILoadedScript script, string function, ScriptTable argument, SiteClock clock) => script.Ask(function, argument, clock).Answer;

    /// <summary>The fault in words; fails the test where there is none.</summary>
    public static string Fault(ScriptAnswer answer) => answer is ScriptAnswer.Fault fault
        ? fault.Why.ToString()
        : throw new Xunit.Sdk.XunitException($"A fault was expected and {answer} was found.");

    public static ScriptTable Request(params (string Field, object? Value)[] more)
    {
        var user = new Dictionary<string, object?> { ["FirstName"] = "Zoë", ["LastName"] = "Łąkowa", ["Phone"] = null };
        var site = new Dictionary<string, object?> { ["NVTGC"] = "MAIN", ["Name"] = "Main Library" };
        var fields = new Dictionary<string, object?>
        {
            ["TransactionNumber"] = 4711,
            ["LoanTitle"] = "Ελληνικά",
            ["LoanAuthor"] = null,
            ["Location"] = "Main",
            ["LibraryUseOnly"] = true,
            ["Weight"] = 1.5,
            ["User"] = new ScriptTable("User", user),
            ["Site"] = new ScriptTable("Site", site),
        };
        foreach (var (field, value) in more)
            fields[field] = value;
        return new ScriptTable("request", fields);
    }
}
