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
        builder.AddShell(Shell(installation));
        builder.Services.AddSingleton(installation.Sites).AddSingleton(installation.Sweeps).AddSingleton(pace);
        builder.Services.AddSingleton<SweepLoops>().AddHostedService(services => services.GetRequiredService<SweepLoops>());
        builder.WebHost.UseUrls(listen);
        await using var app = builder.Build();
        app.MapShell();
        await app.StartAsync(cancellationToken);
        started([.. app.Urls], app.Services.GetRequiredService<OneTimeLinks>());
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static ShellSettings Shell(Installation installation) => new()
    {
        DataFolder = installation.Folders.Data,
        Database = installation.Database,
        Record = installation.Record,
        Sites = installation.Sites,
        Clock = installation.Clock,
        Screens = () => installation.Addins.Screens,
        Panels = () => installation.Addins.Panels,
    };
}
