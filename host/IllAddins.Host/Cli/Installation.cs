using System.Data.Common;
using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Events;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Offers;
using IllAddins.Host.Scripting.Versions;
using IllAddins.Host.Web;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Cli;

/// <summary>The parts of the host over one set of folders, put together in one place.</summary>
public sealed class Installation : IAsyncDisposable
{
    private Installation(HostFolders folders, TimeProvider clock, ILoggerFactory logs, SettingsFile settings, SqliteDatabase database, AddinLimits limits, LoadAddin load)
    {
        Folders = folders;
        Limits = limits;
        Load = load;
        Clock = clock;
        Logs = logs;
        Database = database;
        Settings = settings;
        Sites = new SiteRecords(database, Defaults(Settings));
        Record = new IllRecord(database, Sites, clock);
        Addins = new AddinRoster(limits, clock, logs.CreateLogger<AddinRoster>());
        AddinOffers = new AddinOffers(Addins, limits, clock, logs.CreateLogger<AddinOffers>());
        Offers = new AddinFunctions(Addins, clock, logs.CreateLogger<AddinFunctions>()).Offers;
        Scripts = new SiteScripts(folders.Scripts, CompiledEngine.Start(Offers), ScriptSettings.Limits(Settings.Value), database, clock);
        Calendars = new CalendarShelf(database);
        AddinSettings = new AddinSettings(database, StoredKeys.Seal(folders.Data), settings.LastGood, clock, logs.CreateLogger<AddinSettings>());
        Audit = new AuditTrail(database, clock);
        Orders = new AddinOrders(database, clock);
        Sweeps = new SiteSweeps(new GuardedSweeps(Addins, limits, clock).All, logs.CreateLogger<SiteSweeps>())
        {
            Troubles = site => Scripts.Troubles(site.NVTGC),
            Words = fault => FullDisk.Words(fault, folders.Data) ?? fault.Message,
        };
    }

    public HostFolders Folders { get; }

    public TimeProvider Clock { get; }

    public ILoggerFactory Logs { get; }

    public SettingsFile Settings { get; }

    public SqliteDatabase Database { get; }

    public SiteRecords Sites { get; }

    public IllRecord Record { get; }

    public SiteScripts Scripts { get; }

    public CalendarShelf Calendars { get; }

    public AddinSettings AddinSettings { get; }

    public AuditTrail Audit { get; }

    /// <summary>What add-ins offer each other, and their health.</summary>
    public AddinOffers AddinOffers { get; }

    /// <summary>What add-ins offer to scripts.</summary>
    public ScriptOffers Offers { get; }

    public AddinRoster Addins { get; }

    /// <summary>How long add-ins are waited for, and how much of them is borne.</summary>
    public AddinLimits Limits { get; }

    /// <summary>How add-ins' code is brought in.</summary>
    public LoadAddin Load { get; }

    /// <summary>What admins decided about add-ins.</summary>
    public AddinOrders Orders { get; }

    /// <summary>This process's traces while it runs add-ins; null before they are started.</summary>
    public HostRun? Run { get; private set; }

    public SiteSweeps Sweeps { get; }

    /// <summary>Opens the data folder, making it where it is missing, and brings the tables up to date.</summary>
    /// <param name="folders">Where everything lies.</param>
    /// <param name="clock">The clock of all parts.</param>
    /// <param name="logs">Where the parts log.</param>
    /// <param name="withEnvironment">Whether settings of the environment count.</param>
    /// <param name="cancellationToken">Cancels before the tables are changed.</param>
    /// <param name="limits">How long add-ins are waited for; null for the defaults.</param>
    /// <param name="load">How add-ins' code is brought in; null for a generation of its own at each start.</param>
    /// <exception cref="InvalidDataException">Folder, settings or database cannot be used; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The database is from a later version.</exception>
    public static async Task<Installation> OpenAsync(
        HostFolders folders, TimeProvider clock, ILoggerFactory logs, bool withEnvironment, CancellationToken cancellationToken, AddinLimits? limits = null, LoadAddin? load = null)
    {
        Make(folders.Data);
        var settings = new SettingsFile(folders.Data, withEnvironment);
        var database = Open(folders.Database);
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, VersionTables.Owner, VersionTables.Migrations, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, "api keys", ApiKeys.Tables, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, ScreenViews.Owner, ScreenViews.Migrations, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, SettingTables.Owner, SettingTables.Migrations, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, AddinOrders.Owner, AddinOrders.Migrations, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, EventTables.Owner, EventTables.Migrations, clock.GetUtcNow(), cancellationToken);
        await Migrations.RunAsync(database, CalendarTables.Owner, CalendarTables.Migrations, clock.GetUtcNow(), cancellationToken);
        return new Installation(folders, clock, logs, settings, database, limits ?? new AddinLimits(), load ?? LoadedAddin.LoadAlone);
    }

    /// <summary>Starts the add-ins of the folder; one that is refused or fails is an entry of <see cref="Addins"/>.</summary>
    /// <param name="cancellationToken">Cancels between and within starts.</param>
    /// <param name="safeMode">Whether the core add-in alone is started.</param>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public async Task<AddinScan> StartAddinsAsync(CancellationToken cancellationToken, bool safeMode = false)
    {
        await CrashBook.ReadAsync(Folders.Data, Folders.Addins, Orders, Logs.CreateLogger<HostRun>(), cancellationToken);
        Run = HostRun.Begin(Folders.Data, Clock.GetUtcNow());
        // Whoever is told to stop and does not get done in time did not crash.
        cancellationToken.Register(LastWords.Stop);
        Addins.Grounds = new AddinGrounds { Stage = Run.Stage, Orders = Orders, Marks = Run.Calls, Allowed = () => AllowedAddins.Read(Settings.Value), Load = Load, SafeMode = safeMode };
        var services = Services();
        return await Addins.StartAllAsync(Folders.Addins, (name, registrations) => new AddinHost(name, registrations, services), cancellationToken);
    }

    /// <summary>Tells the listeners of add-ins what has happened.</summary>
    /// <param name="more">Sources beside those of the host and of add-ins.</param>
    public EventWatch WatchEvents(params IEnumerable<EventSource> more)
    {
        var reading = new EventReading([RequestEvents.Source, ScriptEvents.Source, .. more], Addins, Database, Clock, Logs.CreateLogger<EventReading>());
        var (cursors, log) = (new EventCursors(Database, Clock), Logs.CreateLogger<ListenerTurn>());
        return new EventWatch(Addins, reading, () => new ListenerTurn(reading, cursors, Limits, Clock, log), Clock, Logs.CreateLogger<EventWatch>());
    }

    /// <summary>What an add-in is given a view of.</summary>
    public HostServices Services() => new()
    {
        Record = Record,
        Database = Database,
        Sites = Sites,
        Scripts = Scripts,
        Calendars = Calendars,
        Audit = Audit,
        Clock = Clock,
        Logs = Logs,
        DataFolder = Folders.Data,
        Setting = Settings.Value,
        Settings = AddinSettings,
        Offers = AddinOffers,
        NextSweep = (addin, site) => Sweeps.Next(addin, site),
    };

    public async ValueTask DisposeAsync()
    {
        await Addins.DisposeAsync();
        await EndRunAsync();
        Scripts.Dispose();
        await Database.DisposeAsync();
    }

    // A process that called an add-in and ends as it should ends the add-in's row of crashes.
    private async Task EndRunAsync()
    {
        if (Run is null)
            return;
        foreach (var addin in Run.Calls.CalledInPeace().Intersect(Addins.Entries.Where(entry => entry.Crashes > 0).Select(entry => entry.Name), StringComparer.Ordinal))
            await Orders.EndRowAsync(addin, CancellationToken.None);
        Run.Dispose();
    }

    private static void Make(string data)
    {
        try
        {
            Directory.CreateDirectory(data);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var found = File.Exists(data) ? "it is a file." : fault.Message;
            throw new InvalidDataException($"The data folder {data} cannot be made: {found} Name a folder that may be written, with --data DIR.", fault);
        }
    }

    private static SqliteDatabase Open(string file)
    {
        try
        {
            return SqliteDatabase.Open(file);
        }
        catch (DbException fault)
        {
            var why = FullDisk.Words(fault, Path.GetDirectoryName(file)!)
                ?? $"{fault.Message} Restore it from a backup, give this account the right to write it, or name another folder with --data DIR.";
            throw new InvalidDataException($"The database {file} cannot be opened: {why}", fault);
        }
    }

    private static SiteDefaults Defaults(SettingsFile settings)
    {
        var defaults = new SiteDefaults();
        return defaults with
        {
            TimeZone = Fit(settings, "TimeZone", zone => SiteRecords.Zone(zone) is not null, "an IANA name such as America/New_York") ?? MachineZone() ?? defaults.TimeZone,
            FromAddress = Fit(settings, "Mail:FromAddress", SiteRules.IsAddress, "one mail address such as ill@library.example") ?? defaults.FromAddress,
            FromName = Fit(settings, "Mail:FromName", SiteRules.IsOneLine, "a name in one line") ?? defaults.FromName,
        };
    }

    private static string? Fit(SettingsFile settings, string key, Func<string, bool> fits, string expected) => settings.Value(key) switch
    {
        null or "" => null,
        var value when fits(value) => value,
        var value => throw new InvalidDataException(
            $"The setting {key} is {FieldProblem.Quote(value)}, expected {expected}. Correct it in appsettings.json or ILLADDINS_{key.Replace(":", "__", StringComparison.Ordinal)}."),
    };

    private static string? MachineZone() => SiteRecords.Zone(TimeZoneInfo.Local.Id) is null ? null : TimeZoneInfo.Local.Id;
}
