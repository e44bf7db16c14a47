using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>One change of a place's calendar.</summary>
public abstract record CalendarChange
{
    private CalendarChange()
    {
    }

    /// <summary>Writes it.</summary>
    /// <returns>Null, or why it cannot be made, in a sentence.</returns>
    public abstract string? Write(WrittenPlace place);

    /// <summary>Sets the weekly hours; null gives them back to the site.</summary>
    public sealed record SetHours(WeekOf<OpenSpan>? Week) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            place.Execute("UPDATE Calendars SET Hours = @hours WHERE Site = @Site AND Location = @Location", ("hours", Week is null ? null : WeekText.Said(Week)));
            return null;
        }
    }

    /// <summary>Sets the courier timetable; null gives it back to the site.</summary>
    public sealed record SetCourier(WeekOf<LocalTime>? Week) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            place.Execute("UPDATE Calendars SET Courier = @courier WHERE Site = @Site AND Location = @Location", ("courier", Week is null ? null : WeekText.Said(Week)));
            return null;
        }
    }

    /// <summary>Sets whether the courier of the place's own timetable comes on closed days, too.</summary>
    public sealed record SetCourierOnClosedDays(bool Comes) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            var changed = place.Execute(
                "UPDATE Calendars SET CourierOnClosedDays = @comes WHERE Site = @Site AND Location = @Location AND Courier IS NOT NULL", ("comes", Comes ? 1 : 0));
            return changed > 0 ? null : $"The courier timetable of {place.Words} is not set. Set both with: calendars set {place.Argument} --courier \"Mon-Fri 07:45,13:00\" --courier-on-closed-days yes";
        }
    }

    /// <summary>Sets the hours of one day; null lets the week's hold again.</summary>
    public sealed record SetDay(LocalDate Day, IReadOnlyList<OpenSpan>? Hours, string Note) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            place.Execute("DELETE FROM CalendarDays WHERE Site = @Site AND Location = @Location AND Day = @day", ("day", TimeText.Said(Day)));
            if (Hours is not null)
                place.Execute(
                    "INSERT INTO CalendarDays (Site, Location, Day, Hours, Note) VALUES (@Site, @Location, @day, @hours, @note)",
                    ("day", TimeText.Said(Day)), ("hours", TimeText.Said(Hours)), ("note", Note));
            return null;
        }
    }

    /// <summary>Closes the place; the same closing again takes the new note.</summary>
    /// <param name="Closing">When.</param>
    /// <param name="Source">The imported file's name; empty where it is set by hand.</param>
    public sealed record Close(Closing Closing, string Source) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            var (begins, ends) = ClosingText.Ends(Closing);
            place.Execute(
                """
                INSERT INTO CalendarClosings (Site, Location, Begins, Ends, Source, Note) VALUES (@Site, @Location, @begins, @ends, @source, @note)
                ON CONFLICT (Site, Location, Begins, Ends, Source) DO UPDATE SET Note = excluded.Note
                """,
                ("begins", begins), ("ends", ends), ("source", Source), ("note", Closing.Note));
            return null;
        }
    }

    /// <summary>Removes the closings set by hand that begin at a day or moment.</summary>
    public sealed record Open(string Begins) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            if (place.Execute("DELETE FROM CalendarClosings WHERE Site = @Site AND Location = @Location AND Begins = @begins AND Source = ''", ("begins", Begins)) > 0)
                return null;
            var sources = place.Query<string>(
                "SELECT Source FROM CalendarClosings WHERE Site = @Site AND Location = @Location AND Begins = @begins ORDER BY Source", ("begins", Begins));
            return sources.Count > 0
                ? $"The closing of {place.Words} from {Begins} on comes from {sources[0]}. Take it out of the file and import it again, or set hours of the day with: calendars set {place.Argument} --date {Begins[..10]} --hours \"10:00-16:00\""
                : $"No closing of {place.Words} begins on {Begins}. Look at the closings with: calendars show {place.Argument}";
        }
    }

    /// <summary>Removes what came from a file and is not in it any more.</summary>
    public sealed record Keep(string Source, IReadOnlyList<Closing> Closings) : CalendarChange
    {
        public override string? Write(WrittenPlace place)
        {
            var kept = Closings.Select(ClosingText.Ends).ToHashSet();
            foreach (var ends in place.Query<(string Begins, string Ends)>(
                "SELECT Begins, Ends FROM CalendarClosings WHERE Site = @Site AND Location = @Location AND Source = @source ORDER BY Begins, Ends", ("source", Source)))
            {
                if (!kept.Contains(ends))
                    place.Execute(
                        "DELETE FROM CalendarClosings WHERE Site = @Site AND Location = @Location AND Begins = @begins AND Ends = @ends AND Source = @source",
                        ("begins", ends.Begins), ("ends", ends.Ends), ("source", Source));
            }

            return null;
        }
    }
}
