using IllAddins.CustomerContact;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Host.Addins;
using IllAddins.Host.Cli;
using IllAddins.Tests.Architecture;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Road;

/// <summary>The core add-in over a library's folders, started in the test's own process, so that a test can call its parts.</summary>
public sealed class MailRoom : IAsyncDisposable
{
    private readonly Installation installation;
    private readonly CustomerContactAddin addin = new();
    private readonly AddinRegistrations registrations = new("CustomerContact", TakenNames.None);

    private MailRoom(Installation installation)
    {
        this.installation = installation;
        Host = new AddinHost("CustomerContact", registrations, installation.Services() with { Logs = NullLoggerFactory.Instance });
        Actions = new NoticeActions(Host);
    }

    public IAddinHost Host { get; }

    public NoticeActions Actions { get; }

    public static async Task<MailRoom> OpenAsync(Library library)
    {
        var folders = new HostFolders { Data = library.Data, Scripts = library.Scripts, Addins = Repository.BuiltAddins };
        var room = new MailRoom(await Installation.OpenAsync(folders, library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None));
        await room.addin.StartAsync(room.Host, CancellationToken.None);
        return room;
    }

    /// <summary>Runs both sweeps of a site once; what one throws comes out.</summary>
    public async Task<SweepReport> SweepAsync(string site = "MAIN", CancellationToken cancellationToken = default)
    {
        var known = (await installation.Sites.AllAsync(cancellationToken)).Single(known => known.NVTGC == site);
        var report = new SweepReport();
        foreach (var sweep in registrations.Of<Sweep>())
            report += await sweep.RunAsync(known, cancellationToken);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await addin.StopAsync(CancellationToken.None);
        await installation.DisposeAsync();
    }
}
