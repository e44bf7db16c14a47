using System.Text;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Tests.Scripting;

/// <summary>Libraries of the scripts' own, loaded with <c>require</c> from one folder.</summary>
public sealed class LibrariesTests
{
    private const string Couriers = "local M = { far = { ['Law'] = true } }\nfunction M.pick(request)\n  if M.far[request.Location] then return Wait.Hours(4) end\n  return 30\nend\nreturn M";

    [Fact]
    public void A_script_calls_what_a_library_returns_and_the_answers_line_is_the_librarys()
    {
        using var script = Load("local couriers = require('couriers')\nfunction RoutingDelay(request)\n  return couriers.pick(request)\nend", ("couriers", Couriers), ("other", "error('never loaded')"));
        var said = script.Ask("RoutingDelay", Lua.Request(), Lua.NewYork);
        Assert.Equal((new ScriptAnswer.Value(30L), new ScriptLine("lib/couriers.lua", 4)), (said.Answer, said.Returned));
        Assert.Equal(["couriers"], script.Libraries);
    }

    [Fact]
    public void A_library_is_loaded_once_and_may_load_others()
    {
        using var script = Load(
            "local a, b = require('a'), require('b')\nfunction RoutingDelay() return tostring(a == b.a) .. tostring(require == nil) .. tostring(a.name) end",
            ("a", "local name = ... return { name = name }"), ("b", "return { a = require('a') }"));
        Assert.Equal(new ScriptAnswer.Value("truefalsea"), script.Call("RoutingDelay", Lua.Request(), Lua.NewYork));
        Assert.Equal(["a", "b"], script.Libraries);
    }

    [Theory]
    [InlineData("require('courers')", "MAIN/notify.lua line 2: there is no library 'courers' (scripts/lib/courers.lua). Did you mean 'couriers'?")]
    [InlineData("require('../secrets')", "MAIN/notify.lua line 2: '../secrets' is no library's name. Libraries lie in scripts/lib; their names have letters, digits, _ and -, e.g. require(\"couriers\").")]
    [InlineData("require('/etc/passwd')", "MAIN/notify.lua line 2: '/etc/passwd' is no library's name. Libraries lie in scripts/lib; their names have letters, digits, _ and -, e.g. require(\"couriers\").")]
    [InlineData("require('couriers.x')", "MAIN/notify.lua line 2: 'couriers.x' is no library's name. Libraries lie in scripts/lib; their names have letters, digits, _ and -, e.g. require(\"couriers\").")]
    [InlineData("require(1)", "MAIN/notify.lua line 2: bad argument #1 to 'require' (string expected, got number)")]
    [InlineData("require('wrong')", "lib/wrong.lua line 2: unexpected symbol near '='")]
    [InlineData("require('fails')", "lib/fails.lua line 2: not today")]
    [InlineData("require('empty')", "lib/empty.lua: is empty. Write a function such as RoutingDelay(request) into it, or delete the file.")]
    [InlineData("require('itself')", "lib/itself.lua line 1: the library 'itself' requires itself, by way of others or at once")]
    [InlineData("require('endless')", "lib/endless.lua line 1: ran longer than 200 ms and was stopped")]
    [InlineData("require('misuse')", "lib/misuse.lua line 1: Hold was given nil; it takes a text that says the reason, e.g. Hold(\"check the box\").")]
    public void A_library_that_cannot_be_loaded_says_why_with_its_own_line(string lua, string expected)
    {
        var load = Lua.Engine.Load(
            Source($"\nlocal x = {lua}\nfunction RoutingDelay() return 1 end", [
                ("couriers", Couriers), ("wrong", "\nx = = 1"), ("fails", "\nerror('not today')"), ("empty", " "), ("itself", "require('itself')"),
                ("endless", "while true do end"), ("misuse", "Hold()")]),
            new ScriptLimits());
        Assert.Equal(expected, Assert.IsType<ScriptLoad.Refused>(load).Why.ToString());
    }

    [Fact]
    public void Inside_a_function_nothing_is_loaded()
    {
        using var script = Load("function RoutingDelay()\n  local x = require('couriers')\nend", ("couriers", Couriers));
        Assert.Equal(
            "MAIN/notify.lua line 2: require loads libraries while the script is loaded, not inside a function. Write it at the top: local couriers = require(\"couriers\")",
            Lua.Fault(script.Call("RoutingDelay", Lua.Request(), Lua.NewYork)));
    }

    [Fact]
    public void What_a_library_holds_does_not_last_either()
    {
        using var table = Load("local c = require('couriers')\nfunction RoutingDelay() c.far.Main = true end", ("couriers", Couriers));
        Assert.StartsWith("MAIN/notify.lua line 2: the field 'Main' cannot be set", Lua.Fault(table.Call("RoutingDelay", Lua.Request(), Lua.NewYork)), StringComparison.Ordinal);
        using var counter = Load("local next = require('counter')\nfunction RoutingDelay() return next() end", ("counter", "local n = 0\nreturn function() n = n + 1 return n end"));
        Assert.StartsWith("MAIN/notify.lua: RoutingDelay changed 'n', a local variable outside the function.", Lua.Fault(counter.Call("RoutingDelay", Lua.Request(), Lua.NewYork)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_a_librarys_function_tells_the_librarys_line()
    {
        using var script = Load("local sort = require('sorting')\nfunction RoutingDelay() return sort() end", ("sorting", "return function()\n  table.sort({1, 2, 3}, function(a, b)\n    error('no list')\n  end)\nend"));
        Assert.Equal("lib/sorting.lua line 3: no list", Lua.Fault(script.Call("RoutingDelay", Lua.Request(), Lua.NewYork)));
    }

    [Fact]
    public void The_mark_tells_every_text_and_no_other()
    {
        var (one, other) = (Libraries(("a", "return 1"), ("b", "return 2")), Libraries(("a", "return 1"), ("b", "return 3")));
        Assert.Equal(one.MarkOf(["a"]), other.MarkOf(["a"]));
        Assert.NotEqual(one.MarkOf(["a", "b"]), other.MarkOf(["a", "b"]));
        Assert.Equal(one.MarkOf(["a", "b"]), one.MarkOf(["b", "a"]));
        Assert.Equal("", one.MarkOf([]));
    }

    [Fact]
    public void Libraries_are_read_from_their_folder_and_only_those_with_a_fitting_name()
    {
        var folder = Directory.CreateTempSubdirectory("illaddins-lib-").FullName;
        try
        {
            Assert.Empty(ScriptLibraries.Read(folder, new ScriptLimits()).Names);
            Directory.CreateDirectory(Path.Combine(folder, "lib"));
            foreach (var name in (string[])["couriers.lua", "a b.lua", "notes.txt", "week-end_2.lua"])
                File.WriteAllText(Path.Combine(folder, "lib", name), "return 1");
            Assert.Equal(["couriers", "week-end_2"], ScriptLibraries.Read(folder, new ScriptLimits()).Names);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("now()", "2026-03-09T10:30:15")]
    [InlineData("now() > '2026-03-09T10:30:14'", true)]
    [InlineData("os.date('%A %d %B', '2026-12-24T00:00:00')", "Thursday 24 December")]
    [InlineData("os.date('%H:%M', now())", "10:30")]
    [InlineData("os.time(now()) == os.time()", true)]
    [InlineData("os.date('*t', '2026-12-24T00:00:00').wday", 5L)]
    public void Dates_of_the_request_and_now_are_texts_that_compare_and_that_os_date_takes(string expression, object expected) => Assert.Equal(expected, Lua.Value(expression));

    [Theory]
    [InlineData("os.time('tomorrow')", "'tomorrow' is no date such as '2026-11-24T08:30:00'")]
    [InlineData("os.date('%A', '2026-13')", "'2026-13' is no date such as '2026-11-24T08:30:00'")]
    public void A_text_that_is_no_date_is_a_fault(string expression, string expected) =>
        Assert.Equal("MAIN/notify.lua line 1: " + expected, Lua.Fault(Lua.Body("local x = " + expression)));

    [Fact]
    public void While_loading_there_is_no_now() => Assert.Equal(
        "MAIN/notify.lua line 1: now() answers inside a function that the host calls, not while the script is loaded: what is worked out then would stay as it is.",
        Lua.Fault(Lua.Ask("local n = now()")));

    private static ScriptLibraries Libraries(params (string Name, string Text)[] texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Name, new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(text.Text)))));

    private static ScriptSource Source(string text, (string Name, string Text)[] libraries) =>
        new("MAIN/notify.lua", Encoding.UTF8.GetBytes(text)) { Libraries = Libraries(libraries) };

    private static ILoadedScript Load(string text, params (string Name, string Text)[] libraries) => Lua.Engine.Load(Source(text, libraries), new ScriptLimits()) switch
    {
        ScriptLoad.Loaded loaded => loaded.Script,
        ScriptLoad.Refused refused => throw new Xunit.Sdk.XunitException(refused.Why.ToString()),
        _ => throw new InvalidOperationException(),
    };
}
