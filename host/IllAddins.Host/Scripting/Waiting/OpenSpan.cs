using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>A span of opening hours; it belongs to the day on which it begins.</summary>
/// <param name="From">The opening.</param>
/// <param name="To">The closing; at or before <paramref name="From"/> it is on the next day, so that 00:00 to 00:00 is the whole day.</param>
public readonly record struct OpenSpan(LocalTime From, LocalTime To)
{
    /// <summary>When the span that begins on a day ends, by the clock on the wall.</summary>
    public LocalDateTime EndOn(LocalDate day) => (To <= From ? day.PlusDays(1) : day).At(To);
}
