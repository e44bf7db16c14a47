namespace IllAddins.CustomerContact.Core.Delays;

/// <summary>What a site's script said when it was asked for a routing delay.</summary>
public abstract record DelayAnswer
{
    private DelayAnswer()
    {
    }

    /// <summary>What the script gives as its reason; null where it gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>A number of minutes, as answered: it may be out of range, or no number at all (NaN).</summary>
    public sealed record Minutes(double Value) : DelayAnswer;

    /// <summary>Until a moment; the answer as the script wrote it.</summary>
    public sealed record Until(DateTimeOffset Moment, string Said) : DelayAnswer;

    /// <summary>Until something that never comes: the answer as the script wrote it, and what to do about it.</summary>
    public sealed record Endless(string Said, string Why) : DelayAnswer;

    /// <summary>Until staff release the request; <see cref="Reason"/> says why.</summary>
    public sealed record Hold : DelayAnswer;

    /// <summary>The script answered nil: the site's default shall apply.</summary>
    public sealed record Default : DelayAnswer;

    /// <summary>There is no script, or it has no such function.</summary>
    public sealed record NoHook : DelayAnswer;

    /// <summary>The script failed; file, line and message in words.</summary>
    public sealed record Fault(string Text) : DelayAnswer;

    /// <summary>The script answered what is no delay, in words, e.g. <c>the string "soon"</c>.</summary>
    public sealed record Unexpected(string Answered) : DelayAnswer;
}
