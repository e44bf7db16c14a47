using IllAddins.Host.Addins;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Web;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins;

public sealed class AddinWatchTests
{
    [Fact]
    public async Task A_disk_that_takes_no_report_ends_no_host_and_the_report_is_written_once_it_can_be()
    {
        using var disk = new AddinsOnDisk();
        disk.Lay("GoodAddin");
        var (clock, lines) = (new SteppedTime(), new LogLines());
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(lines));
        await using var roster = new AddinRoster(new AddinLimits(), TimeProvider.System, logs.CreateLogger<AddinRoster>());
        await roster.StartAllAsync(disk.Folder, (_, registrations) => new BareAddinHost("GoodAddin", registrations, lines), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("illaddins-reports-").FullName;
        var report = Path.Combine(folder, "report.json");
        Directory.Delete(folder);
        using var watch = new AddinWatch(roster, report, clock, logs.CreateLogger<AddinWatch>());

        await watch.StartAsync(CancellationToken.None);
        await clock.WoundAsync(1);
        Assert.False(watch.ExecuteTask!.IsCompleted);
        Assert.Single(lines.Lines, line => line.Contains("the report about them not be written; what runs goes on", StringComparison.Ordinal));

        Directory.CreateDirectory(folder);
        clock.Pass(TimeSpan.FromSeconds(1));
        await clock.WoundAsync(2);
        await watch.StopAsync(new CancellationToken(canceled: true));
        Assert.True(File.Exists(report));
        Directory.Delete(folder, recursive: true);
    }
}
