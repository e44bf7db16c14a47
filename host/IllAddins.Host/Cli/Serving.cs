using System.Net.Sockets;
using IllAddins.Host.Addins;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;

namespace IllAddins.Host.Cli;

/// <summary>Serves an installation: the web shell and the sweeps, until it is told to stop.</summary>
public static class Serving
{
    // A mail on its way is waited for, so that its answer is written down.
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(45);

    /// <summary>Serves until the token is cancelled or the process is told to stop.</summary>
    /// <param name="installation">Its add-ins have started.</param>
    /// <param name="pace">How often the sweeps run.</param>
    /// <param name="listen">The address, e.g. <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="started">Told once it listens: the addresses, and what makes one-time sign-in links.</param>
    /// <param name="cancellationToken">Ends it cleanly.</param>
    public static async Task RunAsync(
        Installation installation, SweepPace pace, string listen, Action<IReadOnlyCollection<string>, OneTimeLinks> started, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(installation.Logs);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownLimit);
        var loops = new SweepLoops(installation.Sites, installation.Sweeps, pace, installation.Clock, installation.Logs.CreateLogger<SweepLoops>());
        installation.Sweeps.Next = loops.Next;
        builder.AddShell(Shell(installation) with { Sweeps = () => loops.States, SweepNow = loops.RunNow });
        builder.Services.AddHostedService(services => new AddinWatch(installation.Addins, installation.Run?.ReportFile, installation.Clock, services.GetRequiredService<ILogger<AddinWatch>>()));
        builder.Services.AddHostedService(_ => installation.WatchEvents());
        builder.Services.AddHostedService<Surroundings>();
        builder.Services.AddHostedService(services => new Upkeep(installation.Database, installation.Clock, services.GetRequiredService<ILogger<Upkeep>>()));
        builder.Services.AddSingleton(loops).AddHostedService<SweepsWhileServing>();
        builder.WebHost.UseUrls(listen);
        await using var app = builder.Build();
        app.MapShell();
        await StartAsync(app, listen, cancellationToken);
        started([.. app.Urls], app.Services.GetRequiredService<OneTimeLinks>());
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task StartAsync(WebApplication app, string listen, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            var found = fault.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
                ? "it is in use by another program, or by another start of this one. End that one, or choose another port"
                : $"{fault.GetBaseException().Message}. Choose an address of this machine and a free port";
            throw new InvalidOperationException($"Cannot listen on {listen}: {found}, e.g. --listen http://127.0.0.1:5081; port 0 takes a free one.", fault);
        }
    }

    // Not a hosted service of its own: the sweeps begin when the address is had, so that a second start by mistake tells nobody anything.
    private sealed class SweepsWhileServing(SweepLoops loops) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => loops.StartAsync(cancellationToken);

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => loops.StopAsync(cancellationToken);

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>What the web shell of an installation is built on.</summary>
    public static ShellSettings Shell(Installation installation) => new()
    {
        DataFolder = installation.Folders.Data,
        Database = installation.Database,
        Record = installation.Record,
        Sites = installation.Sites,
        Clock = installation.Clock,
        Screens = () => installation.Addins.Screens,
        Panels = () => installation.Addins.Panels,
        Endpoints = () => installation.Addins.Endpoints,
        Settings = () => installation.Addins.Contributed<AddinSetting>(),
        SettingValues = installation.AddinSettings,
        Addins = () => installation.Addins.Entries,
        Troubles = installation.Sweeps.Troubles,
        SettingsTrouble = sites => installation.Settings.Trouble([.. sites.Select(site => site.NVTGC)]),
        LookAtAddins = () => installation.Addins.LookAsync(CancellationToken.None),
        MetricsToken = () => installation.Settings.LastGood("Metrics:TokenFile") is { Length: > 0 } file && File.Exists(file) ? File.ReadLines(file).FirstOrDefault()?.Trim() : null,
        Limits = installation.Limits,
        HealthAsync = installation.AddinOffers.HealthAsync,
    };
}
