namespace IllAddins;

/// <summary>Work that is done for every site at the site's interval. A sweep never overlaps itself at one site.</summary>
public sealed record Sweep
{
    /// <summary>Unique within the add-in; staff read it, e.g. <c>Notification</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Runs once for one site. An exception ends this run alone and is reported as an error of the site.</summary>
    public required Func<Site, CancellationToken, Task<SweepReport>> RunAsync { get; init; }
}

/// <summary>What one run of a sweep did; counts are of requests.</summary>
public sealed record SweepReport
{
    /// <summary>Moved to another status because their time had come.</summary>
    public int Routed { get; init; }

    /// <summary>Whose patrons were told, by mail or by another channel.</summary>
    public int Sent { get; init; }

    /// <summary>Left where they are with a reason that staff see.</summary>
    public int Held { get; init; }

    /// <summary>Notices that the mail server did not accept in this run.</summary>
    public int Failed { get; init; }

    public IReadOnlyList<SweepError> Errors { get; init; } = [];

    public static SweepReport operator +(SweepReport left, SweepReport right) => left.Add(right);

    /// <summary>Both reports as one.</summary>
    public SweepReport Add(SweepReport other) => new()
    {
        Routed = Routed + other.Routed,
        Sent = Sent + other.Sent,
        Held = Held + other.Held,
        Failed = Failed + other.Failed,
        Errors = [.. Errors, .. other.Errors],
    };
}

/// <summary>Something that staff or admins must look at.</summary>
public sealed record SweepError
{
    /// <summary>The site's code (NVTGC).</summary>
    public required string Site { get; init; }

    /// <summary>Null where it is not about one request.</summary>
    public int? TransactionNumber { get; init; }

    /// <summary>Who, what was found, what was expected, what to do. Shown to admins, never logged: a mail server's answer may name the patron.</summary>
    public required string Message { get; init; }
}
