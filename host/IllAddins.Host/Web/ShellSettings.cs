using System.Data.Common;
using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;

namespace IllAddins.Host.Web;

/// <summary>What the web shell is built on.</summary>
public sealed record ShellSettings
{
    /// <summary>The data folder; the keys that protect cookies are kept in its folder <c>keys</c>.</summary>
    public required string DataFolder { get; init; }

    public required DbDataSource Database { get; init; }

    public required IIllRecord Record { get; init; }

    public required SiteRecords Sites { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The screens registered now; asked for every page, as add-ins come and go.</summary>
    public required Func<IReadOnlyList<Contributed<Screen>>> Screens { get; init; }

    /// <summary>The panels of the request form registered now.</summary>
    public required Func<IReadOnlyList<Contributed<RequestPanel>>> Panels { get; init; }

    /// <summary>The HTTP endpoints of the add-ins that run now. Default none.</summary>
    public Func<IReadOnlyList<ServedEndpoints>> Endpoints { get; init; } = () => [];

    /// <summary>The settings that the running add-ins have registered. Default none.</summary>
    public Func<IReadOnlyList<Contributed<AddinSetting>>> Settings { get; init; } = () => [];

    /// <summary>Asks the health checks of the running add-ins. Default none.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<AddinHealth>>> HealthAsync { get; init; } = _ => Task.FromResult<IReadOnlyList<AddinHealth>>([]);

    /// <summary>Where the sweeps of this process stand, by site and add-in. Default none.</summary>
    public Func<IReadOnlyCollection<SweepState>> Sweeps { get; init; } = () => [];

    /// <summary>The values of the add-ins' settings.</summary>
    public required AddinSettings SettingValues { get; init; }

    /// <summary>How the add-ins stand now. Default none.</summary>
    public Func<IReadOnlyList<AddinEntry>> Addins { get; init; } = () => [];

    /// <summary>Has what was ordered about add-ins followed at once. Default nothing: it is followed at the next look.</summary>
    public Func<Task> LookAtAddins { get; init; } = () => Task.CompletedTask;

    /// <summary>Has a site swept at once; false where it never is. Default never.</summary>
    public Func<string, bool> SweepNow { get; init; } = _ => false;

    /// <summary>What else admins should know of a site, in sentences, e.g. of its script. Default nothing.</summary>
    public Func<Site, IReadOnlyList<string>> Troubles { get; init; } = _ => [];

    /// <summary>What admins should know of the settings file as it stands now, given all sites, in a sentence; null where all is well. Default null.</summary>
    public Func<IReadOnlyList<Site>, string?> SettingsTrouble { get; init; } = _ => null;

    /// <summary>The token with which a monitoring system reads figures; null or empty for none. Default none.</summary>
    public Func<string?> MetricsToken { get; init; } = () => null;

    /// <summary>What admins decide about add-ins.</summary>
    public AddinOrders AddinOrders => new(Database, Clock);

    /// <summary>How long the shell waits for add-ins.</summary>
    public AddinLimits Limits { get; init; } = new();
}
