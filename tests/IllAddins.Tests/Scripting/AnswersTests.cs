using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Answers;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Tests.Scripting;

/// <summary>What a script may answer beside plain values.</summary>
public sealed class AnswersTests
{
    private static readonly LocalTime HalfPastEight = new(8, 30);

    public static TheoryData<string, ScriptAnswer> Answers() => new()
    {
        { "Wait.Minutes(90)", new ScriptAnswer.Rest(new Wait.Minutes(90)) },
        { "Wait.Minutes(0.5)", new ScriptAnswer.Rest(new Wait.Minutes(0.5)) },
        { "Wait.Hours(720)", new ScriptAnswer.Rest(new Wait.Hours(720)) },
        { "Wait.OpenHours(0)", new ScriptAnswer.Rest(new Wait.OpenHours(0)) },
        { "Wait.OpenDays(2)", new ScriptAnswer.Rest(new Wait.OpenDays(2)) },
        { "Wait.Until('8:30')", new ScriptAnswer.Rest(new Wait.Until(HalfPastEight)) },
        { "Wait.NextOpening()", new ScriptAnswer.Rest(new Wait.NextOpening()) },
        { "Wait.NextCourier()", new ScriptAnswer.Rest(new Wait.NextCourier()) },
        { "Wait.NotBefore(Wait.NotBefore(Wait.Hours(2), '06:00'), '08:30')", new ScriptAnswer.Rest(new Wait.NotBefore(new Wait.NotBefore(new Wait.Hours(2), new LocalTime(6, 0)), HalfPastEight)) },
        { "Hold(' check\\nthe box ')", new ScriptAnswer.Hold("check the box") },
        { "Template('Law pickup')", new ScriptAnswer.Template("Law pickup") },
        { "Suppress('told at the desk')", new ScriptAnswer.Suppress("told at the desk") },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_made_in_the_call_arrives_as_what_it_is(string lua, ScriptAnswer expected) => Assert.Equal(expected, Lua.Body("return " + lua));

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_made_while_loading_arrives_in_every_call(string lua, ScriptAnswer expected)
    {
        using var script = Lua.Load($"local made = {lua}\nfunction RoutingDelay() local other = Wait.Hours(1) return made end");
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected, script.Call("RoutingDelay", Lua.Request(), Lua.NewYork));
    }

    [Theory]
    [InlineData("return 30, 'the courier comes at noon'", "the courier comes at noon")]
    [InlineData("return nil, 'as ever'", "as ever")]
    [InlineData("return Wait.Hours(2, 'courier')", "courier")]
    [InlineData("return Wait.Hours(2, 'courier'), 'rain'", "rain")]
    [InlineData("return Wait.NextCourier('courier')", "courier")]
    [InlineData("return Template('x', ' a\\nb ')", "a b")]
    [InlineData("return 30", null)]
    [InlineData("return 30, ''", null)]
    [InlineData("return ('a'):gsub('a', 'b')", null)]
    public void A_reason_may_be_given_to_every_answer(string body, string? expected) => Assert.Equal(expected, Said(body).Reason);

    [Theory]
    [InlineData("Wait.Minutes(-1)", "Wait.Minutes was given -1; it takes a number of minutes from 0 to 43200, e.g. Wait.Minutes(2).")]
    [InlineData("Wait.Minutes('soon')", "Wait.Minutes was given the string \"soon\"; it takes a number of minutes from 0 to 43200, e.g. Wait.Minutes(2).")]
    [InlineData("Wait.Minutes(0/0)", "Wait.Minutes was given NaN; it takes a number of minutes from 0 to 43200, e.g. Wait.Minutes(2).")]
    [InlineData("Wait.OpenDays(1.5)", "Wait.OpenDays was given 1.5; it takes a whole number of days from 0 to 30, e.g. Wait.OpenDays(2).")]
    [InlineData("Wait.Until('24:00')", "Wait.Until was given the string \"24:00\"; it takes a time of day from \"00:00\" to \"23:59\", e.g. Wait.Until(\"08:30\").")]
    [InlineData("Wait.Until(8.30)", "Wait.Until was given 8.3; it takes a time of day from \"00:00\" to \"23:59\", e.g. Wait.Until(\"08:30\").")]
    [InlineData("Wait.NotBefore(2, '08:30')", "Wait.NotBefore was given 2, the string \"08:30\"; it takes a wait (at most 8 within each other) and a time of day from \"00:00\" to \"23:59\", e.g. Wait.NotBefore(Wait.Hours(2), \"08:30\").")]
    [InlineData("Wait.NotBefore(Hold('x'), '08:30')", "Wait.NotBefore was given Hold(\"x\"), the string \"08:30\"; it takes a wait (at most 8 within each other) and a time of day from \"00:00\" to \"23:59\", e.g. Wait.NotBefore(Wait.Hours(2), \"08:30\").")]
    [InlineData("Wait.Hours(2, 3)", "Wait.Hours was given 3 as its reason; a reason is a text, e.g. Wait.Hours(2, \"why\").")]
    [InlineData("Wait.Hours(2, 'why', 3)", "Wait.Hours was given 3 as argument 3, which it does not take. Write it as Wait.Hours(2).")]
    [InlineData("Hold()", "Hold was given nil; it takes a text that says the reason, e.g. Hold(\"check the box\").")]
    [InlineData("Suppress({})", "Suppress was given a table; it takes a text that says the reason, e.g. Suppress(\"told at the desk\").")]
    [InlineData("Template(' ')", "Template was given the string \" \"; it takes a text that says its name, e.g. Template(\"ILL Borrowing Loan Pickup\").")]
    public void A_constructor_that_is_misused_is_a_fault_with_the_line_and_what_it_takes(string lua, string expected)
    {
        Assert.Equal("MAIN/notify.lua line 2: " + expected, Lua.Fault(Lua.Body("\nreturn " + lua)));
        Assert.Equal("MAIN/notify.lua line 2: " + expected, Lua.Fault(Lua.Body("\nlocal ok = pcall(function() local x = " + lua + " end) return 30")));
        Assert.Equal("MAIN/notify.lua line 2: " + expected, Lua.Fault(Lua.Ask("\nlocal made = " + lua + "\nfunction RoutingDelay() return 30 end")));
    }

    [Theory]
    [InlineData("return Wait.Hour(2)", "Wait.Hour is no function. Did you mean Wait.Hours?")]
    [InlineData("return Wait.Xyzzy(2)", "Wait.Xyzzy is no function.")]
    [InlineData("Wait.Hours = 1", "Wait.Hours cannot be set: the library belongs to the host.")]
    [InlineData("return Wait.Hours(2).Count", "'Count' cannot be read: an answer such as Wait.Hours(2) has no fields")]
    [InlineData("local w = Wait.Hours(2) w.Count = 3", "an answer such as Wait.Hours(2) has no fields and cannot be changed")]
    [InlineData("setmetatable(Wait.Hours(2), {})", "bad argument #1 to 'setmetatable' (table expected, got userdata)")]
    [InlineData("for i = 1, 10001 do local w = Wait.Hours(2) end", "more than 10000 answers such as Wait.Hours(2) were made in one call. Make them outside of loops.")]
    public void An_answer_can_be_neither_read_nor_changed_nor_made_without_end(string body, string expected) =>
        Assert.Equal("MAIN/notify.lua line 1: " + expected, Lua.Fault(Lua.Body(body)));

    [Fact]
    public void An_answer_tells_itself_in_the_scripts_own_words() => Assert.Equal(
        "Wait.NotBefore(Wait.Hours(1.5), \"08:30\") Hold(\"x\") Template(\"y\") Suppress(\"z\") userdata",
        Lua.Value("tostring(Wait.NotBefore(Wait.Hours(1.5), '08:30')) .. (' %s %s %s '):format(Hold('x'), Template('y'), Suppress('z')) .. type(Wait.NextOpening())"));

    [Fact]
    public void The_script_sees_every_constructor_and_no_other() => Assert.All(
        AnswerConstructors.All, one => Assert.Equal("function", Lua.Value($"type({one.Api.Name})")));

    [Fact]
    public void What_a_script_logs_comes_along_line_by_line_within_bounds()
    {
        Assert.Equal(["TN 4711 nil true a b", "Wait.Hours(2)"], Said("log('TN', request.TransactionNumber, nil, true, 'a\\nb') log(Wait.Hours(2)) return 30").Log);
        var many = Said("for i = 1, 500 do log(('x'):rep(2000)) end return 30").Log;
        Assert.Equal((100, 1_000, "... more than 99 lines were logged; the rest is left out"), (many.Count, many[0].Length, many[99]));
        Assert.Equal(["before"], Said("log('before') error('x')").Log);
        Assert.Empty(Said("return 30").Log);
    }

    private static ScriptSaid Said(string body)
    {
        using var script = Lua.Load($"function RoutingDelay(request) {body}\nend");
        return script.Ask("RoutingDelay", Lua.Request(), Lua.NewYork);
    }
}
