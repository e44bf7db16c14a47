using System.Collections.Concurrent;
using System.Data.Common;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Calendars;

namespace IllAddins.Host.Addins;

/// <summary>What every add-in is given a view of.</summary>
public sealed record HostServices
{
    public required IIllRecord Record { get; init; }

    public required DbDataSource Database { get; init; }

    public required SiteRecords Sites { get; init; }

    public required SiteScripts Scripts { get; init; }

    public required CalendarShelf Calendars { get; init; }

    public required AuditTrail Audit { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILoggerFactory Logs { get; init; }

    public required string DataFolder { get; init; }

    /// <summary>A setting of appsettings.json or the environment; null where it is not set.</summary>
    public required Func<string, string?> Setting { get; init; }

    /// <summary>When an add-in's sweeps, by its name, are to begin next at a site; null where none is planned.</summary>
    public required Func<string, Site, DateTimeOffset?> NextSweep { get; init; }

    /// <summary>What add-ins offer each other.</summary>
    public required AddinOffers Offers { get; init; }

    /// <summary>The values of the settings that add-ins register.</summary>
    public required AddinSettings Settings { get; init; }
}

/// <summary>The host as one add-in sees it.</summary>
public sealed class AddinHost(string name, AddinRegistrations registrations, HostServices services) : IAddinHost
{
    private readonly ConcurrentDictionary<string, AddinSetting> settings = new(StringComparer.OrdinalIgnoreCase);

    private SharedDatabase? database;

    public string Name => name;

    public IIllRecord Record => Host.Record;

    public DbDataSource Database => database ??= new SharedDatabase(services.Database, () => _ = Host);

    public TimeProvider Clock => services.Clock;

    public ILogger Log { get; } = services.Logs.CreateLogger($"Addin.{name}");

    public string DataFolder => services.DataFolder;

    public string? Setting(string key) => Value(key, null);

    public string? Setting(string key, Site site) => Value(key, site.NVTGC);

    public Task<IReadOnlyList<Site>> SitesAsync(CancellationToken cancellationToken) => Host.Sites.AllAsync(cancellationToken);

    public string ScriptVersion(Site site) => Host.Scripts.MarkFor(site.NVTGC);

    public ScriptReply AskScript(string function, IllRequest request)
    {
        var calendar = Host.Calendars.For(request.Site, request.PickupLocation);
        var asked = Host.Scripts.Ask(request.Site.NVTGC, function, RequestTable.Of(request, calendar), new SiteClock(Host.Clock.GetUtcNow(), calendar.Zone));
        return ScriptReplies.Of(asked, request, calendar);
    }

    public Task MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken) =>
        Migrations.RunAsync(Host.Database, $"addin {name}", migrations, Host.Clock.GetUtcNow(), cancellationToken);

    public void Register(Sweep sweep) => registrations.Add(sweep);

    public DateTimeOffset? NextSweep(Site site) => Host.NextSweep(name, site);

    public void Register(Rehearsal rehearsal) => registrations.Add(rehearsal);

    public void Register(Screen screen) => registrations.Add(screen);

    public void Register(RequestPanel panel) => registrations.Add(panel);

    public void Register(HttpEndpoint endpoint) => registrations.Add(endpoint);

    public IReadOnlyList<NotificationChannel> Channels => Host.Offers.Channels;

    public IReadOnlyList<OfferedField> TemplateFields => Host.Offers.TemplateFields;

    public void Register(NotificationChannel channel) => registrations.Add(channel);

    public void Register(TemplateField field) => registrations.Add(field);

    public void Register(HealthCheck check) => registrations.Add(check);

    public void Register(ScriptFunction function) => registrations.Add(function);

    public void Register(AddinSetting setting)
    {
        registrations.Add(setting);
        settings[setting.Name] = setting;
    }

    public void Register(CommandLineVerb verb) => registrations.Add(verb);

    public void Register(EventListener listener) => registrations.Add(listener);

    public void Register(EventSource source) => registrations.Add(source);

    public Task AuditAsync(AuditEntry entry, DbTransaction? within, CancellationToken cancellationToken) => Host.Audit.AddAsync(name, entry, within, cancellationToken);

    private string? Value(string key, string? site) =>
        settings.TryGetValue(key, out var setting) ? Host.Settings.Value(name, setting, site)
        : Host.Setting(key) is { Length: > 0 } value ? value
        : null;

    // What of a generation still runs when it has been stopped (a timer, a thread, a call that hangs) changes nothing any more, beside the one that took over.
    private HostServices Host => registrations.Ended
        ? throw new InvalidOperationException($"{name} was stopped, or replaced by another version; what this one still does no longer counts. End timers and threads in StopAsync.")
        : services;
}
