using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IllAddins.Host.Cli;

namespace IllAddins.Bench;

/// <summary>One sweep that tells the patrons of a site, in a process of its own: nothing is compiled, cached or connected before it begins.</summary>
public static class DeliverOnce
{
    private const string Sign = "run: ";

    /// <summary>Fills a record, lets requests arrive at the contact status, sweeps, and prints how long that took.</summary>
    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        library.Mail(new { Host = "127.0.0.1", order.Port, Security = "None", FromAddress = "ill@library.example", order.Connections });
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Rows);
        await record.ArriveAsync(order.Due, "Awaiting Customer Contact", remainder: 3);
        using var self = Process.GetCurrentProcess();
        var worked = self.TotalProcessorTime;
        var (report, took) = await SweepAsync(installation);
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
    public static async Task<DeliveryFigures> ElsewhereAsync(BenchOrder order, int port, int due, int rows, int connections = 4)
    {
        string[] words =
        [
            Environment.GetCommandLineArgs()[0], "deliver", "--port", Text(port), "--due", Text(due), "--rows", Text(rows), "--connections", Text(connections), "--home", order.Home,
        ];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? words : words[1..]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith(Sign, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The run ended with {process.ExitCode} and said no figures: {output}");
        var figures = JsonSerializer.Deserialize<DeliveryFigures>(line[Sign.Length..])!;
        return figures.Sent == due ? figures : throw new InvalidOperationException($"{figures.Sent} of {due} mails were sent. {figures.Problem}");
    }

    private static async Task<(SweepReport Report, TimeSpan Took)> SweepAsync(Installation installation)
    {
        var sweep = installation.Addins.Sweeps.Single(known => known.Item.Name == "Notification").Item;
        var site = (await installation.Sites.AllAsync(CancellationToken.None)).Single(known => known.NVTGC == "MAIN");
        var report = new SweepReport();
        var took = await Figures.TimeAsync(async () => report = await sweep.RunAsync(site, CancellationToken.None));
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
