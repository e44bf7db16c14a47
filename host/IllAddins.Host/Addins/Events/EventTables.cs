namespace IllAddins.Host.Addins.Events;

/// <summary>How far listeners have been told; an entry, once released, is never changed.</summary>
public static class EventTables
{
    /// <summary>Whose migrations these are.</summary>
    public const string Owner = "events";

    public static readonly IReadOnlyList<string> Migrations = [First];

    private const string First = """
        -- The last event of each source that a listener has handled.
        CREATE TABLE EventCursors (
            Addin TEXT NOT NULL,
            Listener TEXT NOT NULL COLLATE NOCASE,
            Source TEXT NOT NULL,
            Number INTEGER NOT NULL,
            ToldAt TEXT NOT NULL,
            PRIMARY KEY (Addin, Listener, Source)) STRICT;

        -- Listeners that fail at an event now.
        CREATE TABLE EventTroubles (
            Addin TEXT NOT NULL,
            Listener TEXT NOT NULL COLLATE NOCASE,
            Event TEXT NOT NULL,
            Failures INTEGER NOT NULL,
            Message TEXT NOT NULL,
            NextTryAt TEXT NOT NULL,
            -- An admin has it passed over.
            Passed INTEGER NOT NULL DEFAULT 0 CHECK (Passed IN (0, 1)),
            PRIMARY KEY (Addin, Listener)) STRICT;
        """;
}
