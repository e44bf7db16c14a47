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

    /// <summary>The libraries of the live version as <c>name:hash</c>, by name, with commas between; null where it loads none.</summary>
    public string? LiveLibraries { get; init; }

    /// <summary>A mark of these libraries as they lay in the folder when the version was made; null where that is not known.</summary>
    public string? LiveFolderMark { get; init; }

    /// <summary>The live version is the removal of the file.</summary>
    public bool LiveRemoved { get; init; }

    /// <summary>The hash of the text that was not made live; empty where it could not be read, null where nothing was refused.</summary>
    public string? RefusedHash { get; init; }

    /// <summary>The library that the refusal is about; null where it is the script itself.</summary>
    public string? RefusedFile { get; init; }

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
    public ScriptFault? Refusal => RefusedWhy is { } why ? new ScriptFault(RefusedFile ?? File, RefusedLine, why) : null;

    /// <summary>The live version's text is in the file, but goes on with its libraries as they were: it cannot be loaded with those in the folder.</summary>
    public bool RefusesLibraries => RefusedHash is { } hash && LiveHash is { Length: > 0 } live && hash.Length > live.Length && hash.StartsWith(live, StringComparison.Ordinal);

    /// <summary>The names of the live version's libraries.</summary>
    internal IReadOnlyList<string> LibraryNames => LiveLibraries is { } all ? [.. all.Split(',').Select(one => one[..one.IndexOf(':', StringComparison.Ordinal)])] : [];

    /// <summary>The hash of a text as it was found: of a text that is live, with a mark of its libraries where those in the folder have changed since.</summary>
    internal string HashFound(ScriptSource found)
    {
        var hash = StoredVersion.HashOf(found.Content.Span);
        return HasText && LiveHash == hash && found.Libraries.MarkOf(LibraryNames) is var mark && mark != LiveFolderMark ? $"{hash} {mark}" : hash;
    }
}
