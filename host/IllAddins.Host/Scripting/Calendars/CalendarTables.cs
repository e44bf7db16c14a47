using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>The tables of the calendars; an entry, once released, is never changed.</summary>
public static class CalendarTables
{
    public const string Owner = "calendars";

    public static readonly IReadOnlyList<string> Migrations = [First];

    // An empty Location is the site itself. Hours and timetables are kept in the words in which staff set them; NULL where nobody has.
    private const string First = """
        CREATE TABLE Calendars (
            Site TEXT NOT NULL COLLATE NOCASE REFERENCES Sites (NVTGC),
            Location TEXT NOT NULL,
            Hours TEXT,
            Courier TEXT,
            CourierOnClosedDays INTEGER NOT NULL CHECK (CourierOnClosedDays IN (0, 1)),
            PRIMARY KEY (Site, Location)) STRICT;

        CREATE TABLE CalendarDays (
            Site TEXT NOT NULL COLLATE NOCASE,
            Location TEXT NOT NULL,
            Day TEXT NOT NULL,
            Hours TEXT NOT NULL,
            Note TEXT NOT NULL,
            PRIMARY KEY (Site, Location, Day),
            FOREIGN KEY (Site, Location) REFERENCES Calendars (Site, Location)) STRICT;

        -- Source is the file that a closing came from; empty where it was set by hand.
        CREATE TABLE CalendarClosings (
            Site TEXT NOT NULL COLLATE NOCASE,
            Location TEXT NOT NULL,
            Begins TEXT NOT NULL,
            Ends TEXT NOT NULL,
            Source TEXT NOT NULL,
            Note TEXT NOT NULL,
            PRIMARY KEY (Site, Location, Begins, Ends, Source),
            FOREIGN KEY (Site, Location) REFERENCES Calendars (Site, Location)) STRICT;
        """;
}
