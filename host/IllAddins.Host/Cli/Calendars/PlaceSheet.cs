using IllAddins.Host.Scripting.Calendars;

namespace IllAddins.Host.Cli.Calendars;

/// <summary>What was set for one place, in the words of the verbs.</summary>
/// <param name="Site">The site's code.</param>
/// <param name="Location">Null for the site itself.</param>
/// <param name="Hours">Null where none were set.</param>
/// <param name="Courier">Null where none was set.</param>
/// <param name="CourierOnClosedDays">Whether the courier comes on closed days, too.</param>
/// <param name="Days">Days with hours of their own.</param>
/// <param name="Closings">In the order of their beginnings.</param>
internal sealed record PlaceSheet(
    string Site, string? Location, string? Hours, string? Courier, bool CourierOnClosedDays, IReadOnlyList<PlaceSheet.OneDay> Days, IReadOnlyList<PlaceSheet.OneClosing> Closings)
{
    public static PlaceSheet Of(PlaceSettings place) => new(
        place.Site,
        place.Location,
        place.Hours is null ? null : WeekText.Said(place.Hours),
        place.Courier is null ? null : WeekText.Said(place.Courier),
        place.CourierOnClosedDays,
        [.. place.SpecialDays.Select(day => new OneDay(TimeText.Said(day.Day), TimeText.Said(day.Hours), day.Note))],
        [.. place.Closings.Select(closing => OneClosing.Of(closing))]);

    internal sealed record OneDay(string Day, string Hours, string Note);

    /// <param name="From">The first day, or the moment it begins.</param>
    /// <param name="To">The last day, or the moment it ends.</param>
    /// <param name="Note">For staff.</param>
    /// <param name="Source">The imported file; empty where it was set by hand.</param>
    internal sealed record OneClosing(string From, string To, string Note, string Source)
    {
        public static OneClosing Of(SetClosing closing)
        {
            var (from, to) = ClosingText.Ends(closing.Closing);
            return new OneClosing(from, to, closing.Closing.Note, closing.Source);
        }
    }
}
