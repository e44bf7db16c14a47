using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Core.Reasons;

/// <summary>What is known of why a request stands where it stands.</summary>
public sealed record WhyFacts
{
    public required int TransactionNumber { get; init; }

    public required string Status { get; init; }

    /// <summary>What was decided about its present arrival; null where nothing was, or not yet.</summary>
    public WhyDecision? Decision { get; init; }

    /// <summary>The newest notice of the request; null where none was ever made.</summary>
    public WhyNotice? Notice { get; init; }

    /// <summary>The brake of the site's mail where it is pulled; null where the mail goes out.</summary>
    public BrakeState? Paused { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>How often the site's sweep runs; minutes.</summary>
    public required int SweepMinutes { get; init; }

    /// <summary>A moment in the words of the site's clock.</summary>
    public required Func<DateTimeOffset, string> Local { get; init; }
}

/// <summary>A decision as it was stored.</summary>
public sealed record WhyDecision
{
    /// <summary>As stored: <c>Resting</c>, <c>Held</c>, <c>ForStaff</c>, <c>Ready</c>, <c>Done</c> or <c>Left</c>.</summary>
    public required string State { get; init; }

    /// <summary>When the rest ends; null where it does not rest.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public required string Reason { get; init; }

    /// <summary>The kind of a hold; null where nothing holds it.</summary>
    public string? HoldKind { get; init; }

    /// <summary>The template chosen; null where none was.</summary>
    public string? Template { get; init; }
}

/// <summary>A notice as it was stored.</summary>
public sealed record WhyNotice
{
    /// <summary>As stored: <c>Pending</c>, <c>Sending</c>, <c>Sent</c>, <c>Retrying</c>, <c>Failed</c>, <c>Unknown</c> or <c>Cancelled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>It belongs to the request's present arrival.</summary>
    public required bool IsOfThisArrival { get; init; }

    public required string Template { get; init; }

    /// <summary>Null where it is not to be tried again by itself.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>What the mail server said last; null before the first answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Null while it is under way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
