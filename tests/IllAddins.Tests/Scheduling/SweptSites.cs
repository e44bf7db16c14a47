using System.Collections.Concurrent;
using System.Threading.Channels;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Tests.Addins;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Requests;
using IllAddins.Tests.Web;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Scheduling;

/// <summary>The sweep loops over a real record, with a clock that the test moves and one sweep that the test writes.</summary>
internal sealed class SweptSites : IAsyncDisposable
{
    private readonly DateTimeOffset start;
    private readonly TestRecord record;
    private readonly ConcurrentDictionary<string, bool> underWay = new();
    private readonly Channel<string> runs = Channel.CreateUnbounded<string>();

    private SweptSites(TestRecord record, Func<Site, CancellationToken, Task<SweepReport>> sweep)
    {
        this.record = record;
        start = Clock.GetUtcNow();
        Sweep watched = new()
        {
            Name = "Test",
            RunAsync = async (site, token) =>
            {
                runs.Writer.TryWrite($"{site.NVTGC} at {Clock.GetUtcNow() - start:mm\\:ss}");
                var task = sweep(site, token);
                underWay[site.NVTGC] = !task.IsCompleted;
                try
                {
                    return await task;
                }
                finally
                {
                    underWay[site.NVTGC] = false;
                }
            },
        };
        var logs = LoggerFactory.Create(logging => logging.AddProvider(Log));
        var sweeps = new SiteSweeps(() => [("Fixture", watched)], logs.CreateLogger<SiteSweeps>());
        Loops = new SweepLoops(record.Sites, sweeps, new SweepPace(), Clock, logs.CreateLogger<SweepLoops>());
    }

    public SteppedTime Clock { get; } = new();

    public LogLines Log { get; } = new();

    public SweepLoops Loops { get; }

    /// <summary>Sites ILL and the ones named, every 5 minutes each.</summary>
    public static async Task<SweptSites> StartAsync(Func<Site, CancellationToken, Task<SweepReport>> sweep, params string[] sites)
    {
        var swept = new SweptSites(await TestRecord.NewAsync(), sweep);
        foreach (var site in sites)
            await swept.SetAsync(site, 5);
        await swept.Loops.StartAsync(CancellationToken.None);
        await swept.Clock.WoundAsync(1);
        return swept;
    }

    public async Task SetAsync(string site, int sweepMinutes) =>
        Assert.IsType<SiteAnswer.Done>(await new SiteWrites(record.Database, record.Sites, record.Clock).SetAsync(site, new SiteChange { SweepMinutes = sweepMinutes }, AuditTrail.ByItself, CancellationToken.None));

    /// <summary>How long until a site's next sweep, as add-ins are told; null where none is planned.</summary>
    public TimeSpan? UntilNext(string site) => Loops.Next("Fixture", Some.Site with { NVTGC = site, SweepMinutes = 5 }) - Clock.GetUtcNow();

    public void Sql(string sql) => record.Run(sql);

    /// <summary>Lets time pass, and waits until the loop has looked.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        await SettleAsync();
        var next = Clock.Windings + 1;
        Clock.Pass(span);
        await Clock.WoundAsync(next);
    }

    /// <summary>Waits until the reports of all sweeps that have ended are kept.</summary>
    public async Task SettleAsync()
    {
        while (Loops.States.Any(state => state.Report is null && !underWay.GetValueOrDefault(state.Site)))
            await Task.Yield();
    }

    /// <summary>The next runs, in order of site and time, such as <c>MAIN at 05:00</c>.</summary>
    public async Task<IReadOnlyList<string>> RunsAsync(int count)
    {
        var read = new List<string>();
        while (read.Count < count)
            read.Add(await runs.Reader.ReadAsync());
        return [.. read.Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await Loops.StopAsync(new CancellationToken(canceled: true));
        Loops.Dispose();
        record.Dispose();
    }
}
