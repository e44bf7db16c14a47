using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

/// <summary>What a script does for one request changes no decision about the next.</summary>
public sealed class NothingLastsTests
{
    private const string Field = "a table made while the script was loaded is read-only afterwards, as nothing lasts from one request to the next. Make a new table inside the function.";

    [Theory]
    [InlineData("function RoutingDelay() count = 1 end",
        "MAIN/notify.lua line 1: the global 'count' cannot be set: globals are read-only once the script is loaded, as nothing lasts from one request to the next. Write 'local count'.")]
    [InlineData("function RoutingDelay() _G.count = 1 end",
        "MAIN/notify.lua line 1: the global 'count' cannot be set: globals are read-only once the script is loaded, as nothing lasts from one request to the next. Write 'local count'.")]
    [InlineData("count = 0\nfunction RoutingDelay() count = count + 1 end",
        "MAIN/notify.lua line 2: the global 'count' cannot be set: globals are read-only once the script is loaded, as nothing lasts from one request to the next. Write 'local count'.")]
    [InlineData("local count = 0\nfunction RoutingDelay() count = count + 1 return count end",
        "MAIN/notify.lua: RoutingDelay changed 'count', a local variable outside the function. Nothing lasts from one request to the next: use a local variable inside RoutingDelay.")]
    [InlineData("local function deep() local c = 0 return function() c = c + 1 return c end end\nlocal next = deep()\nfunction RoutingDelay() return next() end",
        "MAIN/notify.lua: RoutingDelay changed 'c', a local variable outside the function. Nothing lasts from one request to the next: use a local variable inside RoutingDelay.")]
    [InlineData("function RoutingDelay() _ENV = {} end",
        "MAIN/notify.lua: RoutingDelay changed '_ENV', a local variable outside the function. Nothing lasts from one request to the next: use a local variable inside RoutingDelay.")]
    [InlineData("local each = ('a b c'):gmatch('%a')\nfunction RoutingDelay() return each() end",
        "MAIN/notify.lua: RoutingDelay changed 'at', a local variable outside the function. Nothing lasts from one request to the next: use a local variable inside RoutingDelay.")]
    [InlineData("local seen = {}\nfunction RoutingDelay() seen[1] = 2 end", "MAIN/notify.lua line 2: the field '1' cannot be set: " + Field)]
    [InlineData("seen = { inner = { {} } }\nfunction RoutingDelay() seen.inner[1].x = 2 end", "MAIN/notify.lua line 2: the field 'x' cannot be set: " + Field)]
    [InlineData("local seen = {}\nfunction RoutingDelay() table.insert(seen, 1) end", "MAIN/notify.lua line 2: the field '1' cannot be set: " + Field)]
    [InlineData("local list = {3, 2, 1}\nfunction RoutingDelay() table.sort(list) end", "MAIN/notify.lua line 2: the field '1' cannot be set: " + Field)]
    [InlineData("local class = setmetatable({}, {})\nfunction RoutingDelay() setmetatable(class, {__index = {x = 1}}) end", "MAIN/notify.lua line 2: cannot change a protected metatable")]
    [InlineData("local meta = {}\nlocal object = setmetatable({}, meta)\nfunction RoutingDelay() meta.__index = {x = 1} end", "MAIN/notify.lua line 3: the field '__index' cannot be set: " + Field)]
    public void A_change_that_would_outlast_the_call_is_a_fault(string script, string expected) => Assert.Equal(expected, Lua.Fault(Lua.Ask(script)));

    [Fact]
    public void After_such_a_change_the_script_is_spent()
    {
        using var script = Lua.Load("local count = 0\nfunction RoutingDelay() count = count + 1 return count end");
        script.Call("RoutingDelay", Lua.Request(), Lua.NewYork);
        Assert.True(script.IsSpent);
        Assert.Throws<InvalidOperationException>(() => script.Call("RoutingDelay", Lua.Request(), Lua.NewYork));
    }

    [Fact]
    public void Tables_made_while_loading_are_read_as_any_table() => Assert.Equal(
        new ScriptAnswer.Value("3 a+b+c b c|x=1 |1a2b3c|6|true|nil|cba"),
        Lua.Ask("""
            local list, by = {"a", "b", "c"}, {x = 1}
            local function total(t) local all = "" for i, v in ipairs(t) do all = all .. i .. v end return all end
            local weight = setmetatable({}, {__index = function(_, k) return k * 2 end})
            local joined, first = table.concat(list, "+"), next(list)
            function RoutingDelay()
              local words = ""
              for k, v in pairs(by) do words = words .. k .. "=" .. v .. " " end
              local copy = table.move(list, 1, #list, 1, {})
              table.sort(copy, function(a, b) return a > b end)
              return #list .. " " .. table.concat(list, "+") .. " " .. table.concat({table.unpack(list, 2)}, " ") .. "|" .. words .. "|"
                .. total(list) .. "|" .. weight[3] .. "|" .. tostring(next({}) == nil and next(by) == "x") .. "|" .. tostring(by.y) .. "|" .. table.concat(copy)
            end
            """));

    [Fact]
    public void Classes_and_objects_work_whether_made_while_loading_or_in_the_call() => Assert.Equal(
        new ScriptAnswer.Value("rest 5, rest 7, rest 12, 5"),
        Lua.Ask("""
            local Wait = {}
            Wait.__index = Wait
            Wait.__tostring = function(self) return "rest " .. self.minutes end
            Wait.__add = function(a, b) return Wait.new(a.minutes + b.minutes) end
            Wait.__call = function(self) return self.minutes end
            function Wait.new(minutes) return setmetatable({minutes = minutes}, Wait) end
            local five = Wait.new(5)
            function RoutingDelay()
              local seven = Wait.new(7)
              return tostring(five) .. ", " .. tostring(seven) .. ", " .. tostring(five + seven) .. ", " .. five()
            end
            """));

    [Fact]
    public void Tables_that_hold_themselves_and_numbers_that_are_none_can_be_sealed() => Assert.Equal(
        new ScriptAnswer.Value(1L),
        Lua.Ask("local a = {} a.a = a a[a] = a\nlocal none = 0/0\nlocal chain = {} for i = 1, 2000 do chain = {chain} end\nfunction RoutingDelay() return a.a.a == a and none ~= none and chain[1] and 1 end"));

    [Fact]
    public void Variables_inside_a_function_change_as_they_like() => Assert.Equal(
        new ScriptAnswer.Value(10L),
        Lua.Ask("function RoutingDelay()\n local sum = 0\n local function add(n) sum = sum + n end\n for i = 1, 4 do add(i) end\n return sum end"));
}
