using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>A time in which a place is closed, whatever its weekly hours say.</summary>
public abstract record Closing
{
    private Closing()
    {
    }

    /// <summary>Why, for staff; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whole days, first and last included: hours that begin on them do not take place. A night that began the day before goes on to its end.</summary>
    public sealed record Days(LocalDate From, LocalDate To) : Closing;

    /// <summary>From one moment of the clock on the wall up to another, which is not included.</summary>
    public sealed record Hours(LocalDateTime From, LocalDateTime To) : Closing;
}
