using Dapper;
using IllAddins.Host.Addins;
using IllAddins.Host.Scheduling;

namespace IllAddins.Host.Web;

/// <summary>What the host finds of its own health, beside the health checks of add-ins: its database, its add-ins, its settings where something is wrong with them, and the sweeps of each site.</summary>
public sealed class OwnChecks(ShellSettings shell)
{
    /// <summary>In place of an add-in's name.</summary>
    public const string Host = "IllAddins";

    // Bytes: below, the next backup or a day of letters may fill the disk.
    private const long LittleRoom = 1_073_741_824;

    /// <summary>Looks now.</summary>
    /// <param name="sites">Whose sweeps, on whose clock.</param>
    /// <param name="cancellationToken">Given up.</param>
    public async Task<IReadOnlyList<AddinHealth>> LookAsync(IReadOnlyList<Site> sites, CancellationToken cancellationToken)
    {
        var now = shell.Clock.GetUtcNow();
        return
        [
            new(Host, AdminWords.DatabaseCheck, await DatabaseAsync(cancellationToken)),
            new(Host, ShellWords.Addins, Addins()),
            .. shell.SettingsTrouble(sites) is { } trouble ? [new AddinHealth(Host, AdminWords.SettingsCheck, new HealthAnswer.Degraded { Message = trouble })] : Array.Empty<AddinHealth>(),
            .. shell.Sweeps().Select(sweep => new AddinHealth(sweep.Addin, AdminWords.SweepsOf(sweep.Site), Sweeps(sweep, sites.FirstOrDefault(site => site.NVTGC == sweep.Site) ?? sites[0], now))),
        ];
    }

    private async Task<HealthAnswer> DatabaseAsync(CancellationToken cancellationToken)
    {
        var begun = shell.Clock.GetTimestamp();
        await using (var connection = await shell.Database.OpenConnectionAsync(cancellationToken))
            await connection.ExecuteScalarAsync<long>("SELECT Last FROM ChangeNumber WHERE Id = 1");
        var took = (long)Math.Ceiling(shell.Clock.GetElapsedTime(begun).TotalMilliseconds);
        var free = new DriveInfo(shell.DataFolder).AvailableFreeSpace;
        return free < LittleRoom
            ? new HealthAnswer.Degraded { Message = AdminWords.DiskNearlyFull(shell.DataFolder, free / 1_048_576) }
            : new HealthAnswer.Healthy { Message = AdminWords.DatabaseAnswers(took, free / LittleRoom) };
    }

    private HealthAnswer Addins()
    {
        var entries = shell.Addins();
        var ill = entries.Where(addin => addin.State is AddinState.Refused or AddinState.Faulted or AddinState.Quarantined).Select(addin => addin.Name).ToList();
        return ill.Count > 0
            ? new HealthAnswer.Unhealthy { Message = AdminWords.AddinsDoNotRun(string.Join(", ", ill)) }
            : new HealthAnswer.Healthy { Message = AdminWords.AddinsRun(entries.Count(addin => addin.State is AddinState.Running)) };
    }

    private static HealthAnswer Sweeps(SweepState sweep, Site site, DateTimeOffset now)
    {
        var (last, next) = (site.Moment(sweep.Last, now), site.Moment(sweep.Next, now));
        return sweep.Report switch
        {
            null when now > sweep.Next + (sweep.Next - sweep.Last) => new HealthAnswer.Unhealthy { Message = AdminWords.SweepHangs(last) },
            null => new HealthAnswer.Healthy { Message = AdminWords.SweepRuns(last) },
            { Errors: [var first, ..] errors } => new HealthAnswer.Degraded { Message = AdminWords.SweepErrors(errors.Count, last, next, first.Message) },
            _ => new HealthAnswer.Healthy { Message = AdminWords.SweepDone(last, next) },
        };
    }
}
