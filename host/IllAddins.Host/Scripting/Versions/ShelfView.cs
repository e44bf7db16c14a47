using System.Collections.Concurrent;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>The scripts that decided at one look.</summary>
/// <param name="trouble">Why the files could not be looked at; null where they were.</param>
internal sealed class ShelfView(ScriptFault? trouble)
{
    private readonly Dictionary<string, ShelfEntry> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ShelfPlace> sites = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<ShelfEntry> Entries => places.Values;

    /// <summary>Why the files could not be looked at; null where they were.</summary>
    public ScriptFault? Trouble => trouble;

    public void Add(ShelfEntry entry) => places[entry.State.Place] = entry;

    /// <summary>Where a place stands; null where it is not known.</summary>
    public ShelfEntry? Find(string place) => places.GetValueOrDefault(place);

    /// <summary>Who decides for a site.</summary>
    public ShelfPlace For(string nvtgc) => sites.GetOrAdd(nvtgc, Resolve);

    /// <summary>Keeps how the versions have fared.</summary>
    public void Keep()
    {
        foreach (var entry in places.Values)
            entry.Keep();
    }

    /// <summary>Frees what is not in the next view.</summary>
    public void Retire(IReadOnlyCollection<ShelfEntry> next)
    {
        foreach (var entry in places.Values)
            if (!next.Any(kept => ReferenceEquals(kept.Script, entry.Script)))
                entry.Script?.Retire();
    }

    private ShelfPlace Resolve(string nvtgc)
    {
        if (ScriptFolder.Unusable(nvtgc) is { } why)
            return new ShelfPlace.Unclear(why);
        foreach (var place in (string[])[nvtgc, ScriptFolder.Default])
            if (places.TryGetValue(place, out var entry) && entry.Decides)
                return new ShelfPlace.At(entry);
        // No version to go on with: the default would be a guess.
        return trouble is null ? new ShelfPlace.Nowhere() : new ShelfPlace.Unclear(trouble);
    }
}

/// <summary>Who decides for a site.</summary>
internal abstract record ShelfPlace
{
    private ShelfPlace()
    {
    }

    public sealed record At(ShelfEntry Entry) : ShelfPlace;

    /// <summary>Neither the site nor the default has a script.</summary>
    public sealed record Nowhere : ShelfPlace;

    /// <summary>It cannot be said; the default would be a guess.</summary>
    public sealed record Unclear(ScriptFault Why) : ShelfPlace;
}
