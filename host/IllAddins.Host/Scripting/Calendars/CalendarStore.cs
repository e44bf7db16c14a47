using System.Data.Common;
using Dapper;
using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>Reads what was set for the places of the sites.</summary>
public sealed class CalendarStore(DbDataSource database)
{
    /// <summary>What was set for a site and for those of its locations that have anything of their own: the site first, then by name.</summary>
    /// <exception cref="InvalidDataException">What is stored cannot be read; the message says what and how to mend it.</exception>
    public IReadOnlyList<PlaceSettings> Of(string site)
    {
        using var connection = database.OpenConnection();
        var places = connection.Query<PlaceRow>(
            "SELECT Location, Hours, Courier, CourierOnClosedDays FROM Calendars WHERE Site = @site ORDER BY Location", new { site }).AsList();
        var days = connection.Query<DayRow>("SELECT Location, Day, Hours, Note FROM CalendarDays WHERE Site = @site ORDER BY Location, Day", new { site }).AsList();
        var closings = connection.Query<ClosingRow>(
            "SELECT Location, Begins, Ends, Source, Note FROM CalendarClosings WHERE Site = @site ORDER BY Location, Begins, Ends, Source", new { site }).AsList();
        var read = places.Select(place => Read(
            site, place, days.Where(day => day.Location == place.Location), closings.Where(closing => closing.Location == place.Location))).ToList();
        return read is [{ Location: null }, ..] ? read : [new PlaceSettings { Site = site }, .. read];
    }

    private static PlaceSettings Read(string site, PlaceRow place, IEnumerable<DayRow> days, IEnumerable<ClosingRow> closings) => new()
    {
        Site = site,
        Location = place.Location.Length == 0 ? null : place.Location,
        Hours = place.Hours is null ? null : Stored(site, WeekText.Hours(place.Hours)),
        Courier = place.Courier is null ? null : Stored(site, WeekText.Courier(place.Courier)),
        CourierOnClosedDays = place.CourierOnClosedDays != 0,
        SpecialDays = [.. days.Select(day => new SpecialDay(Stored(site, TimeText.Day(day.Day)), Stored(site, TimeText.Spans(day.Hours)), day.Note))],
        Closings = [.. closings.Select(closing => new SetClosing(Stored(site, ClosingText.Read(closing.Begins, closing.Ends, closing.Note)), closing.Source))],
    };

    private static T Stored<T>(string site, Reading<T> reading) => reading switch
    {
        Reading<T>.Read read => read.Value,
        Reading<T>.Refused refused => throw new InvalidDataException(
            $"The calendar of site {site} was changed in the database to what cannot be read: {refused.Problem} Set it anew with: calendars set {site}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record PlaceRow
    {
        public string Location { get; init; } = "";

        public string? Hours { get; init; }

        public string? Courier { get; init; }

        public long CourierOnClosedDays { get; init; }
    }

    private sealed record DayRow
    {
        public string Location { get; init; } = "";

        public string Day { get; init; } = "";

        public string Hours { get; init; } = "";

        public string Note { get; init; } = "";
    }

    private sealed record ClosingRow
    {
        public string Location { get; init; } = "";

        public string Begins { get; init; } = "";

        public string Ends { get; init; } = "";

        public string Source { get; init; } = "";

        public string Note { get; init; } = "";
    }
}
