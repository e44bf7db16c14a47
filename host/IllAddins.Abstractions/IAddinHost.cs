using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace IllAddins;

/// <summary>What the host hands to one add-in.</summary>
public interface IAddinHost
{
    /// <summary>The add-in's name: its folder's and its assembly's.</summary>
    string Name { get; }

    /// <summary>The ILL record: requests, users, tracking, history, notes.</summary>
    IIllRecord Record { get; }

    /// <summary>The host's database; an add-in keeps its own tables there, so that its rows and a status change commit together.</summary>
    /// <remarks>The record's tables may be read and joined here; they are written through <see cref="Record"/> alone.</remarks>
    DbDataSource Database { get; }

    /// <summary>The only clock an add-in reads.</summary>
    TimeProvider Clock { get; }

    /// <summary>The add-in's log. Patrons are named by transaction number only.</summary>
    ILogger Log { get; }

    /// <summary>The installation's data folder, an absolute path that exists; an add-in keeps its files in a folder of its own name there.</summary>
    string DataFolder { get; }

    /// <summary>A setting that the add-in registered, by its name; any other key is one of the data folder's appsettings.json or the environment, such as <c>Mail:Host</c>.</summary>
    /// <returns>The value, or null where it is not set or empty.</returns>
    /// <exception cref="InvalidDataException">appsettings.json was changed and cannot be read; the message says why. A registered setting keeps the value that it had.</exception>
    string? Setting(string key);

    /// <summary>The same at a site: its own value of a registered setting that is kept per site, else the value for all.</summary>
    string? Setting(string key, Site site) => Setting(key);

    /// <summary>The sites now, default site first, then by code.</summary>
    Task<IReadOnlyList<Site>> SitesAsync(CancellationToken cancellationToken);

    /// <summary>Calls a function of the site's script with the request.</summary>
    /// <param name="function">The function's name, e.g. <c>RoutingDelay</c>.</param>
    /// <param name="request">The request that the script is asked about; its site decides which script is asked.</param>
    ScriptReply AskScript(string function, IllRequest request);

    /// <summary>Which script a site's requests are decided by now; changes when the script's content does.</summary>
    /// <returns>E.g. <c>MAIN/notify.lua v7</c>, or <c>no script</c>.</returns>
    string ScriptVersion(Site site);

    /// <summary>Runs, in one transaction, those of the add-in's migrations that have not run yet.</summary>
    /// <param name="migrations">SQL by number: the first is number 1; once published, neither changed nor removed.</param>
    /// <param name="cancellationToken">Cancels between statements; nothing is kept then.</param>
    /// <exception cref="InvalidOperationException">The database holds later migrations than these.</exception>
    Task MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken);

    /// <summary>Registers a sweep, run for every site at the site's interval in the order of registration.</summary>
    void Register(Sweep sweep);

    /// <summary>When this add-in's sweeps are to begin next at a site, so that a screen can say it.</summary>
    /// <returns>Null where this process has planned none: before the first, where the next is late because the last still runs, and in verbs of the command line.</returns>
    DateTimeOffset? NextSweep(Site site) => null;

    /// <summary>Registers a rehearsal of the add-in's sweeps, for <c>scripts rehearse</c> and forecasts.</summary>
    void Register(Rehearsal rehearsal);

    /// <summary>Registers a screen, drawn by the host under <c>/screens/{name}</c>.</summary>
    void Register(Screen screen);

    /// <summary>Registers a panel of the request form (and of <c>requests show</c>).</summary>
    void Register(RequestPanel panel);

    /// <summary>Registers a verb of the command line.</summary>
    void Register(CommandLineVerb verb) => throw Lacking();

    /// <summary>Writes down an act of staff or an admin, where admins can read it (<c>audit list</c>).</summary>
    /// <param name="entry">The act.</param>
    /// <param name="within">The caller's open transaction, so that no act is without its entry; or null.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    Task AuditAsync(AuditEntry entry, DbTransaction? within, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Registers an HTTP endpoint below <c>/addins/{name}/</c> and the add-in's own prefix.</summary>
    void Register(HttpEndpoint endpoint) => throw Lacking();

    /// <summary>Registers a setting, drawn by the host on a page for admins.</summary>
    void Register(AddinSetting setting) => throw Lacking();

    /// <summary>Registers a function that site scripts can call as <c>{add-in}.{name}(...)</c>.</summary>
    void Register(ScriptFunction function) => throw Lacking();

    /// <summary>The channels of all running add-ins; what they throw, and what takes too long, is answered as <see cref="ChannelOutcome.Unknown"/>.</summary>
    IReadOnlyList<NotificationChannel> Channels => [];

    /// <summary>The template fields of all running add-ins.</summary>
    IReadOnlyList<OfferedField> TemplateFields => [];

    /// <summary>Registers a way to tell patrons beside e-mail.</summary>
    void Register(NotificationChannel channel) => throw Lacking();

    /// <summary>Registers a field for templates, written <c>&lt;#{add-in}.{name}&gt;</c>.</summary>
    void Register(TemplateField field) => throw Lacking();

    /// <summary>Registers a health check, shown to admins.</summary>
    void Register(HealthCheck check) => throw Lacking();

    /// <summary>Registers a listener to what happens; see there for what it may rely on.</summary>
    void Register(EventListener listener) => throw Lacking();

    /// <summary>Registers events of the add-in's own, for listeners of any add-in.</summary>
    void Register(EventSource source) => throw Lacking();

    private static NotSupportedException Lacking() => new("This host was made for an earlier contract.");
}
