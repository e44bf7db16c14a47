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

    /// <summary>Earlier generations: their code stays in memory until the host ends.</summary>
    public int Old { get; init; }

    /// <summary>What admins see.</summary>
    public AddinEntry Shown => Old > 0 ? Entry with { OldGenerations = Old } : Entry;

    /// <summary>Without its generation, which is about to be stopped.</summary>
    public AddinPlace Withdrawn(AddinState state) => this with
    {
        Generation = null,
        Entry = Entry with { State = state, Contributes = AddinContribution.None, Kept = null },
        Old = Generation is null ? Old : Old + 1,
    };
}
