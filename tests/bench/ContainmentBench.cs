using System.Diagnostics;
using System.Text;
using IllAddins.Host.Scripting;
using IllAddins.Tests.Scripting.Containment;
using NodaTime;

namespace IllAddins.Bench;

/// <summary>How soon the hostile scripts of the tests are stopped, as a share of the time that a call may take: wanted is less than twice of it.</summary>
public static class ContainmentBench
{
    private const double Wanted = 2;
    private const int Shown = 10;

    /// <summary>What else the thread has to do in a run, such as a collection of garbage, does not come every time.</summary>
    private const int Rounds = 3;

    private static readonly ScriptLimits Limits = new();
    private static readonly SiteClock Clock = new(DateTimeOffset.UnixEpoch, DateTimeZone.Utc);
    private static readonly ScriptTable Request = new("request", new Dictionary<string, object?> { ["TransactionNumber"] = 4711, ["LoanTitle"] = "Ελληνικά" });

    public static Task RunAsync(BenchOrder order)
    {
        Measured[] measured = [.. Scripts().Select(Measure).OrderByDescending(one => one.Share)];
        Figures.Line($"{$"share of {Limits.Time.TotalMilliseconds:N0} ms in the thread's own time, load and call each, least of {Rounds}",-90}");
        foreach (var one in measured.Take(Shown))
            Figures.Line($"{one.Share,6:N2} x  {Shortened(one.Script)}");
        Figures.Line($"{measured.Length} hostile scripts, {measured.Count(one => one.Share >= Wanted)} of them worked {Wanted:N0} times their limit or longer");
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Scripts() =>
    [
        .. HostileScripts.All.Select(one => HostileScripts.WhenAsked(one.Body)),
        .. HostileScripts.All.Select((one, index) => HostileScripts.WhenLoaded(one.Body, index)),
        .. HostileScripts.Traps.Select(one => one.Script),
    ];

    private static Measured Measure(string script) => new(script, Enumerable.Range(0, Rounds).Min(_ => Worked(script)) / Limits.Time);

    private static TimeSpan Worked(string script)
    {
        var begun = Worked();
        var load = CompiledEngine.Start().Load(new ScriptSource("MAIN/notify.lua", Encoding.UTF8.GetBytes(script)), Limits);
        var loaded = Worked();
        if (load is not ScriptLoad.Loaded { Script: var ready })
            return loaded - begun;
        using (ready)
            ready.Ask(ScriptHooks.RoutingDelay, Request, Clock);
        var asked = Worked();
        return asked - loaded > loaded - begun ? asked - loaded : loaded - begun;
    }

    private static TimeSpan Worked() => Stopwatch.GetElapsedTime(0, ThreadClock.Worked() ?? throw new PlatformNotSupportedException("This system does not tell how long a thread has worked; Linux and macOS do."));

    private static string Shortened(string script) => script.ReplaceLineEndings(" ") is var line && line.Length > 140 ? line[..140] + "…" : line;

    private sealed record Measured(string Script, double Share);
}
