namespace IllAddins.Host.Addins;

/// <summary>What the host would say to an add-in, from its files alone; no code of it is run.</summary>
public sealed record AddinVerdict
{
    public required string Name { get; init; }

    public required string Folder { get; init; }

    public string? Version { get; init; }

    public string? Contract { get; init; }

    /// <summary>SHA-256 over all its files.</summary>
    public required string Hash { get; init; }

    /// <summary>Why it would be refused; null where it would be loaded.</summary>
    public string? Why { get; init; }

    /// <summary>Examines a folder beside the add-ins that are deployed.</summary>
    /// <param name="addin">The folder.</param>
    /// <param name="deployed">The add-ins folder; it need not be there.</param>
    /// <param name="allowed">The list of allowed add-ins; null where all are.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static AddinVerdict Of(AddinCandidate addin, string deployed, Func<AllowedAddins?> allowed)
    {
        // One that is deployed under the same name would be replaced.
        IReadOnlyList<AddinCandidate> others = AddinFolder.Scan(deployed) is AddinScan.Found found ? [.. found.Candidates.Where(other => other.Name != addin.Name)] : [];
        var preflight = AddinPreflight.Examine(addin, HostFacts.OfThisProcess());
        var hash = FolderSignature.Hash(addin.Folder);
        return new AddinVerdict
        {
            Name = addin.Name,
            Folder = addin.Folder,
            Version = preflight.Facts?.Version,
            Contract = preflight.Facts?.References.GetValueOrDefault(HostFacts.ContractName)?.ToString(2),
            Hash = hash,
            Why = AddinCopies.Of(addin, [.. others, addin]) ?? (preflight as PreflightAnswer.Unfit)?.Why ?? PathPrefixes.Taken(addin, preflight.Facts?.PathPrefix, others.Select(EntryOf))
                ?? NotAllowed(addin, hash, allowed),
        };
    }

    private static AddinEntry EntryOf(AddinCandidate other) => new()
    {
        Name = other.Name,
        Folder = other.Folder,
        PathPrefix = File.Exists(other.AssemblyPath) && AssemblyReading.Of(other.AssemblyPath) is AssemblyReading.Read read ? read.Facts.PathPrefix : null,
        State = new AddinState.Stopped(),
    };

    private static string? NotAllowed(AddinCandidate addin, string hash, Func<AllowedAddins?> allowed)
    {
        try
        {
            return allowed()?.Refusal(addin.Name, hash);
        }
        catch (InvalidDataException fault)
        {
            return fault.Message;
        }
    }
}
