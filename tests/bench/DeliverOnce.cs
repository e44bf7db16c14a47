using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IllAddins.Host.Cli;

namespace IllAddins.Bench;

/// <summary>One sweep that tells the patrons of a site, in a process of its own: nothing is compiled, cached or connected before it begins.</summary>
public static class DeliverOnce
{
    private const string Sign = "run: ";
    private const string Arrival = "Awaiting Customer Contact";
    private const int Beside = 100;

    /// <summary>Fills a record, lets requests arrive at the contact status, sweeps, and prints how long that took.</summary>
    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        library.Mail(new
        {
            Host = "127.0.0.1",
            order.Port,
            Security = "None",
            FromAddress = "ill@library.example",
            order.Connections,
            Sites = new { LAW = new { Host = "127.0.0.1", Port = order.Beside, Security = "None" } },
        });
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Rows);
        await record.ArriveAsync(order.Due, Arrival, remainder: 3);
        if (order.Beside > 0)
            await record.ArriveAsync(Beside, Arrival, remainder: 5, site: "LAW");
        using var self = Process.GetCurrentProcess();
        var worked = self.TotalProcessorTime;
        var (report, took) = await SweepAsync(installation, besides: order.Beside > 0);
        self.Refresh();
        Console.WriteLine(Sign + JsonSerializer.Serialize(new DeliveryFigures
        {
            Sent = report.Sent,
            Seconds = took.TotalSeconds,
            ProcessorSeconds = (self.TotalProcessorTime - worked).TotalSeconds,
            PeakMegabytes = self.PeakWorkingSet64 / 1048576.0,
            Problem = report.Errors is [var first, ..] ? first.Message : null,
        }));
    }

    /// <summary>Runs that in another process.</summary>
    public static async Task<DeliveryFigures> ElsewhereAsync(BenchOrder order)
    {
        string[] words =
        [
            Environment.GetCommandLineArgs()[0], "deliver", "--port", Text(order.Port), "--due", Text(order.Due), "--rows", Text(order.Rows),
            "--connections", Text(order.Connections), "--beside", Text(order.Beside), "--home", order.Home,
        ];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? words : words[1..]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith(Sign, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The run ended with {process.ExitCode} and said no figures: {output}");
        var figures = JsonSerializer.Deserialize<DeliveryFigures>(line[Sign.Length..])!;
        return figures.Sent == order.Due ? figures : throw new InvalidOperationException($"{figures.Sent} of {order.Due} mails were sent. {figures.Problem}");
    }

    // The other site's sweep goes on beside, as it does in the host; it is broken off once the first one's is done.
    private static async Task<(SweepReport Report, TimeSpan Took)> SweepAsync(Installation installation, bool besides)
    {
        var sweep = installation.Addins.Sweeps.Single(known => known.Item.Name == "Notification").Item;
        var sites = (await installation.Sites.AllAsync(CancellationToken.None)).ToDictionary(known => known.NVTGC);
        using var over = new CancellationTokenSource();
        var report = new SweepReport();
        var other = besides ? Task.Run(() => sweep.RunAsync(sites["LAW"], over.Token)) : Task.CompletedTask;
        var took = await Figures.TimeAsync(async () => report = await sweep.RunAsync(sites["MAIN"], CancellationToken.None));
        await over.CancelAsync();
        await other.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (report, took);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What one run did.</summary>
public sealed record DeliveryFigures
{
    public required int Sent { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Of both cores together.</summary>
    public required double ProcessorSeconds { get; init; }

    public required double PeakMegabytes { get; init; }

    /// <summary>The first error reported; null for none.</summary>
    public required string? Problem { get; init; }

    public double PerSecond => Sent / Seconds;
}
