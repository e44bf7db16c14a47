namespace IllAddins.Host.Scripting.Calendars;

/// <summary>What became of a change of a calendar.</summary>
public abstract record CalendarAnswer
{
    private CalendarAnswer()
    {
    }

    /// <summary>It is written.</summary>
    /// <param name="Place">The place in words, in the letters of the record, e.g. <c>'North Branch' (site MAIN)</c>.</param>
    /// <param name="Created">Whether the place had nothing of its own before.</param>
    public sealed record Done(string Place, bool Created) : CalendarAnswer;

    /// <summary>Nothing was written; why, in a sentence.</summary>
    public sealed record Refused(string Problem) : CalendarAnswer;
}
