using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

public sealed class RequestTests
{
    [Theory]
    [InlineData("request.LoanTitle", "Ελληνικά")]
    [InlineData("request.TransactionNumber + 1", 4712L)]
    [InlineData("request.LibraryUseOnly", true)]
    [InlineData("request.Weight", 1.5)]
    [InlineData("request.User.FirstName .. ' ' .. request.User.LastName", "Zoë Łąkowa")]
    [InlineData("request.Site.NVTGC", "MAIN")]
    [InlineData("request.User == request.User and request.User ~= request.Site", true)]
    public void A_script_reads_the_fields_of_the_request(string expression, object expected) => Assert.Equal(expected, Lua.Value(expression));

    [Theory]
    [InlineData("request.LoanAuthor")]
    [InlineData("request.User.Phone")]
    public void A_field_without_a_value_is_nil(string expression) => Assert.Null(Lua.Value(expression));

    [Theory]
    [InlineData("return request.LoanTitel", "request.LoanTitel is no field. Did you mean LoanTitle?")]
    [InlineData("return request.loantitle", "request.loantitle is no field. Did you mean LoanTitle?")]
    [InlineData("return request.User.Firstnam", "request.User.Firstnam is no field. Did you mean FirstName?")]
    [InlineData("return request.Xyzzy", "request.Xyzzy is no field.")]
    [InlineData("return request[1]", "request.1 is no field.")]
    [InlineData("return request[{}]", "request.[table] is no field.")]
    [InlineData("request.LoanTitle = 'x'", "request.LoanTitle cannot be set: what a script is asked about is read-only.")]
    [InlineData("request.User.Phone = 'x'", "request.User.Phone cannot be set: what a script is asked about is read-only.")]
    [InlineData("return #request", "what a script is asked about is no list and has no length")]
    [InlineData("setmetatable(request, {})", "cannot change a protected metatable")]
    public void A_misuse_of_the_request_is_a_fault_that_helps(string body, string expected) =>
        Assert.Equal("MAIN/notify.lua line 1: " + expected, Lua.Fault(Lua.Body(body)));

    [Fact]
    public void Pairs_goes_through_the_fields_that_have_a_value_in_order() => Assert.Equal(
        "LibraryUseOnly LoanTitle Location Site TransactionNumber User Weight ",
        Lua.Value("(function() local all = '' for name in pairs(request) do all = all .. name .. ' ' end return all end)()"));

    [Fact]
    public void Each_call_sees_its_own_request()
    {
        using var script = Lua.Load("function RoutingDelay(request) return request.User.FirstName .. request.LoanTitle end");
        for (var i = 0; i < 3; i++)
            Assert.Equal(new ScriptAnswer.Value($"Zoë{i}"), script.Call("RoutingDelay", Lua.Request(("LoanTitle", $"{i}")), Lua.NewYork));
    }

    [Fact]
    public void A_text_with_a_zero_byte_or_of_great_length_arrives_whole()
    {
        Assert.Equal("a\0b", Lua.Value("request.LoanTitle", Lua.Request(("LoanTitle", "a\0b"))));
        Assert.Equal(40_000L, Lua.Value("#request.LoanTitle", Lua.Request(("LoanTitle", new string('ż', 20_000)))));
        Assert.Equal("", Lua.Value("request.LoanTitle", Lua.Request(("LoanTitle", ""))));
    }
}
