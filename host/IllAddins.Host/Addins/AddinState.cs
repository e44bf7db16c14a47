namespace IllAddins.Host.Addins;

/// <summary>How an add-in stands.</summary>
public abstract record AddinState
{
    private AddinState()
    {
    }

    /// <summary>Started; what it contributes is in use.</summary>
    public sealed record Running : AddinState;

    /// <summary>Never loaded: its folder or its assembly is not fit for this host.</summary>
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
    }

    /// <summary>Not started yet, or stopped by the host.</summary>
    public sealed record Stopped : AddinState;
}
