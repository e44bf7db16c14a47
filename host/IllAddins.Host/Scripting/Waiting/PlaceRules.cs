using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>What staff set for a place: a site, or one of its pickup locations.</summary>
public sealed record PlaceRules
{
    /// <summary>The site's code.</summary>
    public required string Site { get; init; }

    /// <summary>The pickup location; null for the site itself.</summary>
    public string? Location { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>Null where nobody has set any: then it cannot be told when the place is open.</summary>
    public WeekOf<OpenSpan>? Hours { get; init; }

    /// <summary>Hours of single days instead of the week's, also where the day lies in a closing of whole days; no hours mean closed.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlyList<OpenSpan>> SpecialHours { get; init; } = new Dictionary<LocalDate, IReadOnlyList<OpenSpan>>();

    public IReadOnlyList<Closing> Closings { get; init; } = [];

    /// <summary>When the courier comes; null where nobody has set it.</summary>
    public WeekOf<LocalTime>? Courier { get; init; }

    /// <summary>Whether the courier comes on closed days too, and during closed hours.</summary>
    public bool CourierOnClosedDays { get; init; }

    /// <summary>The place in the words of a sentence, e.g. <c>site MAIN</c> or <c>'North Branch' (site MAIN)</c>.</summary>
    public string Place => Location is null ? $"site {Site}" : $"'{Location}' (site {Site})";

    /// <summary>The place as the verbs of the command line are told it, e.g. <c>MAIN --location "North Branch"</c>.</summary>
    public string Argument => Location is null ? Site : $"{Site} --location \"{Location}\"";

    /// <summary>Whether a day is closed as a whole.</summary>
    public bool IsClosed(LocalDate day)
    {
        if (SpecialHours.TryGetValue(day, out var special))
            return special.Count == 0;
        foreach (var closing in Closings)
        {
            if (closing is Closing.Days days && days.From <= day && day <= days.To)
                return true;
        }

        return false;
    }

    /// <summary>The hours that begin on a day.</summary>
    public IReadOnlyList<OpenSpan> HoursOn(LocalDate day)
    {
        if (SpecialHours.TryGetValue(day, out var special))
            return special;
        return Hours is null || IsClosed(day) ? [] : Hours.On(day.DayOfWeek);
    }
}
