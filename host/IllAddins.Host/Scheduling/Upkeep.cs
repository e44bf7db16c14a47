using System.Data.Common;
using IllAddins.Host.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Scheduling;

/// <summary>Forgets once a day what no rehearsal can ask for any more, so that the database does not grow without end.</summary>
public sealed class Upkeep(DbDataSource database, TimeProvider clock, ILogger<Upkeep> log) : BackgroundService
{
    /// <summary>Longer than the 366 days that a rehearsal may go back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private static readonly TimeSpan Pace = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ForgetAsync(stoppingToken);
            await Task.Delay(Pace, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ForgetAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Off the thread that starts the host.
            var forgotten = await Task.Run(() => FieldsBefore.ForgetAsync(database, clock.GetUtcNow() - Kept, stoppingToken), stoppingToken);
            if (forgotten > 0)
                log.LogInformation("Forgot {Count} former versions of requests and users, which only rehearsals of more than {Days} days would ask for", forgotten, (int)Kept.TotalDays);
        }
        catch (DbException fault)
        {
            log.LogWarning("Former versions of requests and users could not be forgotten; that is tried again tomorrow: {Why}", fault.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("Forgetting former versions was stopped with the host; it goes on at the next start");
        }
    }
}
