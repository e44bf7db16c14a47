namespace IllAddins;

/// <summary>What an add-in's sweeps would do with requests, found out by the sweeps' own code; nothing is stored or sent.</summary>
public sealed record Rehearsal
{
    /// <summary>Unique within the add-in, e.g. <c>Contact</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The statuses at which the add-in decides about requests.</summary>
    public required IReadOnlyList<TransactionStatus> Statuses { get; init; }

    /// <summary>The statuses whose past arrivals can be played again: those at which a request's way through the add-in begins.</summary>
    public required IReadOnlyList<TransactionStatus> Beginnings { get; init; }

    /// <summary>Foresees what becomes of each request; one answer for each, in their order.</summary>
    public required Func<RehearsalCall, CancellationToken, Task<IReadOnlyList<Foresight>>> RunAsync { get; init; }
}

/// <summary>Asks a script about a request at a moment: the live one, a draft, or none at all.</summary>
/// <param name="function">The function's name, e.g. <c>RoutingDelay</c>.</param>
/// <param name="request">The request as it would stand then.</param>
/// <param name="now">The moment of the question.</param>
public delegate ScriptReply ScriptAsker(string function, IllRequest request, DateTimeOffset now);

/// <summary>What a rehearsal is about.</summary>
public sealed record RehearsalCall
{
    public required IReadOnlyList<RehearsedRequest> Requests { get; init; }

    /// <summary>Asked in place of the site's script.</summary>
    public required ScriptAsker Ask { get; init; }
}

/// <summary>A request and the moment from which its way is foreseen.</summary>
public sealed record RehearsedRequest
{
    /// <summary>At one of the rehearsal's statuses; it may be one that arrived there in the past.</summary>
    public required IllRequest Request { get; init; }

    /// <summary>The moment of the first decision.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What would become of a request.</summary>
public sealed record Foresight
{
    /// <summary>In the order in which they would happen; the last one is where it ends or stays. Empty where the request is at no status of the add-in's.</summary>
    public required IReadOnlyList<ForeseenStep> Steps { get; init; }
}

/// <summary>What would happen.</summary>
public enum ForeseenAct
{
    /// <summary>It is routed on, at <see cref="ForeseenStep.At"/> to <see cref="ForeseenStep.Status"/>.</summary>
    Route,

    /// <summary>Its patron is mailed, from <see cref="ForeseenStep.Template"/>.</summary>
    Mail,

    /// <summary>Staff tell the patron, as the patron prefers.</summary>
    Staff,

    /// <summary>It is held until somebody does something about it.</summary>
    Hold,

    /// <summary>It is held because the script failed or answered what is no answer.</summary>
    Fault,
}

/// <summary>One thing that would happen to a request.</summary>
public sealed record ForeseenStep
{
    public required ForeseenAct Act { get; init; }

    /// <summary>Not before this moment, the sweep's interval aside; null where it stays as it is.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where it is routed; null for other acts.</summary>
    public TransactionStatus? Status { get; init; }

    /// <summary>The template of a mail; null where none was chosen.</summary>
    public string? Template { get; init; }

    /// <summary>Why, in words that staff read.</summary>
    public required string Why { get; init; }

    /// <summary>What the script answered, as a script writes it; null where none was asked or it failed.</summary>
    public string? Said { get; init; }

    /// <summary>The line that returned the answer, or at which the script failed; null where none is known.</summary>
    public int? Line { get; init; }
}
