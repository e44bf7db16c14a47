namespace IllAddins.Host.Addins;

/// <summary>What became of a try to bring an add-in up.</summary>
public abstract record LaunchAnswer
{
    private LaunchAnswer()
    {
    }

    /// <summary>What its assembly says of itself, as far as it could be read.</summary>
    public required AddinEntry Entry { get; init; }

    /// <summary>It runs.</summary>
    public sealed record Up : LaunchAnswer
    {
        public required AddinGeneration Generation { get; init; }
    }

    /// <summary>It does not.</summary>
    public sealed record Down : LaunchAnswer
    {
        /// <summary>Refused or Faulted.</summary>
        public required AddinState State { get; init; }

        /// <summary>The exception of a start that failed; null where there was none.</summary>
        public Exception? Exception { get; init; }
    }

    /// <summary>Its files changed at this moment; another look tells more.</summary>
    public sealed record Moving : LaunchAnswer;
}

/// <summary>One try to bring an add-in up: examined, copied, allowed, loaded, started; whatever fails leaves nothing behind.</summary>
public sealed class AddinLaunch(AddinLimits limits, TimeProvider clock, AddinGrounds grounds)
{
    public required AddinCandidate Candidate { get; init; }

    /// <summary>Whether it is a second copy of another one, in words; null where it is not.</summary>
    public required Func<string?> Copy { get; init; }

    /// <summary>Why it cannot be had beside the others, from what it says of itself; null where it can.</summary>
    public required Func<AddinEntry, string?> Clash { get; init; }

    /// <summary>Whether another version of it runs, and goes on where this one does not start.</summary>
    public bool Replaces { get; init; }

    /// <summary>Names of other add-ins.</summary>
    public required TakenNames Taken { get; init; }

    public required AddinHostFor HostFor { get; init; }

    /// <summary>Told of exceptions on its own threads.</summary>
    public required Action<AddinDoor, Exception> Contained { get; init; }

    /// <summary>Told of calls of it that fail.</summary>
    public required Action<AddinDoor, FailedCall> Failed { get; init; }

    public async Task<LaunchAnswer> RunAsync(CancellationToken cancellationToken)
    {
        var signature = FolderSignature.Of(Candidate.Folder);
        var preflight = AddinPreflight.Examine(Candidate, HostFacts.OfThisProcess());
        var entry = EntryOf(preflight.Facts);
        if (preflight is PreflightAnswer.Unfit unfit)
            return signature != FolderSignature.Of(Candidate.Folder) ? new LaunchAnswer.Moving { Entry = entry } : Refused(entry, Copy() ?? unfit.Why);
        if (Clash(entry) is { } clash)
            return Refused(entry, clash);
        return await StageAsync(((PreflightAnswer.Fit)preflight).ClassName, entry, signature, cancellationToken);
    }

    private async Task<LaunchAnswer> StageAsync(string className, AddinEntry entry, string? signature, CancellationToken cancellationToken)
    {
        AddinCandidate staged;
        try
        {
            staged = grounds.Stage.Copy(Candidate);
            entry = entry with { Hash = FolderSignature.Hash(staged.Folder) };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return IsUnchangedSince(signature) ? Refused(entry, RefusalWords.CannotBeCopied(entry.Name, fault.Message)) : new LaunchAnswer.Moving { Entry = entry };
        }

        LaunchAnswer? unfit = !IsUnchangedSince(signature) ? new LaunchAnswer.Moving { Entry = entry } : NotAllowed(entry) is { } refusal ? Refused(entry, refusal) : null;
        if (unfit is null)
            return await StartAsync(className, entry, staged, signature!, cancellationToken);
        AddinStage.Remove(staged);
        return unfit;
    }

    private bool IsUnchangedSince(string? signature) => signature is not null && signature == FolderSignature.Of(Candidate.Folder);

    private string? NotAllowed(AddinEntry entry)
    {
        try
        {
            return grounds.Allowed()?.Refusal(entry.Name, entry.Hash!);
        }
        catch (InvalidDataException fault)
        {
            return RefusalWords.AllowanceUnknown(entry.Name, fault.Message);
        }
    }

    private async Task<LaunchAnswer> StartAsync(string className, AddinEntry entry, AddinCandidate staged, string signature, CancellationToken cancellationToken)
    {
        var registrations = new AddinRegistrations(entry.Name, Taken);
        var loaded = new LoadedAddin(staged, clock) { Load = grounds.Load };
        var mark = grounds.Marks?.Of(entry.Name);
        AddinDoor? door = null;
        door = new AddinDoor(entry.Name, mark, failure => Failed(door!, failure));
        var up = false;
        mark?.Files(signature);
        mark?.Begin(CallWords.Start);
        try
        {
            var outcome = await loaded.StartAsync(className, HostFor(entry.Name, registrations), limits.Start, exception => Contained(door, exception), cancellationToken);
            if (outcome is AddinOutcome<IAddin>.Failed failed)
                return FaultedIn(entry, failed);
            up = true;
            var running = entry with { State = new AddinState.Running(), Contributes = registrations.Keep() };
            return new LaunchAnswer.Up { Entry = entry, Generation = new AddinGeneration { Entry = running, Staged = staged, Loaded = loaded, Registrations = registrations, Door = door } };
        }
        finally
        {
            mark?.End();
            // Failed or cancelled: nothing that it registered stays.
            if (!up)
            {
                registrations.Drop();
                AddinStage.Remove(staged);
            }
        }
    }

    private AddinEntry EntryOf(AssemblyFacts? facts) => new()
    {
        Name = Candidate.Name,
        Folder = Candidate.Folder,
        Version = facts?.Version,
        ContractVersion = facts?.References.GetValueOrDefault(HostFacts.ContractName)?.ToString(2),
        PathPrefix = facts?.PathPrefix,
        State = new AddinState.Stopped(),
    };

    private static LaunchAnswer.Down Refused(AddinEntry entry, string why) => new() { Entry = entry, State = new AddinState.Refused { Why = why } };

    private LaunchAnswer.Down FaultedIn(AddinEntry entry, AddinOutcome<IAddin>.Failed failed) => new()
    {
        Entry = entry,
        State = new AddinState.Faulted
        {
            Why = Replaces ? RefusalWords.NotTakenOver(failed.Message, Candidate.Folder) : RefusalWords.HostGoesOn(failed.Message, Candidate.Folder),
            Details = failed.Exception?.ToString() ?? "",
        },
        Exception = failed.Exception,
    };
}
