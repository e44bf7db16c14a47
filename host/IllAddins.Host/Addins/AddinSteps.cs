namespace IllAddins.Host.Addins;

/// <summary>What a look at an add-in calls for.</summary>
internal abstract record AddinStep
{
    private AddinStep()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record Rest : AddinStep;

    /// <summary>Its files are to be brought up, beside the generation that runs, if one does.</summary>
    public sealed record Try : AddinStep;

    /// <summary>Whatever runs is stopped, and this is how it stands then.</summary>
    public sealed record Withdraw(AddinState Then) : AddinStep;

    /// <summary>Whatever runs is stopped, and its place is given up.</summary>
    public sealed record Forget : AddinStep;
}

/// <summary>What a look found.</summary>
internal sealed record AddinLook
{
    /// <summary>The folder's signature; null where it is gone or moving.</summary>
    public required string? Signature { get; init; }

    /// <summary>There is no such folder.</summary>
    public bool Gone { get; init; }

    public required AddinOrder Order { get; init; }

    /// <summary>The list of allowed add-ins, as <see cref="AddinPlace.Allowed"/>.</summary>
    public required string Allowed { get; init; }

    /// <summary>Why what runs may not run any more; null where it may.</summary>
    public string? NotAllowed { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <summary>Decides what a look at an add-in calls for. Files are taken when they have not changed from one look to the next.</summary>
internal static class AddinSteps
{
    public static AddinStep Of(AddinPlace place, AddinLook look, AddinLimits limits) => look switch
    {
        { Gone: true } => place.Gone ? new AddinStep.Forget() : new AddinStep.Rest(),
        { Order.Disabled: { } disabled } => place.Entry.State == disabled || place.Entry.State is AddinState.Stopping ? new AddinStep.Rest() : new AddinStep.Withdraw(disabled),
        { NotAllowed: { } why } when place.Generation is not null => new AddinStep.Withdraw(new AddinState.Refused { Why = why }),
        { Signature: null } => new AddinStep.Rest(),
        _ when !IsDue(place, look) => new AddinStep.Rest(),
        _ => Quarantine(place.Entry.Name, look, limits) is { } quarantine
            ? quarantine == place.Entry.State ? new AddinStep.Rest() : new AddinStep.Withdraw(quarantine)
            : new AddinStep.Try(),
    };

    /// <summary>What becomes of a step in a safe start: nothing but the core add-in is brought up.</summary>
    public static AddinStep InSafeMode(AddinStep step, AddinPlace place)
    {
        if (step is not AddinStep.Try || CoreAddin.Is(place.Entry.Name))
            return step;
        var left = new AddinState.Stopped { Why = RefusalWords.SafeMode(place.Entry.Name, CoreAddin.Name) };
        return place.Entry.State == left ? new AddinStep.Rest() : new AddinStep.Withdraw(left);
    }

    private static bool IsDue(AddinPlace place, AddinLook look) =>
        place.Entry.State is AddinState.Disabled
        || (look.Order.Retries != place.Retries && (place.Generation is null || place.Entry.Kept is not null))
        || (look.Allowed != place.Allowed && place.Tried is not null && place.Generation is null)
        || (look.Signature != place.Tried && look.Signature == place.Seen)
        || (place.Entry.State is AddinState.Faulted { RetryAt: { } at } && at <= look.Now);

    /// <summary>The quarantine of files that brought the process down too often; null where they did not.</summary>
    private static AddinState.Quarantined? Quarantine(string addin, AddinLook look, AddinLimits limits) =>
        !CoreAddin.Is(addin) && look.Order.Crashes >= limits.CrashesToQuarantine && (look.Order.CrashedSignature is null or "" || look.Order.CrashedSignature == look.Signature)
            ? new AddinState.Quarantined
            {
                Crashes = look.Order.Crashes,
                Why = RefusalWords.Quarantine(addin, look.Order.Crashes, look.Order.CrashedIn),
                Details = look.Order.LastWords,
            }
            : null;
}
