using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Conformance;

/// <summary>What a fault tells on every engine: the file and the line; of Lua's own messages the words may differ.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("\n\nlocal x = nil < 1", 3)]
    [InlineData("\nlocal a = request.LoanAuthor.x", 2)]
    [InlineData("local t = nil\n\n\nt.x = 1", 4)]
    [InlineData("\nlocal x = {} + 1", 2)]
    [InlineData("\nlocal x = #nil", 2)]
    [InlineData("\nlocal x = 'a' .. {}", 2)]
    [InlineData("\nprint('x')", 2)]
    [InlineData("local function f()\n error('x')\nend\n\nf()", 2)]
    [InlineData("local function f()\n error('x', 2)\nend\n\nf()\nlocal y = 1", 5)]
    [InlineData("\nlocal x = ('a'):find('[')", 2)]
    [InlineData("\nlocal x = ('a'):rep({})", 2)]
    [InlineData("\nlocal x = table.concat({1, {}})", 2)]
    [InlineData("\ntable.insert(nil, 1)", 2)]
    [InlineData("\nlocal x = request.Titel", 2)]
    [InlineData("\nrequest.LoanTitle = 'x'", 2)]
    [InlineData("\ncount = 1", 2)]
    [InlineData("\nstring.x = 1", 2)]
    [InlineData("\nwhile true do end", 2)]
    public void A_fault_tells_file_and_line(string body, int? line)
    {
        var fault = Assert.IsType<ScriptAnswer.Fault>(Lua.Body(body)).Why;
        Assert.Equal(("MAIN/notify.lua", line), (fault.File, fault.Line));
    }

    [Theory]
    [InlineData("error('not today') local x", "MAIN/notify.lua line 1: not today")]
    [InlineData("error('not today', 0)", "MAIN/notify.lua: not today")]
    [InlineData("error()", "MAIN/notify.lua: the script raised an error without a message. Give error(...) a text.")]
    [InlineData("error({})", "MAIN/notify.lua: the script raised an error with a table in place of a message. Give error(...) a text.")]
    [InlineData("\nlocal x = request.LoanTitel", "MAIN/notify.lua line 2: request.LoanTitel is no field. Did you mean LoanTitle?")]
    [InlineData("\nlocal x = request.User.FirstNam", "MAIN/notify.lua line 2: request.User.FirstNam is no field. Did you mean FirstName?")]
    [InlineData("\nstring.find = nil", "MAIN/notify.lua line 2: string.find cannot be set: the library belongs to the host.")]
    [InlineData("\nlocal x = ('a'):find('[')", "MAIN/notify.lua line 2: malformed pattern (missing ']')")]
    [InlineData("\nlocal x = os.time({year = 2026})", "MAIN/notify.lua line 2: field 'month' missing in date table")]
    [InlineData("\ntable.sort({2, 1}, function() while true do end end)", "MAIN/notify.lua line 2: ran longer than 200 ms and was stopped")]
    // With a host's own limit of time, as one row tells it.
    public void What_the_host_itself_says_is_the_same_on_every_engine(string body, string expected) =>
        Assert.Equal(expected, Lua.Fault(Lua.Body(body, limits: new ScriptLimits())));

    [Theory]
    [InlineData("x = = 1", 1)]
    [InlineData("function f()\n  return 1\n\nfunction RoutingDelay() end", null)]
    [InlineData("\nlocal x = nil + 1", 2)]
    [InlineData("\n\nerror('a')", 3)]
    public void A_script_that_cannot_be_loaded_tells_file_and_line(string script, int? line)
    {
        var fault = Assert.IsType<ScriptAnswer.Fault>(Lua.Ask(script)).Why;
        Assert.Equal("MAIN/notify.lua", fault.File);
        Assert.True(fault.Line is not null && (line is null || fault.Line == line), fault.ToString());
    }
}
