using System.Collections.Immutable;

namespace IllAddins.Host.Addins;

/// <summary>The places of all add-ins. Reading never waits; changes come one after another.</summary>
internal sealed class AddinPlaces
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<string, AddinPlace> places = ImmutableSortedDictionary.Create<string, AddinPlace>(StringComparer.Ordinal);
    private ImmutableList<Task> retiring = [];

    /// <summary>By name.</summary>
    public IEnumerable<AddinPlace> All => Volatile.Read(ref places).Values;

    /// <summary>The generations that run, by name.</summary>
    public IEnumerable<AddinGeneration> Running => All.Select(place => place.Generation).OfType<AddinGeneration>();

    public AddinPlace? Find(string addin) => Volatile.Read(ref places).GetValueOrDefault(addin);

    /// <summary>The place of an add-in; a new one where it has none.</summary>
    /// <param name="addin">The add-in.</param>
    /// <param name="seen">For a new place, the signature that counts as seen before.</param>
    /// <param name="retries">For a new place, the orders for another try that need not be followed.</param>
    public AddinPlace Known(AddinCandidate addin, string? seen, long retries)
    {
        lock (gate)
        {
            if (!places.TryGetValue(addin.Name, out var place))
            {
                place = new AddinPlace(new AddinEntry { Name = addin.Name, Folder = addin.Folder, State = new AddinState.Stopped() }) { Seen = seen, Retries = retries };
                places = places.Add(addin.Name, place);
            }

            return place;
        }
    }

    /// <summary>Changes a place; one that is gone stays gone.</summary>
    public void Change(string addin, Func<AddinPlace, AddinPlace> change)
    {
        lock (gate)
            if (places.TryGetValue(addin, out var place))
                places = places.SetItem(addin, change(place));
    }

    /// <summary>Puts a newer generation in the place of the one that runs.</summary>
    /// <returns>The one before; null where none ran.</returns>
    public AddinGeneration? TakeOver(string addin, AddinGeneration next)
    {
        lock (gate)
        {
            var known = places[addin];
            // What failed of files that these have replaced is no failure of theirs.
            var (failures, last) = known.Generation is null ? (known.Entry.Failures, known.Entry.LastFailure) : (0, null);
            places = places.SetItem(addin, known.Withdrawn(next.Entry.State) with
            {
                Generation = next,
                Entry = next.Entry with { Failures = failures, LastFailure = last, Crashes = known.Entry.Crashes },
            });
            return known.Generation;
        }
    }

    /// <summary>Takes the generation that runs out of its place, which is stopping from now on; where none runs, the place stands as it is to stand then.</summary>
    public AddinGeneration? Withdraw(string addin, AddinState? then)
    {
        lock (gate)
        {
            var known = places[addin];
            if (known.Generation is null && then is null)
                places = places.Remove(addin);
            else
                places = places.SetItem(addin, known.Withdrawn(known.Generation is null ? then! : new AddinState.Stopping()));
            return known.Generation;
        }
    }

    /// <summary>Takes the generation behind a door out of its place, for failing.</summary>
    /// <returns>Null where another one runs by now.</returns>
    public AddinGeneration? Park(string addin, AddinDoor door, Func<int, AddinState.Faulted> state)
    {
        lock (gate)
        {
            if (!places.TryGetValue(addin, out var known) || known.Generation?.Door != door)
                return null;
            places = places.SetItem(addin, known.Withdrawn(state(known.Parks)) with { Parks = known.Parks + 1 });
            return known.Generation;
        }
    }

    /// <summary>Says how a place stands that was stopping; null gives it up.</summary>
    public void Settle(string addin, AddinState? then)
    {
        lock (gate)
        {
            if (!places.TryGetValue(addin, out var known) || known.Entry.State is not AddinState.Stopping)
                return;
            places = then is null ? places.Remove(addin) : places.SetItem(addin, known with { Entry = known.Entry with { State = then } });
        }
    }

    /// <summary>Remembers the end of a generation, for <see cref="RetiredAsync"/>.</summary>
    public void Retire(Task end) => ImmutableInterlocked.Update(ref retiring, known => known.RemoveAll(task => task.IsCompletedSuccessfully).Add(end));

    /// <summary>Done when every generation that was retired has stopped.</summary>
    public Task RetiredAsync() => Task.WhenAll(retiring);
}
