namespace IllAddins.Host.Scripting;

/// <summary>All that came of one call of a script.</summary>
public sealed record ScriptSaid(ScriptAnswer Answer)
{
    /// <summary>Where the answer was returned; null where that is not known or nothing was answered.</summary>
    public ScriptLine? Returned { get; init; }

    /// <summary>What the script gives as its reason, one line of at most 500 characters; null where it gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>The lines that the script logged, in order; at most <see cref="ScriptLog.MostLines"/>.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];
}

/// <summary>A line of a script or of one of its libraries.</summary>
/// <param name="File">Below the scripts folder, e.g. <c>MAIN/notify.lua</c> or <c>lib/couriers.lua</c>.</param>
/// <param name="Number">Counted from 1.</param>
public readonly record struct ScriptLine(string File, int Number);
