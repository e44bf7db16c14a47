using System.Diagnostics;
using System.Globalization;

namespace IllAddins.Host.Addins;

/// <summary>An add-in's state in words.</summary>
public static class AddinStateWords
{
    /// <summary>Every name that <see cref="Name"/> gives.</summary>
    public static readonly IReadOnlyList<string> Names = ["Running", "Refused", "Faulted", "Disabled", "Quarantined", "Stopping", "Stopped"];

    public static string Of(AddinState state) => Why(state) is { } why ? $"{Name(state)}: {why}" : Name(state);

    public static string Name(AddinState state) => state switch
    {
        AddinState.Running => "Running",
        AddinState.Refused => "Refused",
        AddinState.Faulted => "Faulted",
        AddinState.Disabled => "Disabled",
        AddinState.Quarantined => "Quarantined",
        AddinState.Stopping => "Stopping",
        AddinState.Stopped => "Stopped",
        _ => throw new UnreachableException(),
    };

    /// <summary>A name that <see cref="Name"/> gives, in the reader's language.</summary>
    public static string Shown(string name) => name switch
    {
        "Running" => AddinWords.Running,
        "Refused" => AddinWords.Refused,
        "Faulted" => AddinWords.Faulted,
        "Disabled" => AddinWords.Disabled,
        "Quarantined" => AddinWords.Quarantined,
        "Stopping" => AddinWords.Stopping,
        "Stopped" => AddinWords.Stopped,
        _ => throw new UnreachableException(),
    };

    /// <returns>Null where nothing is to be said.</returns>
    public static string? Why(AddinState state) => state switch
    {
        AddinState.Refused refused => refused.Why,
        AddinState.Faulted faulted => faulted.Why,
        AddinState.Quarantined quarantined => quarantined.Why,
        AddinState.Disabled disabled => AddinWords.DisabledBy(disabled.By, disabled.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        AddinState.Stopped stopped => stopped.Why,
        _ => null,
    };

    /// <summary>The exception with its stack, or the last words of a process; null where there is none.</summary>
    public static string? Details(AddinState state) => state switch
    {
        AddinState.Faulted { Details.Length: > 0 } faulted => faulted.Details,
        AddinState.Quarantined { Details.Length: > 0 } quarantined => quarantined.Details,
        _ => null,
    };
}
