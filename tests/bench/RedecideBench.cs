using System.Diagnostics;
using System.Globalization;
using Dapper;
using IllAddins.Host.Cli;

namespace IllAddins.Bench;

/// <summary>The sweep after a script's change: every request that rests in transit at one site is decided again.</summary>
public static class RedecideBench
{
    private const string Site = "MAIN";

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        Publish(library, 0);
        await using var installation = await library.OpenAsync();
        await ArriveAsync(installation, order);
        await SweepAsync(installation, "decided for the first time", order.Due);
        for (var round = 1; round <= 3; round++)
        {
            Publish(library, round);
            installation.Scripts.LookAgain();
            await SweepAsync(installation, $"decided again, change {round} of the script", order.Due);
            await ExpectAsync(installation, round, order.Due);
        }

        await SweepAsync(installation, "nothing to decide", order.Due);
        Figures.PeakMemory();
    }

    // Every change moves every due time, which costs more than one that only answers the same in other words.
    private static void Publish(BenchLibrary library, int round)
    {
        var script = Path.Combine(library.Folders.Scripts, "default", "notify.lua");
        File.WriteAllText(script, string.Create(CultureInfo.InvariantCulture, $$"""
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
              if request.ItemInfo4 == 'Main Desk' then return {{20_000 + round}}, 'desk' end
              return nil
            end
            """));
        File.SetLastWriteTimeUtc(script, new DateTime(2026, 1, 1, 0, round, 0, DateTimeKind.Utc));
    }

    private static async Task ArriveAsync(Installation installation, BenchOrder order)
    {
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Rows);
        var first = await record.ArriveAsync(order.Due, "In Transit to Pickup Location", remainder: 3);
        await using var connection = await installation.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "UPDATE Tracking SET DateTime = @now WHERE TransactionNumber >= @first", new { now = StoredTime.Write(installation.Clock.GetUtcNow()), first });
    }

    private static async Task SweepAsync(Installation installation, string what, int count)
    {
        var sweep = installation.Addins.Sweeps.Select(sweep => sweep.Item).Single(sweep => sweep.Name == "Routing");
        var site = (await installation.Sites.AllAsync(CancellationToken.None)).Single(site => site.NVTGC == Site);
        using var self = Process.GetCurrentProcess();
        var before = (User: self.UserProcessorTime, System: self.PrivilegedProcessorTime, Bytes: GC.GetTotalAllocatedBytes());
        var took = await Figures.TimeAsync(() => sweep.RunAsync(site, CancellationToken.None));
        self.Refresh();
        var (user, system) = (self.UserProcessorTime - before.User, self.PrivilegedProcessorTime - before.System);
        Figures.Print(what, took, count);
        // On a busy machine the clock tells what others did.
        Figures.Print("    processor time, all threads", user + system, count);
        Figures.Line($"    of it {user.TotalMilliseconds:N0} ms user, {system.TotalMilliseconds:N0} ms system; {(GC.GetTotalAllocatedBytes() - before.Bytes) / count:N0} bytes each");
    }

    private static async Task ExpectAsync(Installation installation, int round, int count)
    {
        await using var connection = await installation.Database.OpenConnectionAsync();
        var decided = await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM ContactDecisions WHERE State = 'Resting' AND Answer = @answer", new { answer = (20_000 + round).ToString(CultureInfo.InvariantCulture) });
        if (decided != count)
            throw new InvalidOperationException($"{decided} of {count} requests were decided by the script's change {round}.");
    }
}
