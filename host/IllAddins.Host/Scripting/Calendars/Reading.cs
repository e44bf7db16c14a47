namespace IllAddins.Host.Scripting.Calendars;

/// <summary>What became of a text that staff wrote.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Read(T Value) : Reading<T>;

    /// <summary>It cannot be read; what was found and what was expected, in a sentence.</summary>
    public sealed record Refused(string Problem) : Reading<T>;

    /// <summary>Reads on with the value.</summary>
    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next) => this switch
    {
        Read read => next(read.Value),
        Refused refused => new Reading<TNext>.Refused(refused.Problem),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
