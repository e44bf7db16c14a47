using System.Diagnostics;
using System.Text;
using IllAddins.Host.Addins;
using IllAddins.Host.Cli;
using IllAddins.Host.Scripting;
using NodaTime;

namespace IllAddins.Bench;

/// <summary>Decisions of a site's script about real requests, each another one, through the very call that add-ins make; beside the least that a call of Lua can take.</summary>
public static class ScriptBench
{
    /// <summary>Fifteen lines as sites write them.</summary>
    private const string Script = """
        local far = { ['Far Branch'] = true, ['Law Library'] = true }
        local function waits(request)
          return request.User.Status == 'Faculty' and request.IsLoan
        end
        function RoutingDelay(request)
          if request.LibraryUseOnly then return 0 end
          if far[request.PickupLocation] then
            return Wait.NotBefore(Wait.Hours(4), '08:30', 'courier')
          end
          if waits(request) and request.LendingLibrary == 'ABC' then
            return Wait.Minutes(30)
          end
          if request.ItemInfo4 == 'Main Desk' then return 90, 'desk' end
          return nil
        end
        -- Reads what is another text in every request.
        function ChooseTemplate(request)
          if request.Pieces == '99' then return Template('ILL Borrowing Loan Delivery') end
          if request.User.LastName == 'Law' or request.LoanTitle == 'Law' or request.TransactionNumber == 0 then return 'ILL Borrowing Article Pickup' end
          return nil
        end
        """;

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await File.WriteAllTextAsync(Path.Combine(library.Folders.Scripts, "default", "notify.lua"), Script);
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Due);
        var first = await record.ArriveAsync(order.Due, "In Transit to Pickup Location", remainder: 3);
        var requests = await installation.Record.FindAsync([.. Enumerable.Range(first, order.Due)], CancellationToken.None);
        var host = Host(installation);
        var count = Math.Max(order.Rows, 200_000);
        using var empty = Empty();
        var clock = new SiteClock(DateTimeOffset.UnixEpoch, DateTimeZone.Utc);
        // The first round warms up.
        for (var round = 1; round <= 3; round++)
        {
            var bare = await Repeat("calls of an empty Lua function", count, at => empty.Ask("RoutingDelay", Nothing, clock));
            var decided = await Repeat("decisions of RoutingDelay", count, at => Expect(host.AskScript("RoutingDelay", requests[at % requests.Count])));
            var chosen = await Repeat("decisions of ChooseTemplate", count, at => Expect(host.AskScript("ChooseTemplate", requests[at % requests.Count])));
            Figures.Ratio("a decision of RoutingDelay in empty calls", decided, bare);
            Figures.Ratio("a decision of ChooseTemplate in empty calls", chosen, bare);
        }
    }

    private static readonly ScriptTable Nothing = new("request", new Dictionary<string, object?>());

    private static ILoadedScript Empty() => ((ScriptLoad.Loaded)CompiledEngine.Start().Load(
        new ScriptSource("empty.lua", Encoding.UTF8.GetBytes("function RoutingDelay(request) end")), new ScriptLimits())).Script;

    private static AddinHost Host(Installation installation) => new("Bench", new AddinRegistrations("Bench", new TakenNames()), installation.Services());

    private static ScriptReply Expect(ScriptReply reply) =>
        reply is ScriptReply.Fault or ScriptReply.NoHook ? throw new InvalidOperationException($"The script gave no answer: {reply}") : reply;

    private static async Task<TimeSpan> Repeat(string what, int times, Func<int, object> work)
    {
        using var self = Process.GetCurrentProcess();
        var (before, worked) = (GC.GetAllocatedBytesForCurrentThread(), self.TotalProcessorTime);
        var took = await Figures.TimeAsync(() =>
        {
            for (var at = 0; at < times; at++)
                work(at);
            return Task.CompletedTask;
        });
        self.Refresh();
        worked = self.TotalProcessorTime - worked;
        Figures.Print(what, took, times);
        // On a busy machine the clock tells what others did; the promise is per core.
        Figures.Line($"{"a second of processor time, all threads",-58} {times / worked.TotalSeconds,10:N0}");
        Figures.Line($"{"bytes allocated each",-58} {(GC.GetAllocatedBytesForCurrentThread() - before) / times,10:N0}");
        return worked;
    }
}
