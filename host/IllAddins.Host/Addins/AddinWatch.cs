using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Addins;

/// <summary>Looks at the add-ins folder every second while the host serves, and writes down how the add-ins stand.</summary>
/// <param name="roster">Whose add-ins have started.</param>
/// <param name="reportFile">Where the report is written whenever something has changed; null for nowhere.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Told when a look fails.</param>
public sealed class AddinWatch(AddinRoster roster, string? reportFile, TimeProvider clock, ILogger<AddinWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private IReadOnlyList<AddinEntry> reported = [];
    private string trouble = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(() => Task.CompletedTask, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync(() => roster.LookAsync(stoppingToken), stoppingToken);
        }
    }

    // The first report, too: a full disk would end the host, and all that it sends.
    private async Task TryAsync(Func<Task> look, CancellationToken stoppingToken)
    {
        try
        {
            await look();
            Report();
            trouble = "";
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException)
        {
            // Once, not every second.
            if (trouble != fault.Message)
                log.LogError(fault, "The add-ins folder or what is ordered about add-ins cannot be read, or the report about them not be written; what runs goes on");
            trouble = fault.Message;
        }
    }

    private void Report()
    {
        var entries = roster.Entries;
        if (reportFile is null || entries.SequenceEqual(reported))
            return;
        new AddinReport { ProcessId = Environment.ProcessId, At = clock.GetUtcNow(), Addins = [.. entries.Select(ReportedAddin.Of)] }.WriteTo(reportFile);
        reported = entries;
    }
}
