using System.Text;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Offers;

namespace IllAddins.Tests.Scripting;

/// <summary>The functions of add-ins as scripts see them.</summary>
public sealed class OfferedFunctionTests
{
    private readonly List<IReadOnlyList<object?>> asked = [];
    private Func<IReadOnlyList<object?>, OfferedAnswer> answer = arguments => new OfferedAnswer.Value($"shelf of {arguments[0]}");
    private TimeSpan left;
    private string? absent;

    [Theory]
    [InlineData("BranchSlips.Shelf('Law')", "shelf of Law")]
    [InlineData("type(BranchSlips.Shelf)", "function")]
    [InlineData("type(BranchSlips)", "table")]
    [InlineData("(function() local shelf = BranchSlips.Shelf return shelf('Med', 2) end)()", "shelf of Med")]
    [InlineData("select('#', BranchSlips.Shelf('Law'))", 1L)]
    [InlineData("tostring(Nobody)", "nil")]
    public void A_script_calls_an_addin_by_its_name(string expression, object expected) => Assert.Equal(expected, Value(expression));

    [Fact]
    public void Values_come_and_go_with_their_types()
    {
        answer = arguments => new OfferedAnswer.Value(arguments[1]);
        Assert.Equal(2.5, Value("BranchSlips.Shelf('Ław', 2.5)"));
        Assert.Null(Value("BranchSlips.Shelf('Law')"));
        answer = _ => new OfferedAnswer.Value(7);
        Assert.Equal(7L, Value("BranchSlips.Shelf('Law')"));
        answer = _ => new OfferedAnswer.Value(true);
        Assert.Equal(true, Value("BranchSlips.Shelf('Law')"));

        Assert.Equal([["Ław", 2.5], ["Law", null], ["Law", null], ["Law", null]], asked);
    }

    [Theory]
    [InlineData("BranchSlips.Shelf(2)", "line 1: BranchSlips.Shelf takes a string as 'place' and got a number.")]
    [InlineData("BranchSlips.Shelf()", "line 1: BranchSlips.Shelf takes a string as 'place' and got nil.")]
    [InlineData("BranchSlips.Shelf({})", "line 1: BranchSlips.Shelf takes a string as 'place' and got a table.")]
    [InlineData("BranchSlips.Shelf(Wait.Hours(1))", "line 1: BranchSlips.Shelf takes a string as 'place' and got a answer.")]
    [InlineData("BranchSlips.Shelf('Law', 1, 2)", "line 1: BranchSlips.Shelf takes 2 values and got 3.")]
    [InlineData("BranchSlips.Shelv('Law')", "line 1: BranchSlips.Shelv is no function of the add-in BranchSlips. Did you mean BranchSlips.Shelf?")]
    [InlineData("BranchSlips.Printer", "line 1: BranchSlips.Printer is no function of the add-in BranchSlips. It has: BranchSlips.Shelf.")]
    public void What_a_script_asks_wrongly_is_its_error_with_the_line(string expression, string message)
    {
        var fault = Fault($"local x = {expression} return x");

        Assert.EndsWith(message, fault.ToString(), StringComparison.Ordinal);
        Assert.False(fault.OfAddin);
        Assert.Empty(asked);
    }

    [Fact]
    public void A_failure_of_the_addin_is_an_error_that_a_script_may_catch()
    {
        answer = _ => new OfferedAnswer.Failed("BranchSlips.Shelf: no shelves today.");

        var fault = Fault("local x = BranchSlips.Shelf('Law') return x");
        Assert.Equal(("MAIN/notify.lua line 1: BranchSlips.Shelf: no shelves today.", true), (fault.ToString(), fault.OfAddin));
        Assert.Equal("in the back room", Value("(function() local ok, x = pcall(BranchSlips.Shelf, 'Law') return ok and x or 'in the back room' end)()"));
        Assert.False(Fault("pcall(BranchSlips.Shelf, 'Law') error('no slips')").OfAddin);
    }

    [Fact]
    public void What_no_script_can_hold_is_a_failure_of_the_addin()
    {
        answer = _ => new OfferedAnswer.Value(DateTimeOffset.UnixEpoch);

        Assert.Equal(
            "MAIN/notify.lua line 1: BranchSlips.Shelf answered a DateTimeOffset; only a string, a number, a bool or null may be. Tell whoever made the add-in.",
            Fault("local x = BranchSlips.Shelf('Law') return x").ToString());
    }

    [Fact]
    public void An_addin_that_takes_all_the_time_ends_the_call_whatever_the_script_catches()
    {
        answer = _ => new OfferedAnswer.TooSlow("BranchSlips.Shelf: the add-in BranchSlips did not answer within 200 ms.");

        var fault = Fault("while true do pcall(BranchSlips.Shelf, 'Law') end");

        Assert.Equal(("MAIN/notify.lua line 1: BranchSlips.Shelf: the add-in BranchSlips did not answer within 200 ms.", true), (fault.ToString(), fault.OfAddin));
        Assert.Single(asked);
        Assert.InRange(left, Lua.Unhurried.Time / 2, Lua.Unhurried.Time);
    }

    [Fact]
    public void An_addin_that_does_not_run_is_named()
    {
        absent = "the add-in BranchSlips does not run now. See: addins list";

        var fault = Fault("local x = BranchSlips.Shelf('Law') return x");

        Assert.Equal(("MAIN/notify.lua line 1: BranchSlips.Shelf: the add-in BranchSlips does not run now. See: addins list", true), (fault.ToString(), fault.OfAddin));
    }

    [Fact]
    public void A_global_of_the_script_goes_before_an_addin_of_the_same_name()
    {
        Assert.Equal("own", Ask("BranchSlips = { Shelf = function() return 'own' end }\nfunction RoutingDelay() return BranchSlips.Shelf() end") is ScriptAnswer.Value { Content: var content } ? content : null);
        Assert.Contains("'BranchSlips.Shelf' cannot be set".Replace("'", "", StringComparison.Ordinal), Fault("BranchSlips.Shelf = 1").ToString(), StringComparison.Ordinal);
    }

    private object? Value(string expression) => Ask($"function RoutingDelay() return {expression} end") switch
    {
        ScriptAnswer.Value value => value.Content,
        var other => throw new Xunit.Sdk.XunitException($"{expression} gave {other}"),
    };

    private ScriptFault Fault(string body) => Assert.IsType<ScriptAnswer.Fault>(Ask($"function RoutingDelay() {body} end")).Why;

    private ScriptAnswer Ask(string script)
    {
        var offers = new ScriptOffers { Find = name => name == "BranchSlips" ? Group() : null, All = () => [Group()] };
        var source = new ScriptSource("MAIN/notify.lua", Encoding.UTF8.GetBytes(script));
        using var loaded = Assert.IsType<ScriptLoad.Loaded>(CompiledEngine.Start(offers).Load(source, Lua.Unhurried)).Script;
        return loaded.Ask(ScriptHooks.RoutingDelay, Lua.Request(), Lua.NewYork).Answer;
    }

    private OfferedGroup Group() => new()
    {
        Name = "BranchSlips",
        Absent = absent,
        Functions =
        [
            new OfferedFunction
            {
                Api = new ApiFunction
                {
                    Name = "BranchSlips.Shelf",
                    Description = "The shelf.",
                    Returns = ["string?"],
                    Parameters =
                    [
                        new ApiParameter { Name = "place", Type = "string", Description = "The place." },
                        new ApiParameter { Name = "row", Type = "number", Description = "The row.", Optional = true },
                    ],
                },
                Call = (arguments, remaining) =>
                {
                    asked.Add(arguments);
                    left = remaining;
                    return answer(arguments);
                },
            },
        ],
    };
}
