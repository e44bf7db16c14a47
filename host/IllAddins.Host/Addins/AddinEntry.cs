namespace IllAddins.Host.Addins;

/// <summary>What admins see of one add-in.</summary>
public sealed record AddinEntry
{
    /// <summary>The name of its folder and of its assembly.</summary>
    public required string Name { get; init; }

    /// <summary>An absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Its informational version, e.g. <c>1.2.0</c>; null where its assembly could not be read.</summary>
    public string? Version { get; init; }

    /// <summary>The contract version that it was built for, e.g. <c>1.0</c>; null where it names none or could not be read.</summary>
    public string? ContractVersion { get; init; }

    /// <summary>The path that it declares, without slashes; null where it declares none.</summary>
    public string? PathPrefix { get; init; }

    public required AddinState State { get; init; }

    /// <summary>Nothing unless it is running.</summary>
    public AddinContribution Contributes { get; init; } = AddinContribution.None;

    /// <summary>One SHA-256 over all its files, as the list of allowed add-ins names it; null where it was never copied to be loaded.</summary>
    public string? Hash { get; init; }

    /// <summary>Why the files that lie in its folder now are not in use while an earlier version runs on; null where they are.</summary>
    public string? Kept { get; init; }

    /// <summary>How many of its calls, threads, timers and async void methods failed since it was started.</summary>
    public int Failures { get; init; }

    /// <summary>The last of these; null where there was none.</summary>
    public AddinFailure? LastFailure { get; init; }

    /// <summary>How many earlier generations of it are still in memory, where they stay until the host ends.</summary>
    public int OldGenerations { get; init; }

    /// <summary>How often the process crashed in a row while it was called; 0 for none.</summary>
    public int Crashes { get; init; }
}

/// <summary>How much an add-in registered.</summary>
public sealed record AddinContribution
{
    public static readonly AddinContribution None = new();

    public int Sweeps { get; init; }

    public int Screens { get; init; }

    public int Panels { get; init; }

    public int Rehearsals { get; init; }

    public int Endpoints { get; init; }

    public int Settings { get; init; }

    public int Verbs { get; init; }

    public int ScriptFunctions { get; init; }

    public int Channels { get; init; }

    public int TemplateFields { get; init; }

    public int HealthChecks { get; init; }

    public int Listeners { get; init; }

    public int EventSources { get; init; }
}

/// <summary>A failure that was contained while the add-in went on.</summary>
public sealed record AddinFailure
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Who failed at what, in words.</summary>
    public required string Message { get; init; }

    /// <summary>The exception with its stack, for admins.</summary>
    public required string Details { get; init; }
}
