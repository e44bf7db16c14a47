using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Addins;

/// <summary>Makes what is handed to one add-in; its Register calls go on to the registrations.</summary>
/// <param name="addin">The add-in's name.</param>
/// <param name="registrations">Where the add-in's sweeps, screens and panels belong.</param>
public delegate IAddinHost AddinHostFor(string addin, AddinRegistrations registrations);

/// <summary>All add-ins of the add-ins folder: starts them, takes what is new in the folder while they run, knows how each stands and what the running ones contribute, stops them.</summary>
/// <remarks>Reading is safe at any time from any thread. The host's calls of what is contributed go through <see cref="Contributed{T}.RunAsync"/>.</remarks>
public sealed class AddinRoster(AddinLimits limits, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly AddinPlaces places = new();
    private string folder = "", noFolder = "";
    private AddinHostFor? hostFor;
    private IReadOnlyList<AddinCandidate> candidates = [];

    /// <summary>What it stands on beside the add-ins folder.</summary>
    public AddinGrounds Grounds { get; set; } = AddinGrounds.Bare();

    /// <summary>Every add-in found, by name.</summary>
    public IReadOnlyList<AddinEntry> Entries => [.. places.All.Select(place => place.Shown)];

    /// <summary>The running add-ins' sweeps, by add-in, in the order of registration.</summary>
    public IReadOnlyList<Contributed<Sweep>> Sweeps => Contributed<Sweep>();

    /// <summary>The running add-ins' screens; their names are unique.</summary>
    public IReadOnlyList<Contributed<Screen>> Screens => Contributed<Screen>();

    /// <summary>The running add-ins' panels; their names are unique.</summary>
    public IReadOnlyList<Contributed<RequestPanel>> Panels => Contributed<RequestPanel>();

    /// <summary>The rehearsals of the add-ins that run.</summary>
    public IReadOnlyList<Contributed<Rehearsal>> Rehearsals => Contributed<Rehearsal>();

    /// <summary>The verbs of the add-ins that run; their names are unique.</summary>
    public IReadOnlyList<Contributed<CommandLineVerb>> Verbs => Contributed<CommandLineVerb>();

    /// <summary>The running add-ins' endpoints with the paths below which they are served.</summary>
    public IReadOnlyList<ServedEndpoints> Endpoints =>
    [
        .. places.Running.Select(running => new ServedEndpoints(running.Entry.Name, running.Entry.PathPrefix, running.Registrations.Of<HttpEndpoint>())
        {
            Contribute = endpoint => Contribute(running, endpoint),
        }),
    ];

    /// <summary>What the running add-ins registered of a kind, by add-in, in the order of registration.</summary>
    public IReadOnlyList<Contributed<T>> Contributed<T>()
        where T : class => [.. places.Running.SelectMany(running => running.Registrations.Of<T>().Select(item => Contribute(running, item)))];

    /// <summary>Scans the folder and starts what is fit, one after another, the core add-in first; what fails is an entry, never an exception.</summary>
    /// <param name="addins">The add-ins folder.</param>
    /// <param name="makeHost">Called once for each add-in that is about to be loaded.</param>
    /// <param name="cancellationToken">Cancels between and within starts; what has started stays until <see cref="StopAllAsync"/>.</param>
    /// <returns>What the scan found; <see cref="AddinScan.NoFolder"/> has been logged as well.</returns>
    /// <exception cref="InvalidOperationException">Called a second time.</exception>
    public async Task<AddinScan> StartAllAsync(string addins, AddinHostFor makeHost, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref hostFor, makeHost, null) is not null)
            throw new InvalidOperationException("The add-ins of this roster were started before; make another roster to start them again.");
        folder = addins;
        return await LookAsync(atOnce: true, cancellationToken);
    }

    /// <summary>Starts an add-in that lies in no folder: one under test, in the test's own process.</summary>
    /// <param name="addin">Its name and a folder of its own, which need not be there.</param>
    /// <param name="make">Makes its instance.</param>
    /// <param name="makeHost">Makes what it is handed.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidOperationException">It failed in its constructor or its start.</exception>
    public async Task StartAsync(AddinCandidate addin, Func<IAddin> make, AddinHostFor makeHost, CancellationToken cancellationToken)
    {
        places.Known(addin, null, 0);
        var (registrations, loaded, door) = (new AddinRegistrations(addin.Name, TakenNames.Of(this, addin.Name)), new LoadedAddin(addin, clock), (AddinDoor?)null);
        door = new AddinDoor(addin.Name, null, failure => Failed(addin.Name, door!, failure));
        if (await loaded.StartAsync(make, makeHost(addin.Name, registrations), limits.Start, cancellationToken) is AddinOutcome<IAddin>.Failed failed)
            throw new InvalidOperationException(failed.Message, failed.Exception);
        var entry = new AddinEntry { Name = addin.Name, Folder = addin.Folder, State = new AddinState.Running(), Contributes = registrations.Keep() };
        await TakeOverAsync(addin.Name, new AddinGeneration { Entry = entry, Staged = addin, Loaded = loaded, Registrations = registrations, Door = door }, cancellationToken);
    }

    /// <summary>Looks at the folder and at what admins ordered, once, and does what that calls for: starts, replaces, stops.</summary>
    /// <param name="cancellationToken">Cancels between and within starts.</param>
    public Task LookAsync(CancellationToken cancellationToken) => LookAsync(atOnce: false, cancellationToken);

    /// <summary>Withdraws all contributions, and asks all running add-ins at once to stop.</summary>
    /// <remarks>Whatever calls the contributions (sweeps, screens) is to be stopped first.</remarks>
    public async Task StopAllAsync()
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            await ending.CancelAsync();
            foreach (var running in places.Running)
                Withdraw(running.Entry.Name, new AddinState.Stopped(), limits.Stop);
            await places.RetiredAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAllAsync();
        Grounds.Stage.Dispose();
        turn.Dispose();
        ending.Dispose();
    }

    private async Task<AddinScan> LookAsync(bool atOnce, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var scan = AddinFolder.Scan(folder);
            if (scan is AddinScan.Found found)
                await LookAsync(found.Candidates, atOnce, cancellationToken);
            else
                Say(((AddinScan.NoFolder)scan).Message);
            return scan;
        }
        finally
        {
            turn.Release();
        }
    }

    // Once, not at every look. What runs goes on: a share that is away for a moment must not stop everything.
    private void Say(string noFolderNow)
    {
        if (noFolder != noFolderNow)
            log.LogError("{Message}", noFolderNow);
        noFolder = noFolderNow;
    }

    private async Task LookAsync(IReadOnlyList<AddinCandidate> found, bool atOnce, CancellationToken cancellationToken)
    {
        (noFolder, candidates) = ("", found);
        var orders = Grounds.Orders is null ? new Dictionary<string, AddinOrder>() : await Grounds.Orders.AllAsync(cancellationToken);
        var gone = places.All.Select(place => place.Entry.Name).Except(found.Select(candidate => candidate.Name), StringComparer.Ordinal);
        foreach (var name in gone.ToList())
            await StepAsync(new AddinCandidate { Name = name, Folder = Path.Combine(folder, name) }, null, AddinOrder.None, atOnce, cancellationToken);
        foreach (var candidate in found.OrderBy(candidate => !CoreAddin.Is(candidate.Name)))
            await StepAsync(candidate, FolderSignature.Of(candidate.Folder), orders.GetValueOrDefault(candidate.Name) ?? AddinOrder.None, atOnce, cancellationToken);
    }

    private async Task StepAsync(AddinCandidate candidate, string? signature, AddinOrder order, bool atOnce, CancellationToken cancellationToken)
    {
        var (allowed, notAllowed) = Grounds.Ask(places.Find(candidate.Name)?.Generation?.Entry);
        var look = new AddinLook { Signature = signature, Gone = !Directory.Exists(candidate.Folder), Order = order, Allowed = allowed, NotAllowed = notAllowed, Now = clock.GetUtcNow() };
        // What is there at the start is not waited for.
        var place = places.Known(candidate, atOnce ? signature : null, order.Retries);
        var step = AddinSteps.Of(place, look, limits);
        switch (Grounds.SafeMode ? AddinSteps.InSafeMode(step, place) : step)
        {
            case AddinStep.Rest:
                break;
            case AddinStep.Try:
                await TryAsync(candidate, look, cancellationToken);
                break;
            case AddinStep.Withdraw withdraw:
                if (withdraw.Then is AddinState.Quarantined { Why: var why })
                    log.LogError("{Message}", why);
                Withdraw(candidate.Name, withdraw.Then, limits.Withdrawn);
                break;
            case AddinStep.Forget:
                Withdraw(candidate.Name, null, limits.Withdrawn);
                break;
            default:
                throw new UnreachableException();
        }

        places.Change(candidate.Name, known => known with { Seen = signature, Gone = look.Gone, Retries = order.Retries, Entry = known.Entry with { Crashes = order.Crashes } });
    }

    private async Task TryAsync(AddinCandidate candidate, AddinLook look, CancellationToken cancellationToken)
    {
        var launch = new AddinLaunch(limits, clock, Grounds)
        {
            Candidate = candidate,
            Copy = () => AddinCopies.Of(candidate, candidates),
            Clash = entry => AddinCopies.Of(candidate, candidates) ?? PathPrefixes.Taken(candidate, entry.PathPrefix, OthersRunning(candidate.Name)),
            Replaces = places.Find(candidate.Name)?.Generation is not null,
            Taken = TakenNames.Of(this, candidate.Name),
            HostFor = hostFor!,
            Contained = (door, exception) => Contained(candidate.Name, door, exception),
            Failed = (door, failure) => Failed(candidate.Name, door, failure),
        };
        var answer = await launch.RunAsync(cancellationToken);
        if (answer is LaunchAnswer.Moving)
            return;
        places.Change(candidate.Name, known => known with
        {
            Tried = look.Signature,
            Allowed = look.Allowed,
            Parks = look.Signature != known.Tried || look.Order.Retries != known.Retries ? 0 : known.Parks,
        });
        if (answer is LaunchAnswer.Up up)
            await TakeOverAsync(candidate.Name, up.Generation, cancellationToken);
        else
            await StayDownAsync(candidate.Name, (LaunchAnswer.Down)answer, cancellationToken);
    }

    private async Task TakeOverAsync(string addin, AddinGeneration next, CancellationToken cancellationToken)
    {
        var before = places.TakeOver(addin, next);
        log.LogInformation("{Addin} {Version} runs: {Contributes}.", addin, next.Entry.Version, ContributionWords.Of(next.Entry));
        if (before is null)
            return;
        places.Retire(RetireAsync(addin, before, limits.Replaced));
        var entry = AddinVersions.Replaced(before.Entry.Version, next.Entry.Version);
        log.LogInformation("{Addin}: {Entry}; calls under way end on the version before.", addin, entry);
        await NoteAsync(addin, entry, cancellationToken);
    }

    private async Task StayDownAsync(string addin, LaunchAnswer.Down down, CancellationToken cancellationToken)
    {
        var why = AddinStateWords.Why(down.State)!;
        log.LogError(down.Exception, "{Message}", why);
        places.Change(addin, known => known.Generation is { } running
            ? known with { Entry = known.Entry with { Kept = AddinWords.FilesNotInUse(running.Entry.Version, why), LastFailure = down.Exception is null ? known.Entry.LastFailure : FailureOf(why, down.Exception) } }
            : known with { Entry = down.Entry with { State = down.State, Failures = known.Entry.Failures, LastFailure = known.Entry.LastFailure } });
        await NoteAsync(addin, places.Find(addin)?.Entry.Kept, cancellationToken);
    }

    private Task NoteAsync(string addin, string? entry, CancellationToken cancellationToken) => entry is null || Grounds.Orders is null ? Task.CompletedTask : Grounds.Orders.LogAsync(addin, AddinOrders.Host, entry, cancellationToken);

    /// <summary>Stops what runs, and says how the add-in stands then; null gives its place up.</summary>
    private void Withdraw(string addin, AddinState? then, TimeSpan calls)
    {
        if (places.Withdraw(addin, then) is not { } running)
            return;
        log.LogInformation("{Addin} {Version} is stopped.", addin, running.Entry.Version);
        places.Retire(StopAsync());

        async Task StopAsync()
        {
            var failed = await RetireAsync(addin, running, calls);
            places.Settle(addin, failed is not null && then is AddinState.Stopped ? new AddinState.Faulted { Why = failed.Message, Details = failed.Exception?.ToString() ?? "" } : then);
        }
    }

    private async Task<AddinOutcome<IAddin?>.Failed?> RetireAsync(string addin, AddinGeneration retired, TimeSpan calls)
    {
        var failed = await retired.RetireAsync(calls, limits.Stop, Grounds.Marks?.Of(addin), clock, ending.Token);
        if (failed is not null)
            log.LogError(failed.Exception, "{Message}", failed.Message);
        return failed;
    }

    private void Contained(string addin, AddinDoor door, Exception exception)
    {
        var message = AddinWords.FailedOnOwnThread(addin, AddinCall.Words(exception));
        door.Fail(message, exception);
        log.LogError(exception, "{Message}", message);
    }

    private void Failed(string addin, AddinDoor door, FailedCall failure)
    {
        places.Change(addin, known => known with { Entry = known.Entry with { Failures = known.Entry.Failures + 1, LastFailure = FailureOf(failure.Message, failure.Exception) } });
        if (failure.InARow < limits.FailuresToPark)
            return;
        if (places.Park(addin, door, parks => ParkedState(addin, failure, parks)) is not { } parked)
            return;
        log.LogError("{Message}", AddinStateWords.Why(places.Find(addin)!.Entry.State));
        places.Retire(RetireAsync(addin, parked, limits.Withdrawn));
    }

    private AddinState.Faulted ParkedState(string addin, FailedCall failure, int parks) => new()
    {
        Why = AddinWords.ParkedAfter(addin, failure.InARow, failure.Message),
        Details = failure.Exception?.ToString() ?? "",
        Parked = true,
        RetryAt = clock.GetUtcNow() + limits.RetryAfter[Math.Min(parks, limits.RetryAfter.Count - 1)],
    };

    private AddinFailure FailureOf(string message, Exception? exception) => new() { At = clock.GetUtcNow(), Message = message, Details = exception?.ToString() ?? "" };

    private IEnumerable<AddinEntry> OthersRunning(string addin) => places.Running.Select(running => running.Entry).Where(entry => entry.Name != addin);

    private Contributed<T> Contribute<T>(AddinGeneration running, T item)
        where T : class => new(running.Entry.Name, item)
        {
            Door = running.Door,
            Successor = () => places.Find(running.Entry.Name)?.Generation is { } next && next.Registrations.Of<T>().FirstOrDefault(other => NameOf(other) == NameOf(item)) is { } successor
                ? Contribute(next, successor)
                : null,
        };

    // All that can be registered has a name; asked only where a call meets a replacement.
    private static object? NameOf<T>(T item) => typeof(T).GetProperty("Name")?.GetValue(item);
}
