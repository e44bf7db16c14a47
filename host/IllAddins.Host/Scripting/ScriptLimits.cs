namespace IllAddins.Host.Scripting;

/// <summary>What one call of a script may cost; whoever passes a limit gets a fault and the others go on.</summary>
public sealed record ScriptLimits
{
    /// <summary>How long loading or one call may work; above zero. On a busy machine up to five times as long may pass on the clock.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many bytes a script's state may hold, the library of about 150 KB included.</summary>
    public long MemoryBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>How many bytes of text a script may have.</summary>
    public int SourceBytes { get; init; } = 64 * 1024;

    /// <summary>How many comparisons one search with a pattern may take; the same on every machine, so that a decision does not depend on its speed.</summary>
    public int PatternSteps { get; init; } = 1_000_000;

    /// <summary>The limit of time in words, e.g. <c>200 ms</c>.</summary>
    internal string TimeInWords => $"{Time.TotalMilliseconds:0} ms";

    /// <summary>The limit of memory in words, e.g. <c>32 MB</c>.</summary>
    internal string MemoryInWords => $"{MemoryBytes / (1024 * 1024)} MB";
}
