namespace IllAddins.Host.Addins;

/// <summary>How an add-in stands.</summary>
public abstract record AddinState
{
    private AddinState()
    {
    }

    /// <summary>Started; what it contributes is in use.</summary>
    public sealed record Running : AddinState;

    /// <summary>Never loaded: its folder or its assembly is not fit for this host, or not allowed.</summary>
    public sealed record Refused : AddinState
    {
        /// <summary>Who, what was found, what was expected, what to do.</summary>
        public required string Why { get; init; }
    }

    /// <summary>Its own code failed; nothing that it contributes is in use.</summary>
    public sealed record Faulted : AddinState
    {
        /// <summary>Who, what was found, what was expected, what to do.</summary>
        public required string Why { get; init; }

        /// <summary>The exception with its stack, for admins; empty where there was none (a call that never ended).</summary>
        public required string Details { get; init; }

        /// <summary>It ran, and failed so often in a row that the host calls it no more for a while.</summary>
        public bool Parked { get; init; }

        /// <summary>When the host starts it again by itself; null where somebody has to mend it.</summary>
        public DateTimeOffset? RetryAt { get; init; }
    }

    /// <summary>An admin switched it off; it stays off through restarts and upgrades.</summary>
    public sealed record Disabled : AddinState
    {
        /// <summary>The admin's user name.</summary>
        public required string By { get; init; }

        public required DateTimeOffset At { get; init; }
    }

    /// <summary>The host's process crashed so often in a row while it called this add-in that it is not started.</summary>
    public sealed record Quarantined : AddinState
    {
        /// <summary>How many starts of the host ended so, in a row.</summary>
        public required int Crashes { get; init; }

        /// <summary>Who, what was found, what to do.</summary>
        public required string Why { get; init; }

        /// <summary>The last words of the process that crashed, with the stack.</summary>
        public required string Details { get; init; }
    }

    /// <summary>Its calls under way are finished, then it stops.</summary>
    public sealed record Stopping : AddinState;

    /// <summary>Not started yet, stopped by the host, or left out of a safe start.</summary>
    public sealed record Stopped : AddinState
    {
        /// <summary>Why, and what to do; null where it has not been tried yet or the host is ending.</summary>
        public string? Why { get; init; }
    }
}
