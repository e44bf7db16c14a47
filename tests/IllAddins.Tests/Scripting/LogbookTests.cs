using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Tests.Scripting;

public sealed class LogbookTests : IDisposable
{
    private readonly ScriptsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_a_script_logs_is_kept_for_its_site_with_the_version_that_said_it()
    {
        folder.Write("default", "function RoutingDelay(request) log('one') log('two') return 1 end");
        folder.Ask("MAIN");
        folder.Ask("LAW");

        Assert.Equal(["2026-03-02T15:00:00.000Z default/notify.lua v1 one", "2026-03-02T15:00:00.000Z default/notify.lua v1 two"], Tail("MAIN", 10));
        Assert.Equal(["2026-03-02T15:00:00.000Z default/notify.lua v1 two"], Tail("law", 1));
    }

    [Fact]
    public void A_question_writes_nothing_until_the_lines_are_flushed()
    {
        folder.Write("MAIN", "function RoutingDelay(request) log('kept') return 1 end");
        folder.Ask("MAIN");
        using var other = folder.Host();
        Assert.Empty(other.Log.Tail("MAIN", 10));

        folder.Scripts.Flush();
        Assert.Single(other.Log.Tail("MAIN", 10));
    }

    [Fact]
    public void A_log_keeps_its_newest_ten_thousand_lines()
    {
        var log = folder.Scripts.Log;
        for (var batch = 0; batch < 3; batch++)
        {
            log.Add("MAIN", ScriptVersion.None, [.. Enumerable.Range(batch * 6_000, 6_000).Select(line => $"{line}")]);
            log.Flush();
        }

        log.Add("LAW", ScriptVersion.None, ["elsewhere"]);
        var lines = Tail("MAIN", 20_000);
        Assert.Equal((ScriptLogbook.MostLines, "8000", "17999"), (lines.Count, lines[0].Split(' ')[^1], lines[^1].Split(' ')[^1]));
        Assert.Single(Tail("LAW", 10));
    }

    private List<string> Tail(string site, int count) => [.. folder.Scripts.Log.Tail(site, count).Select(line => $"{line.LoggedAt} {line.Script} {line.Line}")];
}
