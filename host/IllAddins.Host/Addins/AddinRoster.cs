using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Addins;

/// <summary>Makes what is handed to one add-in; its Register calls go on to the registrations.</summary>
/// <param name="addin">The add-in's name.</param>
/// <param name="registrations">Where the add-in's sweeps, screens and panels belong.</param>
public delegate IAddinHost AddinHostFor(string addin, AddinRegistrations registrations);

/// <summary>All add-ins of the add-ins folder: starts them, knows how each stands and what the running ones contribute, stops them.</summary>
/// <remarks>Reading is safe at any time from any thread. The host's calls of what is contributed go through <see cref="AddinCall"/>.</remarks>
public sealed class AddinRoster(AddinLimits limits, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private ImmutableSortedDictionary<string, AddinPlace> places = ImmutableSortedDictionary.Create<string, AddinPlace>(StringComparer.Ordinal);
    private int started;

    /// <summary>Every add-in found, by name.</summary>
    public IReadOnlyList<AddinEntry> Entries => [.. places.Values.Select(place => place.Entry)];

    /// <summary>The running add-ins' sweeps, by add-in, in the order of registration.</summary>
    public IReadOnlyList<Contributed<Sweep>> Sweeps => Contributed<Sweep>();

    /// <summary>The running add-ins' screens; their names are unique.</summary>
    public IReadOnlyList<Contributed<Screen>> Screens => Contributed<Screen>();

    /// <summary>The running add-ins' panels; their names are unique.</summary>
    public IReadOnlyList<Contributed<RequestPanel>> Panels => Contributed<RequestPanel>();

    /// <summary>The rehearsals of the add-ins that run.</summary>
    public IReadOnlyList<Contributed<Rehearsal>> Rehearsals => Contributed<Rehearsal>();

    /// <summary>The running add-ins' endpoints with the paths below which they are served.</summary>
    public IReadOnlyList<ServedEndpoints> Endpoints =>
    [
        .. places.Values.Where(place => place.Entry.State is AddinState.Running)
            .Select(place => new ServedEndpoints(place.Entry.Name, place.Entry.PathPrefix, place.Registrations!.Of<HttpEndpoint>())),
    ];

    /// <summary>What the running add-ins registered of a kind, by add-in, in the order of registration.</summary>
    public IReadOnlyList<Contributed<T>> Contributed<T>() =>
    [
        .. places.Values.Where(place => place.Entry.State is AddinState.Running)
            .SelectMany(place => place.Registrations!.Of<T>().Select(item => new Contributed<T>(place.Entry.Name, item))),
    ];

    /// <summary>Scans the folder and starts what is fit, one after another by name; what fails is an entry, never an exception.</summary>
    /// <param name="folder">The add-ins folder.</param>
    /// <param name="hostFor">Called once for each add-in that is about to be loaded.</param>
    /// <param name="cancellationToken">Cancels between and within starts; what has started stays until <see cref="StopAllAsync"/>.</param>
    /// <returns>What the scan found; <see cref="AddinScan.NoFolder"/> has been logged as well.</returns>
    /// <exception cref="InvalidOperationException">Called a second time.</exception>
    public async Task<AddinScan> StartAllAsync(string folder, AddinHostFor hostFor, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref started, 1) != 0)
            throw new InvalidOperationException("The add-ins of this roster were started before; make another roster to start them again.");
        var scan = AddinFolder.Scan(folder);
        switch (scan)
        {
            case AddinScan.NoFolder none:
                log.LogError("{Message}", none.Message);
                return scan;
            case AddinScan.Found found:
                var host = HostFacts.OfThisProcess();
                foreach (var addin in found.Candidates)
                    await StartAsync(addin, AddinPreflight.Examine(addin, host), hostFor, cancellationToken);
                return scan;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Withdraws all contributions, asks all running add-ins at once to stop, and gives their code up for unloading.</summary>
    /// <remarks>Whatever calls the contributions (sweeps, screens) is to be stopped first.</remarks>
    public Task StopAllAsync() => Task.WhenAll(places.Values.Where(place => place.Entry.State is AddinState.Running).Select(StopAsync));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAllAsync();

    private async Task StartAsync(AddinCandidate addin, PreflightAnswer preflight, AddinHostFor hostFor, CancellationToken cancellationToken)
    {
        var entry = new AddinEntry
        {
            Name = addin.Name,
            Folder = addin.Folder,
            Version = preflight.Facts?.Version,
            ContractVersion = preflight.Facts?.References.GetValueOrDefault(HostFacts.ContractName)?.ToString(2),
            PathPrefix = preflight.Facts?.PathPrefix,
            State = new AddinState.Stopped(),
        };
        switch (preflight)
        {
            case PreflightAnswer.Unfit unfit:
                Refuse(entry, unfit.Why);
                break;
            case PreflightAnswer.Fit when PathPrefixes.Taken(addin, entry.PathPrefix, Entries.Where(other => other.State is AddinState.Running)) is { } taken:
                Refuse(entry, taken);
                break;
            case PreflightAnswer.Fit fit:
                await StartFitAsync(addin, fit.ClassName, entry, hostFor, cancellationToken);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Refuse(AddinEntry entry, string why)
    {
        log.LogError("{Message}", why);
        Put(new AddinPlace(entry with { State = new AddinState.Refused { Why = why } }, null, null));
    }

    private async Task StartFitAsync(AddinCandidate addin, string className, AddinEntry entry, AddinHostFor hostFor, CancellationToken cancellationToken)
    {
        var registrations = new AddinRegistrations(addin.Name, Taken());
        var addinHost = hostFor(addin.Name, registrations);
        var loaded = new LoadedAddin(addin, clock);
        // In its place before its code runs: a thread of its own may fail before the start is over.
        Put(new AddinPlace(entry, loaded, registrations));
        try
        {
            var outcome = await loaded.StartAsync(className, addinHost, limits.Start, exception => Contained(addin.Name, exception), cancellationToken);
            if (outcome is AddinOutcome<IAddin>.Failed failed)
                Fault(addin.Name, $"{failed.Message} The host goes on without it; mend or remove '{addin.Folder}'.", failed.Exception);
            else
                Run(addin.Name, registrations.Keep());
        }
        finally
        {
            // Failed or cancelled: nothing that it registered stays.
            if (places[addin.Name].Entry.State is not AddinState.Running)
            {
                registrations.Drop();
                loaded.Dispose();
            }
        }
    }

    private void Run(string addin, AddinContribution contributes)
    {
        Change(addin, known => known with { State = new AddinState.Running(), Contributes = contributes });
        log.LogInformation("{Addin} {Version} runs: {Sweeps} sweeps, {Screens} screens, {Panels} panels.",
            addin, places[addin].Entry.Version, contributes.Sweeps, contributes.Screens, contributes.Panels);
    }

    private async Task StopAsync(AddinPlace place)
    {
        place.Registrations!.Drop();
        var outcome = await place.Loaded!.StopAsync(limits.Stop);
        place.Loaded.Dispose();
        if (outcome is AddinOutcome<IAddin?>.Failed failed)
            Fault(place.Entry.Name, failed.Message, failed.Exception);
        else
            Change(place.Entry.Name, known => known with { State = new AddinState.Stopped(), Contributes = AddinContribution.None });
    }

    private void Fault(string addin, string why, Exception? exception)
    {
        log.LogError(exception, "{Message}", why);
        Change(addin, known => known with
        {
            State = new AddinState.Faulted { Why = why, Details = exception?.ToString() ?? "" },
            Contributes = AddinContribution.None,
        });
    }

    private void Contained(string addin, Exception exception)
    {
        var message = $"{addin} failed on a thread of its own: {AddinCall.Words(exception)} What that thread did is not finished; the add-in goes on.";
        Change(addin, known => known with
        {
            Failures = known.Failures + 1,
            LastFailure = new AddinFailure { At = clock.GetUtcNow(), Message = message, Details = exception.ToString() },
        });
        log.LogError(exception, "{Message}", message);
    }

    private void Put(AddinPlace place) => ImmutableInterlocked.Update(ref places, known => known.SetItem(place.Entry.Name, place));

    private void Change(string addin, Func<AddinEntry, AddinEntry> change) =>
        ImmutableInterlocked.Update(ref places, known => known.SetItem(addin, known[addin] with { Entry = change(known[addin].Entry) }));

    private TakenNames Taken() => new()
    {
        Screens = Screens.ToDictionary(screen => screen.Item.Name, screen => screen.Addin),
        Panels = Panels.ToDictionary(panel => panel.Item.Name, panel => panel.Addin),
    };

    /// <summary>An add-in's place: what admins see, and its code and registrations where it was loaded.</summary>
    private sealed record AddinPlace(AddinEntry Entry, LoadedAddin? Loaded, AddinRegistrations? Registrations);
}
