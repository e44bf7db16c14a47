using System.Text.Json;
using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Events;
using IllAddins.Host.Cli;
using IllAddins.Host.Requests;
using Microsoft.Extensions.Time.Testing;

namespace IllAddins.Testing;

/// <summary>
/// A host with one add-in, in the test's own process and with the test's own types: the real one, over folders and a database of its own that go with it. Nothing runs by itself: sweeps and
/// listeners run when the test says so, and time stands until <see cref="Clock"/> is advanced. What the add-in throws, the method throws that met it, as the inner exception.
/// </summary>
public sealed partial class TestHost : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("illaddins-test-").FullName;
    private readonly TestLog log = new();
    private readonly ToldEvents told = new();
    private readonly Type addin;
    private readonly Func<IAddin> make;
    private Installation installation = null!;
    private EventWatch watch = null!;

    private TestHost(Type addin, Func<IAddin> make, TestHostOptions options)
    {
        (this.addin, this.make) = (addin, make);
        Clock = new FakeTimeProvider(options.Now);
        Directory.CreateDirectory(DataFolder);
        File.WriteAllText(Path.Combine(DataFolder, "appsettings.json"), JsonSerializer.Serialize(new Dictionary<string, string>(options.Settings) { ["TimeZone"] = options.Settings.GetValueOrDefault("TimeZone", "UTC") }));
    }

    /// <summary>The host as the add-in sees it: record, database, settings, scripts, channels, template fields.</summary>
    public IAddinHost Host { get; private set; } = null!;

    /// <summary>The only clock of the host and of the add-in. Timers run out when it is advanced.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The ILL record.</summary>
    public IIllRecord Record => Host.Record;

    /// <summary>An absolute path.</summary>
    public string DataFolder => Path.Combine(home, "data");

    /// <summary>What was logged so far at Information and above, e.g. <c>Error: The gateway does not answer.</c></summary>
    public IReadOnlyList<string> Log => log.Lines;

    /// <summary>Starts a host with an add-in.</summary>
    /// <typeparam name="TAddin">The add-in's class. Its name is that of its assembly, as it is that of its folder in a site.</typeparam>
    /// <param name="options">What it begins with; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">The add-in failed in its constructor or its start; what it threw is the inner exception.</exception>
    public static async Task<TestHost> StartAsync<TAddin>(TestHostOptions? options = null)
        where TAddin : IAddin, new()
    {
        var host = new TestHost(typeof(TAddin), () => new TAddin(), options ?? new TestHostOptions());
        var started = false;
        try
        {
            await host.OpenAsync();
            started = true;
            return host;
        }
        finally
        {
            if (!started)
                await host.DisposeAsync();
        }
    }

    /// <summary>Stops the host and starts it again over the same folders, with another instance of the add-in.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Stops the add-in and the host, and deletes the folders.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(home, recursive: true);
    }

    private async Task OpenAsync()
    {
        var folders = new HostFolders { Data = DataFolder, Scripts = Path.Combine(home, "scripts"), Addins = "" };
        installation = await Installation.OpenAsync(folders, Clock, log, withEnvironment: false, CancellationToken.None);
        await SiteAsync(new SampleRequest().Site);
        var services = installation.Services();
        var name = addin.Assembly.GetName().Name!;
        await installation.Addins.StartAsync(
            new AddinCandidate { Name = name, Folder = Path.Combine(home, "staged", name) },
            make,
            (known, registrations) => Host = new AddinHost(known, registrations, services),
            CancellationToken.None);
        watch = installation.WatchEvents(told.Of(installation.Addins.Contributed<EventListener>().SelectMany(listener => listener.Item.Events)));
        // A listener hears of what comes after its first look.
        await watch.LookAsync(CancellationToken.None);
    }

    private async Task CloseAsync()
    {
        await CloseWebAsync();
        watch?.Dispose();
        if (installation is not null)
            await installation.DisposeAsync();
    }

    private async Task SiteAsync(string nvtgc)
    {
        if ((await installation.Sites.AllAsync(CancellationToken.None)).Any(site => string.Equals(site.NVTGC, nvtgc, StringComparison.OrdinalIgnoreCase)))
            return;
        if (await new SiteWrites(installation.Database, installation.Sites, Clock).SetAsync(nvtgc, new SiteChange(), AuditTrail.ByItself, CancellationToken.None) is SiteAnswer.Refused refused)
            throw new InvalidOperationException(string.Join(' ', refused.Problems));
    }
}
