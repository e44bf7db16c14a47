namespace IllAddins.Host.Addins;

/// <summary>What a roster stands on beside the add-ins folder.</summary>
public sealed record AddinGrounds
{
    /// <summary>Where copies are loaded from.</summary>
    public required AddinStage Stage { get; init; }

    /// <summary>What admins decided, and what earlier processes left; null where nothing is kept.</summary>
    public AddinOrders? Orders { get; init; }

    /// <summary>What is called at the moment, for the next start; null where nothing is kept.</summary>
    public CallMarks? Marks { get; init; }

    /// <summary>The hashes of the add-ins that may be loaded; null where all may.</summary>
    /// <exception cref="InvalidDataException">The setting cannot be read.</exception>
    public Func<AllowedAddins?> Allowed { get; init; } = () => null;

    /// <summary>How code is brought in.</summary>
    public LoadAddin Load { get; init; } = LoadedAddin.LoadAlone;

    /// <summary>Only the core add-in is started.</summary>
    public bool SafeMode { get; init; }

    /// <summary>The list of allowed add-ins in one line, or why it cannot be read; and why an add-in that runs is not on it. While nobody can tell, it runs on.</summary>
    internal (string List, string? Refusal) Ask(AddinEntry? running)
    {
        try
        {
            var allowed = Allowed();
            return (allowed?.ToString() ?? "all", running?.Hash is { } hash ? allowed?.Refusal(running.Name, hash) : null);
        }
        catch (InvalidDataException fault)
        {
            return (fault.Message, null);
        }
    }

    /// <summary>A stage in the system's temporary folder, and nothing kept.</summary>
    public static AddinGrounds Bare() => new() { Stage = new AddinStage(Path.Combine(Path.GetTempPath(), $"illaddins-stage-{Guid.NewGuid():N}")) };
}
