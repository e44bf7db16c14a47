using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>When a wait ends by a calendar.</summary>
public abstract record WaitEnd
{
    private WaitEnd()
    {
    }

    public sealed record At(Instant Moment) : WaitEnd;

    /// <summary>It cannot be told, e.g. because the place has no opening hours; what to do about it, in a sentence.</summary>
    public sealed record Never(string Why) : WaitEnd;
}
