namespace IllAddins.CustomerContact.Core.Delays;

/// <summary>When a request leaves 'In Transit to Pickup Location'. Each case says why, in words that staff read.</summary>
public abstract record DelayDecision
{
    private DelayDecision()
    {
    }

    /// <summary>Now; <paramref name="At"/> is when it became due.</summary>
    public sealed record Due(DateTimeOffset At, string Why) : DelayDecision;

    /// <summary>Not before <paramref name="Until"/>.</summary>
    public sealed record Rest(DateTimeOffset Until, string Why) : DelayDecision;

    /// <summary>Not until somebody mends what <paramref name="Why"/> names.</summary>
    public sealed record Held(string Why) : DelayDecision;

    /// <summary>Not until staff release it, as the script wants.</summary>
    public sealed record HeldForRelease(string Why) : DelayDecision;
}
