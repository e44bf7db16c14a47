using System.Text.RegularExpressions;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Asked;
using IllAddins.Host.Scripting.Reference;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Scripting;

/// <summary>The sandbox, the stub for editors and the reference hold what the one list describes.</summary>
public sealed partial class ApiListTests
{
    /// <summary>Every global of Lua 5.1 to 5.4, of MoonSharp and of the host's own Lua.</summary>
    private const string Possible =
        "arg assert bit32 collectgarbage coroutine debug dofile dynamic error getfenv getmetatable host io ipairs json lib load loadfile loadsafe loadstring loadfilesafe "
        + "module newproxy package print rawequal rawget rawlen rawset setfenv std unpack warn";

    public static TheoryData<string> Libraries => [.. ScriptApi.Libraries];

    private static IEnumerable<ApiFunction> Functions => ScriptApi.Offered.Append(ScriptApi.Hooks).SelectMany(section => section.Functions);

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_holds_what_the_list_describes_and_nothing_else(string library) => Assert.Equal(
        ScriptApi.In(library).Order(StringComparer.Ordinal),
        Words(Lua.Value($"(function() local all = '' for name in pairs({library}) do all = all .. name .. ' ' end return all end)()")));

    [Fact]
    public void Every_global_that_the_list_describes_is_there_and_no_other()
    {
        Assert.All(ScriptApi.In(""), name => Assert.NotEqual("nil", Lua.Value($"type({name})")));
        Assert.All(Words(Possible).Except(ScriptApi.In("")), name => Assert.Equal("nil", Lua.Value($"type({name})")));
    }

    [Fact]
    public void Everything_is_of_the_kind_that_the_list_says()
    {
        Assert.All(ScriptApi.Offered.SelectMany(section => section.Functions), function => Assert.Equal("function", Lua.Value($"type({function.Name})")));
        Assert.All(ScriptApi.Offered.SelectMany(section => section.Values), value => Assert.Equal(value.Type == "integer" ? "number" : value.Type, Lua.Value($"type({value.Name})")));
    }

    [Fact]
    public void Everything_is_described_once()
    {
        Assert.All(Functions, function => Assert.Matches(Sentence(), function.Description));
        Assert.All(Functions.SelectMany(function => function.Parameters), parameter => Assert.Matches(Sentence(), parameter.Description));
        Assert.All(ScriptApi.Offered.SelectMany(section => section.Values), value => Assert.Matches(Sentence(), value.Description));
        Assert.Empty(Functions.GroupBy(function => function.Name).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Equal(ScriptHooks.Names, ScriptApi.Hooks.Functions.Select(hook => hook.Name));
    }

    [Fact]
    public void The_files_of_the_scripts_folder_are_those_that_the_list_gives() => Assert.All(
        ReferenceFiles.All,
        // To renew them: dotnet run --project host/IllAddins.Host -- scripts reference --write
        file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(Repository.Root, "scripts", file.Path)).ReplaceLineEndings("\n")));

    [Fact]
    public void The_stub_is_Lua_and_knows_every_field()
    {
        var stub = ReferenceFiles.All.Single(file => file.Path.EndsWith(".lua", StringComparison.Ordinal)).Text;
        // Never called: only its grammar counts.
        var source = System.Text.Encoding.UTF8.GetBytes($"local function stub()\n{stub}\nend\nfunction RoutingDelay() end");
        using var script = Assert.IsType<ScriptLoad.Loaded>(Lua.Engine.Load(new ScriptSource("stub", source), new ScriptLimits())).Script;

        Assert.All(
            RequestFields.WorkedOut.Concat(RequestFields.Transaction).Concat(RequestFields.User).Concat(RequestFields.Site),
            field => Assert.Contains($"\n---@field {field.Name} {field.Type} {field.Description}\n", stub, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_verb_prints_the_reference_and_writes_the_files()
    {
        using var library = new Library();
        var elsewhere = Path.Combine(library.Data, "elsewhere");

        Assert.Equal((0, ReferenceFiles.All[0].Text, ""), await library.RunAsync("scripts", "reference"));
        Assert.False(Directory.Exists(library.Scripts));
        Assert.Equal(0, (await library.RunAsync("scripts", "reference", "--write")).Code);
        var (code, output, error) = await library.RunAsync("scripts", "reference", "--to", elsewhere);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal($"Written: {Path.Combine(elsewhere, "reference.md")}", output.ReplaceLineEndings("\n").Split('\n')[0]);
        Assert.All(ReferenceFiles.All, file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(elsewhere, file.Path))));
        Assert.All(ReferenceFiles.All, file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(library.Scripts, file.Path))));
    }

    private static string[] Words(object? text) => ((string)text!).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^\S.*\S$")]
    private static partial Regex Sentence();
}
