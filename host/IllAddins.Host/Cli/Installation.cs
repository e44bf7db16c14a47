using IllAddins.Host.Addins;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.KeraLua;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Cli;

/// <summary>The parts of the host over one set of folders, put together in one place.</summary>
public sealed class Installation : IAsyncDisposable
{
    private Installation(HostFolders folders, TimeProvider clock, ILoggerFactory logs, SqliteDatabase database)
    {
        Folders = folders;
        Clock = clock;
        Logs = logs;
        Database = database;
        Settings = Read(folders.Data);
        Sites = new SiteRecords(database, Defaults(Settings));
        Record = new IllRecord(database, Sites, clock);
        Scripts = new SiteScripts(folders.Scripts, new KeraLuaEngine(), new ScriptLimits(), clock);
        Addins = new AddinRoster(new AddinLimits(), clock, logs.CreateLogger<AddinRoster>());
        Sweeps = new SiteSweeps(() => [.. Addins.Sweeps.Select(sweep => (sweep.Addin, sweep.Item))], logs.CreateLogger<SiteSweeps>());
    }

    public HostFolders Folders { get; }

    public TimeProvider Clock { get; }

    public ILoggerFactory Logs { get; }

    public IConfiguration Settings { get; }

    public SqliteDatabase Database { get; }

    public SiteRecords Sites { get; }

    public IllRecord Record { get; }

    public SiteScripts Scripts { get; }

    public AddinRoster Addins { get; }

    public SiteSweeps Sweeps { get; }

    /// <summary>Opens the data folder, making it where it is missing, and brings the tables up to date.</summary>
    public static async Task<Installation> OpenAsync(HostFolders folders, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Data);
        var database = SqliteDatabase.Open(Path.Combine(folders.Data, "illaddins.db"));
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, clock.GetUtcNow(), cancellationToken);
        return new Installation(folders, clock, logs, database);
    }

    /// <summary>Starts the add-ins of the folder; one that is refused or fails is an entry of <see cref="Addins"/>.</summary>
    public Task<AddinScan> StartAddinsAsync(CancellationToken cancellationToken)
    {
        var services = new HostServices
        {
            Record = Record,
            Database = Database,
            Sites = Sites,
            Scripts = Scripts,
            Clock = Clock,
            Logs = Logs,
            DataFolder = Folders.Data,
            Setting = key => Settings[key],
        };
        return Addins.StartAllAsync(Folders.Addins, (name, registrations) => new AddinHost(name, registrations, services), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Addins.DisposeAsync();
        Scripts.Dispose();
        await Database.DisposeAsync();
    }

    private static IConfigurationRoot Read(string data) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(data, "appsettings.json"), optional: true, reloadOnChange: true)
        .AddEnvironmentVariables("ILLADDINS_")
        .Build();

    private static SiteDefaults Defaults(IConfiguration settings)
    {
        var defaults = new SiteDefaults();
        return defaults with
        {
            TimeZone = settings["TimeZone"] ?? MachineZone() ?? defaults.TimeZone,
            FromAddress = settings["Mail:FromAddress"] ?? defaults.FromAddress,
            FromName = settings["Mail:FromName"] ?? defaults.FromName,
        };
    }

    private static string? MachineZone() => SiteRecords.Zone(TimeZoneInfo.Local.Id) is null ? null : TimeZoneInfo.Local.Id;
}
