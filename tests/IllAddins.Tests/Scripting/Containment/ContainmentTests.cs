using System.Globalization;
using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Containment;

public sealed class ContainmentTests
{
    private const string Innocent = "function RoutingDelay(request) return ('x'):rep(3):find('x+') .. request.LoanTitle end";

    private static readonly ScriptLimits Hasty = new() { Time = TimeSpan.FromMilliseconds(50) };

    public static TheoryData<int, string> Hostile() => Rows(HostileScripts.All);

    public static TheoryData<int, string> Unhasty() => Rows(Unhurried);

    public static TheoryData<int, string> Whole() => Rows(HostileScripts.Traps);

    private static (string Body, string Expected)[] Unhurried =>
        [.. HostileScripts.WithoutHaste.Where(script => script.Expected != HostileScripts.TooLong && script.Expected.Length > 0)];

    private static TheoryData<int, string> Rows(IEnumerable<(string Body, string Expected)> scripts)
    {
        var rows = new TheoryData<int, string>();
        foreach (var (script, index) in scripts.Select((script, index) => (script, index)))
            rows.Add(index, script.Body);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_script_ends_as_a_fault_or_a_harmless_answer_and_harms_no_other(int index, string body)
    {
        using var other = Lua.Load(Innocent);
        var said = Words(await Trial.RunAsync(HostileScripts.WhenAsked(body), Hasty));
        // A busy machine may reach the limit of time before the one that is meant.
        if (!said.Contains(HostileScripts.TooLong, StringComparison.Ordinal))
            Expect(HostileScripts.All.ElementAt(index).Expected, said);
        Assert.Equal(new ScriptAnswer.Value("1Ελληνικά"), other.Call("RoutingDelay", Lua.Request(), Lua.NewYork));
        Assert.Equal(new ScriptAnswer.Value("1Ελληνικά"), Lua.Ask(Innocent));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task The_same_at_the_top_level_ends_too(int index, string body) =>
        Trial.RunAsync(HostileScripts.WhenLoaded(body, index), Hasty);

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task A_script_that_lays_a_trap_while_it_is_loaded_is_contained(int index, string script)
    {
        var expected = HostileScripts.Traps[index].Expected;
        Expect(expected, Words(await Trial.RunAsync(script, expected is "" or HostileScripts.TooLong ? Hasty : Lua.Unhurried)));
        Assert.Equal(new ScriptAnswer.Value("1Ελληνικά"), Lua.Ask(Innocent));
    }

    [Theory]
    [MemberData(nameof(Unhasty))]
    public async Task Memory_depth_and_steps_are_limited_apart_from_time(int index, string body)
    {
        var said = Words(await Task.Run(() => Lua.Body(body)).WaitAsync(Trial.Patience));
        Expect(Unhurried[index].Expected, said);
    }

    [Fact]
    public void There_are_hostile_scripts_of_every_kind() => Assert.InRange(HostileScripts.All.Count(), 60, 1_000);

    [Theory]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData("function() return ")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("'a' .. ")]
    [InlineData("a.b[")]
    [InlineData("if x then ")]
    [InlineData("do ")]
    [InlineData("while true do ")]
    [InlineData("f")]
    [InlineData("[==[")]
    public void Source_that_is_nested_without_end_is_a_fault(string piece)
    {
        var script = "function RoutingDelay() return " + string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        Assert.StartsWith("MAIN/notify.lua", Lua.Fault(Lua.Ask(script)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_expression_in_one_line_is_worked_out() =>
        Assert.Equal(new ScriptAnswer.Value(9_000L), Lua.Ask("function RoutingDelay() return 0" + string.Concat(Enumerable.Repeat("+1", 9_000)) + " end"));

    [Fact]
    public void A_script_that_is_too_long_is_not_compiled() => Assert.Equal(
        "MAIN/notify.lua: has 65537 bytes; a script may have 65536. Make it shorter.",
        Lua.Fault(Lua.Ask(new string(' ', 65_537))));

    [Fact]
    public void The_limits_are_told_with_the_line_where_the_script_was()
    {
        Assert.Equal("MAIN/notify.lua line 2: ran longer than 200 ms and was stopped", Lua.Fault(Lua.Body("\nwhile true do end", limits: new ScriptLimits())));
        Assert.Equal("MAIN/notify.lua line 2: needed more than 32 MB", Lua.Fault(Lua.Body("\nlocal x = ('x'):rep(2^30)")));
        Assert.Equal("MAIN/notify.lua line 2: needed more than 32 MB", Lua.Fault(Lua.Body("local t = {}\nlocal ok = pcall(string.rep, 'x', 2^30)\nwhile true do end")));
    }

    [Theory]
    [InlineData("return s:match(p)")]
    [InlineData("return s:find(p)")]
    [InlineData("return s:gsub(p, function() return '' end)")]
    [InlineData("for a in s:gmatch(p) do end")]
    [InlineData("return #s:gsub('.', ('y'):rep(20))")]
    public void What_a_search_answers_counts_as_the_scripts_memory(string body)
    {
        var limits = Lua.Unhurried with { MemoryBytes = 2 * 1024 * 1024 };
        var script = $"function RoutingDelay()\nlocal s, p = ('x'):rep(100000), ('('):rep(31) .. '.*' .. (')'):rep(31)\n{body}\nend";
        Assert.Contains("needed more than 2 MB", Lua.Fault(Lua.Ask(script, limits: limits)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_can_be_set()
    {
        Assert.Equal("MAIN/notify.lua line 1: ran longer than 20 ms and was stopped",
            Lua.Fault(Lua.Body("while true do end", limits: new ScriptLimits { Time = TimeSpan.FromMilliseconds(20) })));
        var limits = Lua.Unhurried with { MemoryBytes = 1024 * 1024, SourceBytes = 100, PatternSteps = 50 };
        Assert.Equal("MAIN/notify.lua line 1: needed more than 1 MB", Lua.Fault(Lua.Ask("function RoutingDelay() return #('x'):rep(2000000) end", limits: limits)));
        Assert.Equal("MAIN/notify.lua line 1: the pattern needed more than 50 steps and was stopped",
            Lua.Fault(Lua.Ask("function RoutingDelay() local x = ('a'):rep(60):find('.-b') end", limits: limits)));
        Assert.StartsWith("MAIN/notify.lua: has 101 bytes", Lua.Fault(Lua.Ask(new string('-', 101), limits: limits)), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_that_are_stopped_and_closed_on_many_threads_at_once_do_each_other_no_harm()
    {
        var limits = new ScriptLimits { Time = TimeSpan.FromMilliseconds(2), MemoryBytes = 2 * 1024 * 1024 };
        string[] bodies =
        [
            "while true do end", "while true do pcall(function() while true do end end) end", "local t = {} while true do t[#t + 1] = {} end",
            "local function f() return f() end f()", "local function f() f() end while true do pcall(f) end", "return 7",
        ];
        Parallel.For(0, 3_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var innocent = i % bodies.Length == bodies.Length - 1;
            var own = innocent ? limits with { Time = TimeSpan.FromSeconds(10) } : limits;
            var answer = Lua.Ask($"function RoutingDelay() {bodies[i % bodies.Length]} end", limits: own);
            Assert.True(innocent ? answer is ScriptAnswer.Value : answer is ScriptAnswer.Fault, Words(answer));
        });
    }

    /// <summary>Where memory is what a call allocates, a script that was to be stopped may be stopped by that limit before another.</summary>
    private static void Expect(string expected, string said)
    {
        if (!(Lua.CountsAllocations && HostileScripts.Stops.Contains(expected) && HostileScripts.Stops.Any(stop => said.Contains(stop, StringComparison.Ordinal))))
            Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    private static string Words(ScriptAnswer answer) => answer switch
    {
        ScriptAnswer.Value value => Convert.ToString(value.Content, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "nil",
        ScriptAnswer.Fault fault => fault.Why.ToString(),
        var other => other.ToString(),
    };
}
