using System.Collections.Immutable;

namespace IllAddins.Host.Addins;

/// <summary>An add-in's place in the roster: what admins see, the generation that runs, and what the last looks at its folder found.</summary>
internal sealed record AddinPlace(AddinEntry Entry)
{
    /// <summary>Null where none runs.</summary>
    public AddinGeneration? Generation { get; init; }

    /// <summary>The folder's signature at the last look; null where it was gone or moving.</summary>
    public string? Seen { get; init; }

    /// <summary>The signature that was tried last; null before the first try.</summary>
    public string? Tried { get; init; }

    /// <summary>The folder was gone at the last look.</summary>
    public bool Gone { get; init; }

    /// <summary>How many orders for another try have been followed.</summary>
    public long Retries { get; init; }

    /// <summary>The list of allowed add-ins at the last try, or why it could not be read.</summary>
    public string Allowed { get; init; } = "";

    /// <summary>How often it was parked since somebody last changed or tried it.</summary>
    public int Parks { get; init; }

    /// <summary>Earlier generations that may be in memory still.</summary>
    public ImmutableList<LoadedAddin> Old { get; init; } = [];

    /// <summary>What admins see.</summary>
    public AddinEntry Shown => Old.Count(old => old.InMemory) is > 0 and var old ? Entry with { OldGenerations = old } : Entry;

    /// <summary>Without its generation, which is about to be stopped.</summary>
    public AddinPlace Withdrawn(AddinState state) => this with
    {
        Generation = null,
        Entry = Entry with { State = state, Contributes = AddinContribution.None, Kept = null },
        Old = Generation is null ? Old : Old.RemoveAll(old => !old.InMemory).Add(Generation.Loaded),
    };
}
