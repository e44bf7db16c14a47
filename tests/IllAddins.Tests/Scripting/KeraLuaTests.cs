namespace IllAddins.Tests.Scripting;

/// <summary>What Lua 5.4 itself does and scripts that shall run on either engine leave alone.</summary>
public sealed class KeraLuaTests
{
    [Theory]
    [InlineData("7 // 2", "3")]
    [InlineData("7 % -3", "-2")]
    [InlineData("2 ^ 10", "1024.0")]
    [InlineData("1e15", "1e+15")]
    [InlineData("10 / 2", "5.0")]
    [InlineData("math.type(1) .. math.type(1.0)", "integerfloat")]
    [InlineData("'10' + 5", "15")]
    [InlineData("tostring(-0.0)", "-0.0")]
    [InlineData("3 | 4", "7")]
    [InlineData("-7 % -3", "-1")]
    [InlineData("' 0x10 ' * 1", "16")]
    [InlineData("1 / 3 .. ''", "0.33333333333333")]
    [InlineData("math.maxinteger + 0.0 == 2^63", "true")]
    [InlineData("select('#', (function() end)())", "0")]
    public void Numbers_are_whole_or_fractions(string expression, string expected) => Assert.Equal(expected, Lua.Value($"tostring(({expression}))"));

    [Fact]
    public void An_object_made_while_loading_can_equal_one_made_in_the_call() => Assert.Equal(
        new Host.Scripting.ScriptAnswer.Value(true),
        Lua.Ask("local m = {__eq = function(a, b) return a.n == b.n end}\nlocal five = setmetatable({n = 5}, m)\nfunction RoutingDelay() return five == setmetatable({n = 5}, m) end"));

    [Theory]
    [InlineData("\n\nreturn nil < 1", "MAIN/notify.lua line 3: attempt to compare nil with number. An empty field is nil: write (tonumber(request.Pieces) or 0).")]
    [InlineData("local a = request.User\n return a.FirstName.x.y", "MAIN/notify.lua line 2: attempt to index a nil value (field 'x')")]
    [InlineData("print('x')", "MAIN/notify.lua line 1: attempt to call a nil value (global 'print'). Write log(\"words\"); 'scripts log' prints it.")]
    [InlineData("return GetFieldValue('Transaction', 'LoanTitle')", "MAIN/notify.lua line 1: attempt to call a nil value (global 'GetFieldValue'). Read fields from the request: request.LoanTitle, request.User.EMailAddress.")]
    [InlineData("luanet.load_assembly('System')", "MAIN/notify.lua line 1: attempt to index a nil value (global 'luanet'). A script does not reach .NET. Read fields from the request: request.LoanTitle, request.User.EMailAddress.")]
    [InlineData("\nreturn math.pow(2, 3)", "MAIN/notify.lua line 2: attempt to call a nil value (field 'pow'). Write x ^ y.")]
    [InlineData("return Hodl('why')", "MAIN/notify.lua line 1: attempt to call a nil value (global 'Hodl'). Did you mean Hold?")]
    [InlineData("return nowhere()", "MAIN/notify.lua line 1: attempt to call a nil value (global 'nowhere')")]
    [InlineData("local t = {}\nreturn t.LoanTitle:upper()", "MAIN/notify.lua line 2: attempt to index a nil value (field 'LoanTitle'). An empty field is nil: write (request.LoanTitle or \"\").")]
    [InlineData("local t = {}\nreturn 'a' .. t.FirstName", "MAIN/notify.lua line 2: attempt to concatenate a nil value (field 'FirstName'). An empty field is nil: write (request.User.FirstName or \"\").")]
    [InlineData("\nlocal t = {}\ntable.sort({1, 'a'})", "MAIN/notify.lua line 3: attempt to compare string with number. A text such as request.Pieces becomes a number by tonumber(request.Pieces).")]
    [InlineData("local t = {}\nreturn t.Pieces > 1", "MAIN/notify.lua line 2: attempt to compare number with nil. An empty field is nil: write (tonumber(request.Pieces) or 0).")]
    [InlineData("\nlocal x = ('a'):rep({})", "MAIN/notify.lua line 2: bad argument #2 to 'string.rep' (number expected, got table)")]
    [InlineData("\nlocal x = table.concat({1, {}})", "MAIN/notify.lua line 2: invalid value (table) at index 2 in table for 'concat'")]
    public void Its_errors_have_words_of_their_own(string body, string expected) => Assert.Equal(expected, Lua.Fault(Lua.Body(body)));

    [Theory]
    [InlineData("function f()\n  return 1\n", "MAIN/notify.lua line 3: 'end' expected (to close 'function' at line 1) near <eof>")]
    [InlineData("function RoutingDelay(request)\n  retrun 5\nend", "MAIN/notify.lua line 2: syntax error near '5'. Is 'retrun' meant to be 'return'?")]
    [InlineData("functoin RoutingDelay(request) end", "MAIN/notify.lua line 1: syntax error near 'RoutingDelay'. Is 'functoin' meant to be 'function'?")]
    [InlineData("if 1 != 2 then end", "MAIN/notify.lua line 1: 'then' expected near '!'. Lua writes ~= for 'is not equal', and not for !.")]
    [InlineData("if x = 2 then end", "MAIN/notify.lua line 1: 'then' expected near '='. Lua writes == for 'is equal'; a single = sets a value.")]
    [InlineData("x += 1", "MAIN/notify.lua line 1: syntax error near '+'. Lua has no += and no ++: write x = x + 1.")]
    [InlineData("if x && y then end", "MAIN/notify.lua line 1: unexpected symbol near '&'. Lua writes and for &&, and .. to join texts.")]
    [InlineData("function f() { return 5 }", "MAIN/notify.lua line 1: unexpected symbol near '{'. Lua has no braces around statements: they end with end.")]
    [InlineData("// from the old add-on", "MAIN/notify.lua line 1: unexpected symbol near '//'. A comment begins with --.")]
    [InlineData("function f()\n  if x then return 1\n  else if y then return 2\n  end\nend", "MAIN/notify.lua line 5: 'end' expected (to close 'function' at line 1) near <eof>. An 'else if' needs an end of its own: write elseif.")]
    [InlineData("\nlocal x = nil + 1", "MAIN/notify.lua line 2: attempt to perform arithmetic on a nil value")]
    public void So_have_those_of_its_compiler(string script, string expected) => Assert.Equal(expected, Lua.Fault(Lua.Ask(script)));
}
