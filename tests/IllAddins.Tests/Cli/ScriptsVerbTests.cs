using System.Text.Json;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Cli;

/// <summary>The scripts verbs as a shell sees them.</summary>
public sealed class ScriptsVerbTests : IDisposable
{
    private const string One = "function RoutingDelay(request)\n  return 1\nend\n";
    private const string Two = "function RoutingDelay(request)\n  return 2\nend\n";

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_text_is_published_listed_shown_compared_and_an_earlier_one_restored()
    {
        await library.RunAsync("sites", "set", "MAIN");
        var (one, two) = (library.File("one.lua", One), library.File("two.lua", Two));

        Assert.Equal(
            (0, "MAIN/notify.lua v1 is live. Requests that rest or are held are decided again at the next sweep.\n", ""),
            Unix(await library.RunAsync("scripts", "publish", "--site", "main", one, "--by", "ann", "--note", "first")));
        library.Clock.Advance(TimeSpan.FromHours(1));
        await library.RunAsync("scripts", "publish", "--site", "MAIN", two, "--by", "bob");
        Assert.Equal(
            (0, """
            MAIN/notify.lua v2 decides.
              No.  Published            By   Hash      Note
            * 2    2026-03-02 16:00:00  bob  66e59ded
              1    2026-03-02 15:00:00  ann  b1a475d0  first

            """, ""),
            Unix(await library.RunAsync("scripts", "versions", "--site", "MAIN")));
        Assert.Equal((0, One, ""), Unix(await library.RunAsync("scripts", "show", "--site", "MAIN", "--version", "1")));
        Assert.Equal((0, Two, ""), Unix(await library.RunAsync("scripts", "show", "--site", "MAIN")));
        Assert.Equal(
            (0, "  function RoutingDelay(request)\n-   return 1\n+   return 2\n  end\n", ""),
            Unix(await library.RunAsync("scripts", "compare", "--site", "MAIN", "--version", "1")));

        await library.RunAsync("scripts", "restore", "--site", "MAIN", "--version", "1", "--by", "ann");
        var json = Json(await library.RunAsync("scripts", "versions", "--site", "MAIN", "--json"));

        Assert.Equal(["site", "file", "live", "decides", "parked", "refused", "versions"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal((3, "version 1 restored"), (json.GetProperty("live").GetInt32(), json.GetProperty("versions")[0].GetProperty("note").GetString()));
        Assert.Equal(One, await File.ReadAllTextAsync(Path.Combine(library.Scripts, "MAIN", "notify.lua")));
    }

    [Fact]
    public async Task What_may_not_decide_is_not_published_and_says_why()
    {
        await library.RunAsync("sites", "set", "MAIN");

        Assert.Equal(
            (1, "", "Not published: MAIN/notify.lua line 1: <name> or '...' expected near <eof>\n"),
            Unix(await library.RunAsync("scripts", "publish", "--site", "MAIN", library.File("bad.lua", "function RoutingDelay("))));
        Assert.Equal((1, "", "MAIN has no live version. See: scripts versions --site MAIN\n"), Unix(await library.RunAsync("scripts", "show", "--site", "MAIN")));
        Assert.Equal((1, "", "There is no site 'LAW'. Expected one of ILL, MAIN, or default.\n"), Unix(await library.RunAsync("scripts", "versions", "--site", "LAW")));
        Assert.Equal(
            (1, "", "Not restored: MAIN has no version 4 with a text. See: scripts versions --site MAIN\n"),
            Unix(await library.RunAsync("scripts", "restore", "--site", "MAIN", "--version", "4")));
        Assert.Equal((1, "", "The script of MAIN is not parked.\n"), Unix(await library.RunAsync("scripts", "unpark", "--site", "MAIN")));
        Assert.False(Directory.Exists(library.Scripts));
    }

    [Fact]
    public async Task A_file_that_is_not_live_is_an_error_of_the_sweep_and_stands_in_the_list()
    {
        await library.RunAsync("sites", "set", "MAIN");
        library.Script("default", One);
        Assert.Empty((await library.SweepAsync()).Errors);
        library.Script("default", "function RoutingDelay(");

        var error = (await library.SweepAsync()).Errors.Single(error => error.Site == "MAIN");
        var list = Unix(await library.RunAsync("scripts", "versions", "--site", "default"));
        library.Script("default", Two);

        Assert.Equal(
            "default/notify.lua line 1: <name> or '...' expected near <eof>. The file is not live: default/notify.lua v1 goes on deciding. Mend the file.",
            error.Message);
        Assert.StartsWith(
            "default/notify.lua v1 decides.\nNOT LIVE  the file on disk, since 2026-03-02 15:00:00: default/notify.lua line 1: <name> or '...' expected near <eof>\n", list.Output, StringComparison.Ordinal);
        Assert.Empty((await library.SweepAsync()).Errors);
        Assert.Equal("MAIN has no script of its own: default/notify.lua v2 decides.\n", Unix(await library.RunAsync("scripts", "versions", "--site", "MAIN")).Output);
    }

    [Fact]
    public async Task A_file_edited_in_place_is_published_with_its_note()
    {
        library.Script("default", One);
        await library.SweepAsync();
        var file = Path.Combine(library.Scripts, "default", "notify.lua");

        Assert.Equal(
            "default/notify.lua v1 is live: it has this very text.\n",
            Unix(await library.RunAsync("scripts", "publish", "--site", "default", file, "--by", "ann", "--note", "reviewed")).Output);
        Assert.Contains("  ann  ", (await library.RunAsync("scripts", "versions", "--site", "default")).Output, StringComparison.Ordinal);
        library.Script("default", Two);
        await library.RunAsync("scripts", "publish", "--site", "default", file, "--by", "bob", "--note", "longer");
        Assert.Equal(["1 ann reviewed", "2 bob longer"], await library.QueryAsync("SELECT Number || ' ' || PublishedBy || ' ' || Note FROM ScriptVersions ORDER BY Number"));
    }

    private static (int Code, string Output, string Error) Unix((int Code, string Output, string Error) said) =>
        (said.Code, said.Output.ReplaceLineEndings("\n"), said.Error.ReplaceLineEndings("\n"));

    private static JsonElement Json((int Code, string Output, string Error) said)
    {
        Assert.Equal((0, ""), (said.Code, said.Error));
        return JsonSerializer.Deserialize<JsonElement>(said.Output);
    }
}
