using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>What was set for one place itself: a site, or one of its pickup locations.</summary>
public sealed record PlaceSettings
{
    /// <summary>The site's code.</summary>
    public required string Site { get; init; }

    /// <summary>Null for the site itself.</summary>
    public string? Location { get; init; }

    /// <summary>Null where the place has none of its own.</summary>
    public WeekOf<OpenSpan>? Hours { get; init; }

    /// <summary>Null where the place has none of its own.</summary>
    public WeekOf<LocalTime>? Courier { get; init; }

    public bool CourierOnClosedDays { get; init; }

    /// <summary>In order.</summary>
    public IReadOnlyList<SpecialDay> SpecialDays { get; init; } = [];

    /// <summary>In the order of their beginnings.</summary>
    public IReadOnlyList<SetClosing> Closings { get; init; } = [];
}

/// <summary>The hours of one day; no hours mean closed.</summary>
public sealed record SpecialDay(LocalDate Day, IReadOnlyList<OpenSpan> Hours, string Note);

/// <summary>A closing and where it came from.</summary>
/// <param name="Closing">The time.</param>
/// <param name="Source">The name of the imported file; empty where it was set by hand.</param>
public sealed record SetClosing(Closing Closing, string Source);
