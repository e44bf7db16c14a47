namespace IllAddins.Host.Addins;

/// <summary>One version of an add-in that was started: its code, what it registered, and the door to it.</summary>
public sealed record AddinGeneration
{
    /// <summary>What admins see of it as long as it runs.</summary>
    public required AddinEntry Entry { get; init; }

    /// <summary>The copy that it was loaded from.</summary>
    public required AddinCandidate Staged { get; init; }

    public required LoadedAddin Loaded { get; init; }

    public required AddinRegistrations Registrations { get; init; }

    public required AddinDoor Door { get; init; }

    /// <summary>Lets the calls under way end, and stops it.</summary>
    /// <param name="calls">How long calls may go on.</param>
    /// <param name="stop">How long its stop may take.</param>
    /// <param name="mark">Written while it stops.</param>
    /// <param name="clock">For the limits.</param>
    /// <param name="hurry">Calls must end at once: the host stops.</param>
    /// <returns>Why its stop failed, as far as it did; null where it worked.</returns>
    public async Task<AddinOutcome<IAddin?>.Failed?> RetireAsync(TimeSpan calls, TimeSpan stop, CallMark? mark, TimeProvider clock, CancellationToken hurry)
    {
        await Door.CloseAsync(calls, clock, hurry);
        mark?.Begin(CallWords.Stop);
        var outcome = await Loaded.StopAsync(stop);
        mark?.End();
        Registrations.End();
        // What it registered stays readable: whoever found it a moment ago is led on by its closed door, not turned away.
        AddinStage.Remove(Staged);
        return outcome as AddinOutcome<IAddin?>.Failed;
    }
}
