using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>What comes back every week: for each weekday the opening hours, or the times at which the courier comes.</summary>
public sealed class WeekOf<T>
{
    private readonly IReadOnlyList<T>[] days = new IReadOnlyList<T>[8];

    /// <param name="days">Weekdays that are not named have nothing.</param>
    public WeekOf(IEnumerable<KeyValuePair<IsoDayOfWeek, IReadOnlyList<T>>> days)
    {
        Array.Fill(this.days, []);
        foreach (var (day, entries) in days)
            this.days[(int)day] = [.. entries];
    }

    /// <summary>The entries of a weekday, as given; empty where there is nothing on it.</summary>
    public IReadOnlyList<T> On(IsoDayOfWeek day) => days[(int)day];
}
