using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IllAddins.Tests.Web;

/// <summary>The shell on a loopback port, with a database file of its own and a screen described in the tests.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("illaddins-web-");
    private SqliteDatabase? database;
    private WebApplication? app;

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 3, 15, 0, 0, TimeSpan.Zero));

    public SampleScreen Sample { get; init; } = new();

    /// <summary>The screens registered; tests may take them away.</summary>
    public List<Contributed<Screen>> Screens { get; } = [];

    /// <summary>The endpoints served.</summary>
    public List<ServedEndpoints> Endpoints { get; } = [];

    /// <summary>The settings registered.</summary>
    public List<Contributed<AddinSetting>> Settings { get; } = [];

    /// <summary>Serves these in place of <see cref="Endpoints"/>.</summary>
    public Func<IReadOnlyList<ServedEndpoints>>? Serve { get; set; }

    /// <summary>The add-ins as they stand.</summary>
    public List<AddinEntry> Addins { get; } = [];

    /// <summary>What is wrong with the settings, given the sites; null where nothing is.</summary>
    public Func<IReadOnlyList<Site>, string?>? SettingsTrouble { get; set; }

    /// <summary>Where the sweeps stand.</summary>
    public List<SweepState> Sweeps { get; } = [];

    /// <summary>The sites that somebody wanted to have swept at once.</summary>
    public List<string> SweptNow { get; } = [];

    /// <summary>What the add-ins' health checks find.</summary>
    public List<AddinHealth> Health { get; } = [];

    /// <summary>What the shell wrote to the log.</summary>
    public LogLines Log { get; } = new();

    public Uri Address => new(app!.Urls.Single());

    public string DataFolder => folder.FullName;

    public SqliteDatabase Database => database!;

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        database = SqliteDatabase.Open(Path.Combine(folder.FullName, "illaddins.db"));
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, Clock.GetUtcNow(), CancellationToken.None);
        await Migrations.RunAsync(database, SettingTables.Owner, SettingTables.Migrations, Clock.GetUtcNow(), CancellationToken.None);
        await Migrations.RunAsync(database, "api keys", ApiKeys.Tables, Clock.GetUtcNow(), CancellationToken.None);
        await Migrations.RunAsync(database, ScreenViews.Owner, ScreenViews.Migrations, Clock.GetUtcNow(), CancellationToken.None);
        await Migrations.RunAsync(database, AddinOrders.Owner, AddinOrders.Migrations, Clock.GetUtcNow(), CancellationToken.None);
        await SampleRecord.FillAsync(database);
        await TestStaff.AddAsync(database);
        Screens.Add(new("Sample", Sample.Screen));
        await StartAsync();
    }

    /// <summary>Ends the server and starts another one on the same data folder.</summary>
    public async Task RestartAsync()
    {
        await app!.DisposeAsync();
        await StartAsync();
    }

    /// <inheritdoc cref="Browsers.At"/>
    public HttpClient Browser() => Browsers.At(Address);

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await database!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        var sites = new SiteRecords(database!, new SiteDefaults());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddShell(new ShellSettings
        {
            DataFolder = folder.FullName,
            Database = database!,
            Record = new IllRecord(database!, sites, Clock),
            Sites = sites,
            HealthAsync = _ => Task.FromResult<IReadOnlyList<AddinHealth>>([.. Health]),
            Sweeps = () => Sweeps,
            SettingsTrouble = sites => SettingsTrouble?.Invoke(sites),
            Clock = Clock,
            Screens = () => Screens,
            Panels = () => [new("Sample", Sample.Panel)],
            Endpoints = () => Serve?.Invoke() ?? Endpoints,
            Addins = () => Addins,
            SweepNow = site =>
            {
                SweptNow.Add(site);
                return Sweeps.Any(state => state.Site == site);
            },
            Troubles = site => site.NVTGC == "LAW" ? ["The script of LAW is parked."] : [],
            MetricsToken = () => "a token of forty letters or more, no less",
            Settings = () => Settings,
            SettingValues = new AddinSettings(database!, StoredKeys.Seal(folder.FullName), _ => null, Clock, Log.CreateLogger("settings")),
        });
        app = builder.Build();
        app.MapShell();
        app.MapGet("/test/admins", () => TypedResults.Text("for admins")).RequireAuthorization(Access.AdminOnly);
        app.MapGet("/test/failure", string () => throw new InvalidOperationException("A secret of the server."));
        await app.StartAsync();
    }
}
