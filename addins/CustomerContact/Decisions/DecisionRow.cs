namespace IllAddins.CustomerContact.Decisions;

/// <summary>What was decided about one arrival of a request at a status, and why.</summary>
public sealed record DecisionRow
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }

    public required string Stage { get; init; }

    public required string Site { get; init; }

    public required string State { get; init; }

    /// <summary>When the rest ends, stored form; null where it does not rest.</summary>
    public string? DueAt { get; init; }

    /// <summary>A sentence for staff.</summary>
    public required string Reason { get; init; }

    /// <summary>The kind of hold; null where nothing holds it.</summary>
    public string? HoldKind { get; init; }

    /// <summary>The template chosen; null where none was.</summary>
    public string? Template { get; init; }

    /// <summary>The script that was asked; null where none was.</summary>
    public string? ScriptVersion { get; init; }

    /// <summary>What the script answered, as a script writes it, e.g. <c>Wait.Hours(2)</c>; null where it gave no answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The line that returned the answer; null where none is known.</summary>
    public int? Line { get; init; }

    /// <summary>What the script gave as its reason; null where it gave none.</summary>
    public string? ScriptReason { get; init; }

    /// <summary>The script and settings it was decided by; under others it is decided again.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Stored form.</summary>
    public required string DecidedAt { get; init; }
}

/// <summary>What a decision is about.</summary>
public static class DecisionStage
{
    public const string Delay = "Delay";
    public const string Notice = "Notice";
}

/// <summary>Where a decision stands.</summary>
public static class DecisionState
{
    /// <summary>In transit until its due time.</summary>
    public const string Resting = "Resting";

    /// <summary>Waits for staff to mend what the reason says.</summary>
    public const string Held = "Held";

    /// <summary>Waits for staff to phone or write, as its patron prefers.</summary>
    public const string ForStaff = "ForStaff";

    /// <summary>Its notice is in the outbox.</summary>
    public const string Ready = "Ready";

    /// <summary>Carried out: routed on, or its patron told.</summary>
    public const string Done = "Done";

    /// <summary>The request had moved before it could be carried out.</summary>
    public const string Left = "Left";
}
