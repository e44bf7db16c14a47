using System.Data.Common;
using IllAddins.Host.Addins;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins;

/// <summary>As much of the host as the fixture add-ins use: a log, a database, settings and registration.</summary>
internal sealed class BareAddinHost(string name, AddinRegistrations registrations, ILogger log) : IAddinHost
{
    public string Name => name;

    public ILogger Log => log;

    public DbDataSource Database { get; } = SqliteFactory.Instance.CreateDataSource("Data Source=:memory:");

    public TimeProvider Clock => TimeProvider.System;

    public string DataFolder => Path.GetTempPath();

    public IIllRecord Record => throw Absent();

    /// <summary>The settings by key.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Called when the add-in has registered a sweep.</summary>
    public Action SweepRegistered { get; init; } = () => { };

    public string? Setting(string key) => Settings.GetValueOrDefault(key);

    public Task<IReadOnlyList<Site>> SitesAsync(CancellationToken cancellationToken) => throw Absent();

    public ScriptReply AskScript(string function, IllRequest request) => throw Absent();

    public string ScriptVersion(Site site) => throw Absent();

    public Task MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken) => throw Absent();

    public void Register(Sweep sweep)
    {
        registrations.Add(sweep);
        SweepRegistered();
    }

    public void Register(Rehearsal rehearsal) => registrations.Add(rehearsal);

    public void Register(Screen screen) => registrations.Add(screen);

    public void Register(RequestPanel panel) => registrations.Add(panel);

    public void Register(HttpEndpoint endpoint) => registrations.Add(endpoint);

    public void Register(CommandLineVerb verb) => registrations.Add(verb);

    private static InvalidOperationException Absent() => new("The bare host of these tests has no such part; no fixture add-in uses it.");
}
