using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

public sealed class ScriptChecksTests : IDisposable
{
    private readonly ScriptsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_script_of_the_folder_is_compiled_and_its_top_level_run()
    {
        folder.Write("MAIN", "function RoutingDelay() return 1 end\nfunction helper() end");
        folder.Write("LAW", "x = = 1");
        folder.Write("ZOO", "local x = nil .. 'a'");
        folder.Write("default", "while true do end");
        Directory.CreateDirectory(Path.Combine(folder.Root, "lib"));
        var found = folder.Scripts.Check();
        Assert.Equal(["LAW/notify.lua", "MAIN/notify.lua", "ZOO/notify.lua", "default/notify.lua"], found.Select(check => check.File));
        Assert.Equal("LAW/notify.lua line 1: unexpected symbol near '='", found[0].Fault?.ToString());
        Assert.Null(found[1].Fault);
        Assert.Equal(["RoutingDelay", "helper"], found[1].Functions);
        Assert.Empty(found[1].Remarks);
        Assert.Equal(folder.Scripts.VersionFor("MAIN").Mark, found[1].Version.Mark);
        Assert.Equal("ZOO/notify.lua line 1: attempt to concatenate a nil value", found[2].Fault?.ToString());
        Assert.Equal("default/notify.lua line 1: ran longer than 200 ms and was stopped", found[3].Fault?.ToString());
    }

    [Theory]
    [InlineData("function routingDelay() end", "routingDelay is never asked. Did you mean RoutingDelay?")]
    [InlineData("function RoutingDely() end", "RoutingDely is never asked. Did you mean RoutingDelay?")]
    [InlineData("function Choose_Template() end function RoutingDelay() end", "Choose_Template is never asked. Did you mean ChooseTemplate?")]
    [InlineData("local function RoutingDelay() end", "defines none of the functions that are asked: RoutingDelay, ChooseTemplate. A function must be global, without 'local' before it.")]
    public void A_function_that_is_never_asked_is_remarked_upon(string script, string expected)
    {
        folder.Write("MAIN", script);
        var check = Assert.Single(folder.Scripts.Check());
        Assert.Equal([expected], check.Remarks);
        Assert.Equal($"MAIN/notify.lua: {expected}", check.Fault?.ToString());
    }

    [Theory]
    [InlineData("function RoutingDelay(r)\n  LogDebug('x')\n  LogDebug('y') return GetFieldValue('Transaction', 'LoanTitle')\nend", "line 2: there is no LogDebug here. Write log(\"words\"); 'scripts log' prints it.", "line 3: there is no GetFieldValue here. Read fields from the request: request.LoanTitle, request.User.EMailAddress.")]
    [InlineData("-- print\n--[==[ ]] io ]==]\nlocal a = \"debug \\\" io\" .. 'load' .. [[ luanet\n]]\nfunction RoutingDelay(io) return a.load, io.x, a:print() end")]
    [InlineData("local print, debug = log, 1\nload = log\nlocal function Route(types) for module in pairs(types) do log(module) end end\nfunction RoutingDelay() print(debug, load) Route({import = 1}) end")]
    [InlineData("function RoutingDelay() return 1 end\nlocal x = '", "")]
    public void A_name_of_another_host_is_remarked_upon_with_what_to_write_instead(string script, params string[] remarks)
    {
        folder.Write("MAIN", script);
        var check = Assert.Single(folder.Scripts.Check());
        Assert.Equal(remarks is [""], check.Fault is not null);
        Assert.Equal(remarks.Where(remark => remark.Length > 0).Select(remark => $"MAIN/notify.lua {remark}"), check.Remarks);
    }

    [Fact]
    public void A_file_whose_name_is_in_capitals_is_remarked_upon()
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "MAIN"));
        File.WriteAllText(Path.Combine(folder.Root, "MAIN", "Notify.lua"), "function RoutingDelay() end");
        Assert.Equal("MAIN/Notify.lua: is never asked: the file's name must be notify.lua, in small letters.", Assert.Single(folder.Scripts.Check()).Fault?.ToString());
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_said_and_not_taken_for_an_empty_one()
    {
        Assert.Empty(folder.Scripts.Check());
        Directory.Delete(folder.Root);
        Assert.Equal($"scripts: the folder {folder.Root} does not exist, so no site has a script. Create it, or name another one.", Assert.Single(folder.Scripts.Check()).Fault?.ToString());
    }

    [Fact]
    public void The_script_that_comes_with_the_product_changes_nothing()
    {
        var text = File.ReadAllText(Path.Combine(Repository(), "scripts", "default", "notify.lua"));
        folder.Write("default", text);
        var check = Assert.Single(folder.Scripts.Check());
        Assert.Null(check.Fault);
        Assert.Empty(check.Remarks);
        Assert.Equal(["ChooseTemplate", "RoutingDelay"], check.Functions);
        foreach (var hook in ScriptHooks.Names)
            Assert.Equal(new ScriptAnswer.Value(null), folder.Scripts.Ask("MAIN", hook, Lua.Request(), Lua.NewYork).Answer);
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "..", "..", "..", ".."));
}
