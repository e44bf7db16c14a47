using System.Text;
using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

public sealed class EngineTests
{
    [Fact]
    public void A_function_answers_with_a_number_a_text_a_truth_or_nil()
    {
        Assert.Equal(90L, Lua.Value("90"));
        Assert.Equal(1.5, Lua.Value("1.5"));
        Assert.Equal("Łąkowa", Lua.Value("'Łąkowa'"));
        Assert.Equal(true, Lua.Value("true"));
        Assert.Null(Lua.Value("nil"));
        Assert.Null(Lua.Value("nil, 5"));
    }

    [Fact]
    public void An_answer_that_is_no_plain_value_is_named_by_its_type()
    {
        Assert.Equal(new ScriptAnswer.Unusable("table"), Lua.Body("return {}"));
        Assert.Equal(new ScriptAnswer.Unusable("function"), Lua.Body("return type"));
    }

    [Fact]
    public void A_function_that_the_script_lacks_is_no_hook_and_one_of_the_library_is_none_either()
    {
        using var script = Lua.Load("function ChooseTemplate() return 'x' end");
        Assert.Equal(new ScriptAnswer.NoHook(), script.Call("RoutingDelay", Lua.Request(), Lua.NewYork));
        Assert.Equal(new ScriptAnswer.NoHook(), script.Call("tostring", Lua.Request(), Lua.NewYork));
        Assert.Equal(new ScriptAnswer.Value("x"), script.Call("ChooseTemplate", Lua.Request(), Lua.NewYork));
        Assert.Equal(["ChooseTemplate"], script.Functions);
    }

    [Fact]
    public void A_hook_that_is_no_function_is_a_fault() => Assert.Equal(
        "MAIN/notify.lua: RoutingDelay is a number; it must be a function, written as: function RoutingDelay(request) ... end",
        Lua.Fault(Lua.Ask("RoutingDelay = 60")));

    [Theory]
    [InlineData("error('not today')", "MAIN/notify.lua line 1: not today")]
    [InlineData("error('not today', 0)", "MAIN/notify.lua: not today")]
    [InlineData("error()", "MAIN/notify.lua: the script raised an error without a message. Give error(...) a text.")]
    [InlineData("error({})", "MAIN/notify.lua: the script raised an error with a table in place of a message. Give error(...) a text.")]
    [InlineData("error(setmetatable({}, {__tostring = function() error('x') end}))", "MAIN/notify.lua: the script raised an error with a table in place of a message. Give error(...) a text.")]
    [InlineData("error(true)", "MAIN/notify.lua: the script raised an error with a boolean in place of a message. Give error(...) a text.")]
    [InlineData("error(42)", "MAIN/notify.lua: 42")]
    [InlineData("error('a\\nb\\0c')", "MAIN/notify.lua line 1: a b c")]
    [InlineData("\nlocal x = ('a'):find('[')", "MAIN/notify.lua line 2: malformed pattern (missing ']')")]
    [InlineData("\nlocal x = string.match(nil, 'a')", "MAIN/notify.lua line 2: bad argument #1 to 'match' (string expected, got nil)")]
    [InlineData("\nfor a in ('aa'):gmatch('(') do end", "MAIN/notify.lua line 2: unfinished capture")]
    [InlineData("\nlocal x = ('a'):gsub('a', '%2')", "MAIN/notify.lua line 2: invalid capture index %2")]
    [InlineData("\nlocal x = ('a'):gsub('a', function() return {} end)", "MAIN/notify.lua line 2: invalid replacement value (a table)")]
    [InlineData("\ntable.insert(nil, 1)", "MAIN/notify.lua line 2: bad argument #1 to 'insert' (table expected, got nil)")]
    [InlineData("\nlocal x = os.time({year = 2026})", "MAIN/notify.lua line 2: field 'month' missing in date table")]
    [InlineData("\nlocal x = os.date('%Q')", "MAIN/notify.lua line 2: invalid conversion specifier '%Q'")]
    [InlineData("\nlocal x = ('%p'):format(1)", "MAIN/notify.lua line 2: invalid conversion '%p' to 'format': addresses differ from run to run, and a decision must not")]
    public void An_error_tells_file_line_and_message(string body, string expected) => Assert.Equal(expected, Lua.Fault(Lua.Body(body)));

    [Theory]
    [InlineData("x = = 1", "MAIN/notify.lua line 1: unexpected symbol near '='")]
    [InlineData("", "MAIN/notify.lua: is empty. Write a function such as RoutingDelay(request) into it, or delete the file.")]
    [InlineData(" \r\n\0", "MAIN/notify.lua: is empty. Write a function such as RoutingDelay(request) into it, or delete the file.")]
    [InlineData("\u001bLua\u0054", "MAIN/notify.lua: is compiled Lua; only the text of a script is run. Put the text in its place.")]
    [InlineData("\nlocal t = os.time()", "MAIN/notify.lua line 2: os.time and os.date answer inside a function that the host calls, not while the script is loaded: what is worked out then would stay as it is.")]
    public void A_script_that_cannot_be_loaded_says_why(string script, string expected) => Assert.Equal(expected, Lua.Fault(Lua.Ask(script)));

    [Fact]
    public void Text_in_another_encoding_is_a_fault_that_tells_the_line() => Assert.Equal(
        "MAIN/notify.lua line 2: is not UTF-8 text. Save the file with the encoding UTF-8.",
        Lua.Fault(Lua.Ask([.. "-- a\n-- caf"u8, 0xe9, .. "\n"u8])));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_script() => Assert.Equal(
        new ScriptAnswer.Value(7L), Lua.Ask([.. Encoding.UTF8.Preamble, .. "function RoutingDelay() return 7 end"u8]));

    [Fact]
    public void A_file_with_a_long_name_still_tells_its_line()
    {
        var file = new string('x', 90) + "/notify.lua";
        var load = Lua.Engine.Load(new ScriptSource(file, "\nerror('a')"u8.ToArray()), new ScriptLimits());
        Assert.Equal(new ScriptFault(file, 2, "a"), Assert.IsType<ScriptLoad.Refused>(load).Why);
    }

    [Fact]
    public void A_long_message_is_cut() => Assert.Equal(500, Assert.IsType<ScriptAnswer.Fault>(Lua.Body("error(('x'):rep(100000))")).Why.Message.Length);

    [Fact]
    public void What_the_host_itself_breaks_is_thrown_to_the_host_and_not_to_the_script()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Lua.Body("while true do pcall(function() return request.Odd end) end", Lua.Request(("Odd", DateTime.MinValue))));
        Assert.Equal("The field 'Odd' holds a DateTime; a script takes string, int, long, double, bool and tables.", thrown.Message);
    }
}
