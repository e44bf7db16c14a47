namespace IllAddins.Host.Scripting.Versions;

/// <summary>Where the script of a place stands, as it is stored.</summary>
public sealed record PlaceState
{
    /// <summary>A site's code, or <c>default</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The file below the scripts folder, e.g. <c>MAIN/notify.lua</c>.</summary>
    public required string File { get; init; }

    /// <summary>The version that decides; null where there never was a good one.</summary>
    public long? Live { get; init; }

    /// <summary>The live version's hash; null where there is none.</summary>
    public string? LiveHash { get; init; }

    /// <summary>The live version is the removal of the file.</summary>
    public bool LiveRemoved { get; init; }

    /// <summary>The hash of the text that was not made live; empty where it could not be read, null where nothing was refused.</summary>
    public string? RefusedHash { get; init; }

    public int? RefusedLine { get; init; }

    public string? RefusedWhy { get; init; }

    /// <summary>Stored form.</summary>
    public string? RefusedAt { get; init; }

    /// <summary>Faults in a row of the live version.</summary>
    public int Faults { get; init; }

    /// <summary>Stored form; null where the script is asked.</summary>
    public string? ParkedAt { get; init; }

    /// <summary>The last of the faults that parked it, in words.</summary>
    public string? ParkedFault { get; init; }

    /// <summary>The newest version before the live one that has answered without a fault; null where there is none.</summary>
    public long? LastWorked { get; init; }

    /// <summary>Whether a text decides here; else the default script does.</summary>
    public bool HasText => Live is not null && !LiveRemoved;

    /// <summary>Why the text in the file is not live; null where it is.</summary>
    public ScriptFault? Refusal => RefusedWhy is { } why ? new ScriptFault(File, RefusedLine, why) : null;
}
