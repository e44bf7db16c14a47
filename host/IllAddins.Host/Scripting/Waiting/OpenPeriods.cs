using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>Spans of time, in order, none touching the next.</summary>
public sealed class OpenPeriods
{
    private readonly Instant[] starts;
    private readonly Instant[] ends;

    private OpenPeriods(List<Interval> periods)
    {
        starts = [.. periods.Select(period => period.Start)];
        ends = [.. periods.Select(period => period.End)];
    }

    public int Count => starts.Length;

    public static OpenPeriods Of(IEnumerable<Interval> periods)
    {
        var joined = new List<Interval>();
        foreach (var period in periods.Where(period => period.Start < period.End).OrderBy(period => period.Start))
        {
            if (joined.Count > 0 && period.Start <= joined[^1].End)
                joined[^1] = new Interval(joined[^1].Start, Instant.Max(joined[^1].End, period.End));
            else
                joined.Add(period);
        }

        return new OpenPeriods(joined);
    }

    public Instant Start(int index) => starts[index];

    public Instant End(int index) => ends[index];

    /// <summary>The first period that is not over at a moment; <see cref="Count"/> where all are.</summary>
    public int At(Instant moment)
    {
        // A period is over at its end.
        var found = Array.BinarySearch(ends, moment);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>What is left of a period where none of these is.</summary>
    public IEnumerable<Interval> Outside(Interval period)
    {
        var from = period.Start;
        for (var index = At(from); index < Count && starts[index] < period.End; index++)
        {
            if (from < starts[index])
                yield return new Interval(from, starts[index]);
            from = ends[index];
        }

        if (from < period.End)
            yield return new Interval(from, period.End);
    }
}
