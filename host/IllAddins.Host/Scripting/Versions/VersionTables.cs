namespace IllAddins.Host.Scripting.Versions;

/// <summary>The tables of the scripts' versions and log; an entry, once released, is never changed.</summary>
public static class VersionTables
{
    /// <summary>Whose migrations these are, apart from the record's.</summary>
    public const string Owner = "scripts";

    public static readonly IReadOnlyList<string> Migrations = [First, Libraries, Numbered];

    private const string First = """
        -- Every text of a script that was ever live; a place is a site's code, or 'default'.
        CREATE TABLE ScriptVersions (
            Place TEXT NOT NULL COLLATE NOCASE,
            Number INTEGER NOT NULL,
            -- The file was deleted: from here on the default script decides. Text is empty then.
            Removed INTEGER NOT NULL CHECK (Removed IN (0, 1)),
            Hash TEXT NOT NULL,
            Text TEXT NOT NULL,
            PublishedAt TEXT NOT NULL,
            PublishedBy TEXT NOT NULL,
            Note TEXT NOT NULL,
            -- It answered at least once without a fault.
            Worked INTEGER NOT NULL DEFAULT 0 CHECK (Worked IN (0, 1)),
            PRIMARY KEY (Place, Number)) STRICT;

        CREATE TABLE ScriptPlaces (
            Place TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            File TEXT NOT NULL,
            -- The version that decides; NULL where there never was a good one.
            Live INTEGER,
            -- The newest version before it that has answered without a fault.
            LastWorked INTEGER,
            -- The text in the file that was not made live, and why.
            RefusedHash TEXT,
            RefusedLine INTEGER,
            RefusedWhy TEXT,
            RefusedAt TEXT,
            -- How many times in a row the live version has failed.
            Faults INTEGER NOT NULL DEFAULT 0,
            ParkedAt TEXT,
            ParkedFault TEXT) STRICT;

        CREATE TABLE ScriptLog (
            Id INTEGER PRIMARY KEY,
            Site TEXT NOT NULL COLLATE NOCASE,
            LoggedAt TEXT NOT NULL,
            Script TEXT NOT NULL,
            Line TEXT NOT NULL) STRICT;
        CREATE INDEX ScriptLogSite ON ScriptLog (Site, Id);
        """;

    private const string Libraries = """
        -- What versions have loaded with require, each text once.
        CREATE TABLE ScriptLibraryTexts (Hash TEXT NOT NULL PRIMARY KEY, Text TEXT NOT NULL) STRICT;

        CREATE TABLE ScriptVersionLibraries (
            Place TEXT NOT NULL COLLATE NOCASE,
            Number INTEGER NOT NULL,
            Name TEXT NOT NULL,
            Hash TEXT NOT NULL REFERENCES ScriptLibraryTexts (Hash),
            PRIMARY KEY (Place, Number, Name),
            FOREIGN KEY (Place, Number) REFERENCES ScriptVersions (Place, Number)) STRICT;

        -- How these libraries lay in the folder when the version was made; a restored version has others. NULL where that was not kept.
        ALTER TABLE ScriptVersions ADD COLUMN FolderMark TEXT;
        UPDATE ScriptVersions SET FolderMark = '' WHERE instr(Text, 'require') = 0;
        -- The file that the refusal is about, where it is a library.
        ALTER TABLE ScriptPlaces ADD COLUMN RefusedFile TEXT;
        """;

    private const string Numbered = """
        -- In which order the versions of all places were made: whoever reads on from a number misses none.
        ALTER TABLE ScriptVersions ADD COLUMN Sequence INTEGER;
        UPDATE ScriptVersions SET Sequence = rowid;
        CREATE UNIQUE INDEX ScriptVersionsSequence ON ScriptVersions (Sequence);
        """;
}
