using System.Text;
using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

/// <summary>A roster over a folder of its own with the add-in Shifting, looked at when the test says so.</summary>
internal sealed class ShiftingRoster : IAsyncDisposable
{
    public ShiftingRoster(AddinLimits? limits = null, AddinGrounds? grounds = null)
    {
        Roster = new AddinRoster(limits ?? new AddinLimits(), Clock, Log);
        if (grounds is not null)
            Roster.Grounds = grounds;
    }

    public AddinsOnDisk Disk { get; } = new();

    public SteppedClock Clock { get; } = new();

    public ListeningLog Log { get; } = new();

    public AddinRoster Roster { get; }

    /// <summary>How the add-in Shifting stands.</summary>
    public AddinEntry Shifting => Roster.Entries.Single(entry => entry.Name == "Shifting");

    /// <summary>Starts with version 1.0.0 of Shifting in the folder.</summary>
    public static async Task<ShiftingRoster> StartedAsync(AddinLimits? limits = null, AddinGrounds? grounds = null)
    {
        var started = new ShiftingRoster(limits, grounds);
        started.Disk.Lay("Shifting");
        await started.StartAsync();
        return started;
    }

    public Task StartAsync() => Roster.StartAllAsync(Disk.Folder, (name, registrations) => new BareAddinHost(name, registrations, Log), CancellationToken.None);

    /// <summary>Looks as often as it takes to believe that files are at rest.</summary>
    public async Task LookTwiceAsync()
    {
        await Roster.LookAsync(CancellationToken.None);
        await Roster.LookAsync(CancellationToken.None);
    }

    /// <summary>The endpoint of a name, as a caller finds it now.</summary>
    public Contributed<HttpEndpoint> Endpoint(string name) => Roster.Contributed<HttpEndpoint>().Single(endpoint => endpoint.Addin == "Shifting" && endpoint.Item.Name == name);

    /// <summary>The version that answers.</summary>
    public async Task<string> VersionAsync() => Said(await CallAsync(Endpoint("Version")));

    public async Task<AddinOutcome<EndpointAnswer>> DoAsync(string how) => await CallAsync(Endpoint("Do"), how);

    public Task<AddinOutcome<EndpointAnswer>> CallAsync(Contributed<HttpEndpoint> endpoint, string how = "answer") => endpoint.RunAsync(
        new AddinCall { Addin = "Shifting", What = $"endpoint '{endpoint.Item.Name}'", Limit = TimeSpan.FromSeconds(30), Clock = Clock },
        (item, token) => item.AnswerAsync(
            new EndpointCall { Method = "GET", Path = "", Values = new Dictionary<string, string> { ["how"] = how }, Query = new Dictionary<string, IReadOnlyList<string>>(), Headers = new Dictionary<string, string>(), Body = Stream.Null },
            token),
        CancellationToken.None);

    public static string Said(AddinOutcome<EndpointAnswer> outcome) => Encoding.UTF8.GetString(Assert.IsType<AddinOutcome<EndpointAnswer>.Completed>(outcome).Value.Body.Span);

    public async ValueTask DisposeAsync()
    {
        await Roster.DisposeAsync();
        Disk.Dispose();
    }
}

/// <summary>The machine's clock for time limits, and a moment that the test moves.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public void Pass(TimeSpan span) => now += span;

    public override DateTimeOffset GetUtcNow() => now;
}
