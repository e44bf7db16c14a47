using System.Diagnostics;
using System.Net;
using IllAddins.Host.Cli;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;

namespace IllAddins.Bench;

/// <summary>GETs of one request through the whole host and the Web Platform as built: at 1,000 a second by the clock, then as many as go.</summary>
public static class WebPlatformBench
{
    private const int PerSecond = 1_000;
    private const int Seconds = 10;
    private const int Callers = 8;

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        await new SampleRecord(installation.Database).FillAsync(order.Rows);
        var key = (AddKeyAnswer.Added)await new ApiKeys(installation.Database, installation.Clock).AddAsync(
            new ApiKeyOrder { Consumer = "bench", Site = "MAIN", PerMinute = 10_000_000, By = "bench" }, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var listening = new TaskCompletionSource<Uri>();
        var serving = Serving.RunAsync(
            installation, new SweepPace(), "http://127.0.0.1:0", (urls, _) => listening.SetResult(new Uri(urls.First() + "/ILLiadWebPlatform/Transaction/")), stop.Token);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = await listening.Task };
        client.DefaultRequestHeaders.Add("ApiKey", key.Key);
        await PacedAsync(client, order.Rows, 2, "GETs of a request, warming up");
        await PacedAsync(client, order.Rows, Seconds, $"GETs of a request, {PerSecond:N0} a second by the clock");
        await FullAsync(client, order.Rows);
        await stop.CancelAsync();
        await serving;
        Figures.PeakMemory();
    }

    // Each call has its moment, and its time counts from there: a server that falls behind is not let off.
    private static async Task PacedAsync(HttpClient client, int rows, int seconds, string what)
    {
        var calls = new List<Task<TimeSpan>>(PerSecond * seconds);
        var started = Stopwatch.GetTimestamp();
        while (calls.Count < PerSecond * seconds)
        {
            var due = (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * PerSecond);
            while (calls.Count <= due && calls.Count < PerSecond * seconds)
            {
                var (at, number) = (TimeSpan.FromSeconds((double)calls.Count / PerSecond), Number(calls.Count, rows));
                calls.Add(CallAsync(client, number, () => Stopwatch.GetElapsedTime(started) - at));
            }

            await Task.Delay(1);
        }

        var took = (await Task.WhenAll(calls)).Order().ToList();
        Figures.Print(what, Stopwatch.GetElapsedTime(started), calls.Count);
        Figures.Line($"    p50 {took[took.Count / 2].TotalMilliseconds:N1} ms, p90 {took[took.Count * 9 / 10].TotalMilliseconds:N1} ms, p99 {took[took.Count * 99 / 100].TotalMilliseconds:N1} ms, worst {took[^1].TotalMilliseconds:N1} ms");
    }

    private static async Task FullAsync(HttpClient client, int rows)
    {
        const int Calls = 10_000;
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var took = await Figures.TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var call = caller; call < Calls; call += Callers)
                await CallAsync(client, Number(call, rows), () => TimeSpan.Zero);
        })));
        Figures.Print($"GETs of a request, {Callers} callers without a pause", took, Calls);
        self.Refresh();
        // What other programs of the machine take does not count here.
        Figures.Line($"    {(self.TotalProcessorTime - before).TotalMicroseconds / Calls:N0} us of processor time each, server and caller together");
    }

    private static async Task<TimeSpan> CallAsync(HttpClient client, int number, Func<TimeSpan> took)
    {
        using var answer = await client.GetAsync(new Uri($"{number}", UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK && body.Length > 1_000
            ? took()
            : throw new InvalidOperationException($"Request {number} was answered with {(int)answer.StatusCode} and {body.Length} bytes.");
    }

    // All over the table, as discovery layers ask.
    private static int Number(int call, int rows) => 1 + (int)((call * 2_654_435_761L) % rows);
}
