using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

/// <summary>Every answer comes with the line that returned it.</summary>
public sealed class ReturnedLineTests
{
    [Theory]
    [InlineData("function RoutingDelay()\n  return 30\nend", 2)]
    [InlineData("function RoutingDelay()\n  if true then return 30 end\n  return 40\nend", 2)]
    [InlineData("function RoutingDelay()\n  if false then return 30 end\n  return nil\nend", 3)]
    [InlineData("function RoutingDelay()\n  local x = 1\nend", 3)]
    [InlineData("function RoutingDelay()\n  return 30, 'why'\nend", 2)]
    [InlineData("function RoutingDelay()\n  return Wait.Until('08:30')\nend", 2)]
    [InlineData("function RoutingDelay()\n  return Wait.NotBefore(Wait.Hours(2),\n   '08:30')\nend", 2)]
    [InlineData("local morning = Wait.Until('08:30')\nfunction RoutingDelay()\n  return morning\nend", 3)]
    public void The_line_is_that_of_the_return(string script, int expected) => Assert.Equal(new ScriptLine("MAIN/notify.lua", expected), Said(script).Returned);

    [Theory]
    [InlineData("local function pick()\n  return 30\nend\nfunction RoutingDelay()\n  return pick()\nend", 2)]
    [InlineData("local function pick()\n  return 30\nend\nfunction RoutingDelay()\n  return pick() + 1\nend", 5)]
    [InlineData("local function pick()\n  return 30\nend\nfunction RoutingDelay()\n  local x = pick()\n  return x\nend", 6)]
    [InlineData("local function count(n)\n  if n == 0 then return 30 end\n  return count(n - 1)\nend\nfunction RoutingDelay()\n  return count(100)\nend", 2)]
    [InlineData("local function pick()\n  error('x')\nend\nfunction RoutingDelay()\n  local ok = pcall(pick)\n  return 30\nend", 6)]
    public void A_helper_that_is_called_in_the_return_itself_returns_in_its_stead(string script, int expected) => Assert.Equal(expected, Said(script).Returned!.Value.Number);

    [Theory]
    [InlineData("return math.max(3, 4)")]
    [InlineData("return tonumber('3')")]
    [InlineData("return select(1, 30)")]
    [InlineData("return tostring(3)")]
    [InlineData("return ('abc'):match('b')")]
    [InlineData("return ('abc'):upper()")]
    [InlineData("return os.date('%A')")]
    [InlineData("return table.concat({'a', 'b'})")]
    [InlineData("return request.LoanTitle")]
    [InlineData("return os.time()")]
    public void The_library_takes_no_line_away(string body) =>
        Assert.Equal(3, Said($"function RoutingDelay(request)\n  local x = ('a'):rep(3)\n  {body}\nend").Returned!.Value.Number);

    [Fact]
    public void A_fault_has_no_line_that_returned() => Assert.Null(Said("function RoutingDelay() error('x') end").Returned);

    [Fact]
    public void What_is_run_again_to_find_the_line_logs_once() =>
        Assert.Equal(["once"], Said("function RoutingDelay()\n log('once')\n return tostring(3)\nend").Log);

    private static ScriptSaid Said(string text)
    {
        using var script = Lua.Load(text);
        script.Ask("RoutingDelay", Lua.Request(), Lua.NewYork);
        return script.IsSpent ? new ScriptSaid(new ScriptAnswer.NoHook()) : script.Ask("RoutingDelay", Lua.Request(), Lua.NewYork);
    }
}
